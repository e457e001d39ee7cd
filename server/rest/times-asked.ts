import type { QuestionId } from '../../shared/ids.ts';
import type { RestContext } from './context.ts';
import type { TimesAsked } from './views/question-view.ts';

/** Every time a question was asked, oldest first; one that is open now as it is counted in the memory of its event. */
export async function timesAsked({ store, hosts }: RestContext, id: QuestionId): Promise<TimesAsked> {
  const asked = await store.askings.ofQuestion(id);
  return Promise.all(asked.map((each) => (each.asking.state === 'open' ? nowOf(hosts, each) : each)));
}

async function nowOf(hosts: RestContext['hosts'], each: TimesAsked[number]): Promise<TimesAsked[number]> {
  const host = await hosts.get(each.event.id);
  if (!host?.askings().some(({ id }) => id === each.asking.id)) return each;
  const { id } = each.asking;
  return {
    ...each,
    asking: { ...each.asking, joined: host.joinedOf(id) },
    tally: host.tallyOf(id),
    ballots: host.ballotsOf(id),
  };
}

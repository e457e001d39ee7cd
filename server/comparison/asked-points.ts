import { askingPoint, type ComparedTally } from '../../shared/comparison/asking-point.ts';
import type { ComparedPoint } from '../../shared/comparison/compared-point.ts';
import type { Means } from '../../shared/comparison/means.ts';
import { specOf, type Question } from '../../shared/question.ts';
import { recount } from '../../shared/tally.ts';
import type { AskingStore, Store } from '../store/store.ts';

export type Asked = Awaited<ReturnType<AskingStore['ofQuestion']>>[number];

/** Whether its numbers may be seen by others than those who organise: never while people vote, nor before they were shown, nor once it was set aside. */
export function isForEverybody({ asking }: Pick<Asked, 'asking'>): boolean {
  return asking.state === 'closed' && asking.shown && asking.setAside === null;
}

/** Times a question was asked, as they enter a comparison. What is still open is counted from its ballots. */
export function askedPoints(
  store: Pick<Store, 'ballots'>,
  question: Question,
  asked: readonly Asked[],
  means: Means,
): Promise<ComparedPoint[]> {
  return Promise.all(
    asked.map(async ({ asking, event, tally }) => {
      const counted = tally ?? (await countNow(store, question, asking));
      return askingPoint({ asking, event, tally: counted as ComparedTally }, question, means);
    }),
  );
}

async function countNow({ ballots }: Pick<Store, 'ballots'>, question: Question, asking: Asked['asking']) {
  const answers = (await ballots.ofAsking(asking.id)).map(({ answer }) => answer);
  return recount(specOf(question, asking.questionVersion), answers);
}

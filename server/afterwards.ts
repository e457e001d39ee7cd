import type { SharedAfterwards, SharedResult } from '../shared/afterwards.ts';
import { isRevealed, type Asking } from '../shared/asking.ts';
import { latestVersion } from '../shared/question.ts';
import { questionType } from '../shared/questions/registry.ts';
import { findingOf } from './live-event/asking-results.ts';
import type { LiveEventHost } from './live-event-host.ts';
import type { Store } from './store/store.ts';

/** [AF2] What an ended event shares: revealed results as the room saw them, and comparisons that everybody may see. */
export async function sharedAfterwards(
  store: Pick<Store, 'questions'>,
  host: LiveEventHost,
  voterHash: string | undefined,
): Promise<SharedAfterwards> {
  const { title, startsOn, setUp } = host.event;
  const { results, comparison, link } = setUp.afterwards;
  const shown = host
    .askings()
    .filter((asking) => isRevealed(asking) && asking.setAside === null && host.ballotsOf(asking.id) > 0);
  return {
    title,
    startsOn,
    results: results ? shown.map((asking) => resultOf(host, asking, voterHash)) : [],
    comparisons: comparison ? await comparisonsOf(store, host) : [],
    link,
  };
}

function resultOf(host: LiveEventHost, asking: Asking, voterHash: string | undefined): SharedResult {
  const { id, settings, hands } = asking;
  const question = host.specOf(id);
  const tally = questionType(question.type).forRoom(host.tallyOf(id), host.sightOfRoom(id));
  const finding = settings.showFinding ? findingOf(host, asking) : null;
  return {
    question,
    tick: { askingId: id, version: host.version, tally, heads: host.heads(id), finding },
    own: voterHash === undefined ? null : (host.mine(voterHash, id)?.answer ?? null),
    ...(hands ? { isByHand: true } : {}),
  };
}

/** As stored now: what was public when the event ended may have been taken back. */
async function comparisonsOf(
  { questions }: Pick<Store, 'questions'>,
  host: LiveEventHost,
): Promise<SharedAfterwards['comparisons']> {
  const asked = [...new Set(host.askings().map(({ questionId }) => questionId))];
  const found = await questions.many(asked);
  return found
    .filter(({ isPublic, type }) => isPublic && questionType(type).comparedBy === 'shares')
    .map((question) => ({ questionId: question.id, prompt: latestVersion(question).prompt }));
}

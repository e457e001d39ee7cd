import type { Ballot } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';

const PER_PAGE = 1000;

/** All ballots of an asking, page by page, so that votes in between are not kept waiting. */
export async function* ballotPages(store: Store, askingId: AskingId): AsyncGenerator<Ballot[]> {
  for (let after = -1; ;) {
    const page = await store.ballots.page(askingId, after, PER_PAGE);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PER_PAGE) return;
    after = last.voter;
  }
}

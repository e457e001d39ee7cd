import type { JoinCode } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';

const PER_PAGE = 100;

/** A room with one event needs no choice of it. With none or several, undefined. */
export async function onlyLiveCode({
  events,
}: {
  events: Pick<Store['events'], 'list'>;
}): Promise<JoinCode | undefined> {
  const codes: JoinCode[] = [];
  for (let after: string | null = ''; after !== null && codes.length < 2;) {
    const page = await events.list({ limit: PER_PAGE, ...(after === '' ? {} : { after }) });
    const live = page.rows.filter(({ state, isPrivate }) => state === 'live' && !isPrivate);
    codes.push(...live.map(({ code }) => code));
    after = page.next;
  }
  return codes.length === 1 ? codes[0] : undefined;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { openAsking, type BenchEvent } from './api.ts';
import type { Ballots, Stretch } from './ballots.ts';
import type { Child } from './children.ts';
import { connectBare, joinRoom, type Joins } from './joins.ts';
import type { Screen } from './screen.ts';

export const RATES = [200, 1000, 5000] as const;
export type Rate = (typeof RATES)[number];

const SECONDS: Record<Rate, number> = { 200: 4, 1000: 4, 5000: 3 };
const SPARSE = { rate: 10, seconds: 3 };
const SHOWN = { rate: 1000, seconds: 3 };
const JOINS = 1000;
/** After a change of state every phone hears of it; that is not what is measured. */
const SETTLE_MS = 500;

/** Everything that stands ready to be measured: two servers, phones connected to both. */
export interface Stand {
  ours: Child;
  echo: Child;
  event: BenchEvent;
  hidden: Ballots;
  shown: Ballots;
  echoed: Ballots;
  screen: Screen;
}

export interface Round {
  ours: Record<Rate, Stretch>;
  echo: Record<Rate, Stretch>;
  /** Tap to tally at 1,000 ballots a second, and where votes are few. */
  taps: number[];
  sparseTaps: number[];
  /** While all phones get results. */
  shown: Stretch;
  joins: Joins;
  bareJoins: Joins;
}

/** One round: each figure beside its floor, so that a busy moment of the machine meets both. */
export async function measureRound(stand: Stand): Promise<Round> {
  const { ours, echo, event, hidden, shown, echoed, screen } = stand;
  await openAsking(ours.url, event.hidden);
  await sleep(SETTLE_MS);
  screen.took();
  await hidden.stretch(SPARSE.rate, SPARSE.seconds, ours.pid);
  const sparseTaps = await tapsOf(screen);
  const round: Pick<Round, 'ours' | 'echo'> = { ours: {} as Round['ours'], echo: {} as Round['echo'] };
  let taps: number[] = [];
  for (const rate of RATES) {
    round.ours[rate] = await hidden.stretch(rate, SECONDS[rate], ours.pid);
    const took = await tapsOf(screen);
    if (rate === 1000) taps = took;
    round.echo[rate] = await echoed.stretch(rate, SECONDS[rate], echo.pid);
  }
  await openAsking(ours.url, event.shown);
  await sleep(SETTLE_MS);
  const whileShown = await shown.stretch(SHOWN.rate, SHOWN.seconds, ours.pid);
  const { joins, bareJoins } = await measureJoins(stand);
  return { ...round, taps, sparseTaps, shown: whileShown, joins, bareJoins };
}

/** The last ballots are in a tally within a tick. */
async function tapsOf(screen: Screen): Promise<number[]> {
  await sleep(150);
  return screen.took();
}

async function measureJoins({ ours, echo, event }: Stand): Promise<Pick<Round, 'joins' | 'bareJoins'>> {
  const joins = await joinRoom(ours.url, event.code, JOINS, ours.pid);
  const bareJoins = await connectBare(echo.url, JOINS, echo.pid);
  for (const phone of [...joins.phones, ...bareJoins.phones]) phone.close();
  await sleep(SETTLE_MS);
  return { joins, bareJoins };
}

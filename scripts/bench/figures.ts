import { spread } from '../crowd/percentile.ts';
import type { Stretch } from './ballots.ts';
import { coverageRows } from './coverage-rows.ts';
import type { Rate, Round } from './round.ts';
import { rowOf, type Goal, type Measured, type Row } from './row.ts';

/** Ballots wait this long for others, so that they share one fsync: no acknowledgement is meant to be sooner. */
const WINDOW_MS = 10;
/** Half a period of the screen's ticks and a whole one, with the way to and from the server. */
const TAP_FLOOR = { p50: 31, p99: 59 };

/** The table of what was measured, in the order and with the goals of the project's figures. */
export function rowsOf(
  rounds: readonly Round[],
  startSeconds: readonly number[],
  others: readonly Measured[],
): Row[] {
  const measured: Measured[] = [
    ackRow(rounds, 200, 'p50'),
    ackRow(rounds, 200, 'p99', 2),
    ackRow(rounds, 1000, 'p50'),
    ackRow(rounds, 1000, 'p99', 2),
    ackRow(rounds, 5000, 'p99', 2.5),
    shownRow(rounds),
    tapRow(rounds, 'p50', 45),
    tapRow(rounds, 'p99', 90),
    sparseRow(rounds),
    cpuRow(rounds, 1000),
    cpuRow(rounds, 5000),
    joinRow(rounds),
    joinCpuRow(rounds),
    {
      figure: 'second start to ready',
      unit: 's',
      ours: [...startSeconds],
      floor: [],
      goal: { of: 'ours', most: 3 },
      generator: [],
    },
    ...others,
    ...coverageRows(),
  ];
  return measured.map(rowOf);
}

type Share = 'p50' | 'p99';

function ackRow(rounds: readonly Round[], rate: Rate, share: Share, most?: number): Measured {
  return {
    figure: `acknowledgement ${share}, ${rate} ballots/s (floor: ${WINDOW_MS} ms + echo)`,
    unit: 'ms',
    ours: rounds.map(({ ours }) => of(ours[rate].acks, share)),
    floor: rounds.map(({ echo }) => WINDOW_MS + of(echo[rate].acks, share)),
    ...(most === undefined ? {} : { goal: { of: 'ratio', most } satisfies Goal }),
    ...both(rounds, ({ ours, echo }) => [ours[rate], echo[rate]]),
  };
}

function shownRow(rounds: readonly Round[]): Measured {
  return {
    figure: 'the same p99 while phones get results (floor: without)',
    unit: 'ms',
    ours: rounds.map(({ shown }) => of(shown.acks, 'p99')),
    floor: rounds.map(({ ours }) => of(ours[1000].acks, 'p99')),
    goal: { of: 'ratio', most: 2 },
    ...both(rounds, ({ shown, ours }) => [shown, ours[1000]]),
  };
}

function tapRow(rounds: readonly Round[], share: Share, most: number): Measured {
  return {
    figure: `tap to screen ${share}, 1000 ballots/s`,
    unit: 'ms',
    ours: rounds.map(({ taps }) => of(taps, share)),
    floor: [TAP_FLOOR[share]],
    goal: { of: 'ours', most },
    ...both(rounds, ({ ours }) => [ours[1000]]),
  };
}

function sparseRow(rounds: readonly Round[]): Measured {
  return {
    figure: 'tap to screen p50, 10 ballots/s',
    unit: 'ms',
    ours: rounds.map(({ sparseTaps }) => of(sparseTaps, 'p50')),
    floor: [],
    goal: { of: 'ours', most: 25 },
    generator: [],
  };
}

function cpuRow(rounds: readonly Round[], rate: Rate): Measured {
  return {
    figure: `server CPU per ballot, ${rate}/s (floor: per echo)`,
    unit: 'µs',
    ours: rounds.map(({ ours }) => ours[rate].cpu),
    floor: rounds.map(({ echo }) => echo[rate].cpu),
    goal: { of: 'ratio', most: 1.35 },
    ...both(rounds, ({ ours, echo }) => [ours[rate], echo[rate]]),
  };
}

function joinRow(rounds: readonly Round[]): Measured {
  return {
    figure: 'joins, HTTP + socket + snapshot (floor: bare sockets)',
    unit: '/s',
    ours: rounds.map(({ joins }) => joins.perSecond),
    floor: rounds.map(({ bareJoins }) => bareJoins.perSecond),
    goal: { of: 'ratio', least: 0.6 },
    generator: rounds.flatMap(({ joins, bareJoins }) => [joins.generator, bareJoins.generator]),
    failed: rounds.flatMap(({ joins, bareJoins }) => [...joins.failed, ...bareJoins.failed]),
  };
}

/** The steadiest word on joins: it needs no idle machine. */
function joinCpuRow(rounds: readonly Round[]): Measured {
  return {
    figure: 'server CPU per join (floor: per bare socket)',
    unit: 'µs',
    ours: rounds.map(({ joins }) => joins.cpu),
    floor: rounds.map(({ bareJoins }) => bareJoins.cpu),
    generator: [],
  };
}

function both(
  rounds: readonly Round[],
  stretches: (round: Round) => Stretch[],
): Pick<Measured, 'generator' | 'failed'> {
  const all = rounds.flatMap(stretches);
  return {
    generator: all.map(({ generator }) => generator),
    failed: all.flatMap(({ failed }) => failed),
  };
}

function of(values: number[], share: Share): number {
  return spread(values)?.[share] ?? Number.NaN;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEvent, openAsking } from './api.ts';
import { Ballots } from './ballots.ts';
import { startEcho, startServer, type Child } from './children.ts';
import { measureComparison } from './comparison.ts';
import { rowsOf } from './figures.ts';
import { connectBare, joinRoom } from './joins.ts';
import { watchOthers } from './machine.ts';
import { measureRound, type Round, type Stand } from './round.ts';
import type { Row } from './row.ts';
import { Screen } from './screen.ts';
import { measureWall } from './wall.ts';

export interface BenchOptions {
  /** The server's program. */
  server: string;
  phones: number;
  rounds: number;
  say: (line: string) => void;
}

export interface Benched {
  rows: Row[];
  /** Share of the machine that others took meanwhile. */
  others: number;
}

const COMPARISONS = 9;

/** Starts both servers, measures in turns, and leaves nothing behind. */
export async function runBench(options: BenchOptions): Promise<Benched> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-bench-'));
  const [ours, echo] = await Promise.all([startServer(options.server, folder), startEcho()]);
  try {
    const others = watchOthers([ours.pid, echo.pid]);
    const rounds = await measure(ours, echo, options);
    const othersTook = others();
    await Promise.all([ours.stop(), echo.stop()]);
    options.say('second start');
    const starts = await secondStarts(options, folder);
    options.say('a comparison of a thousand rooms, once they are filled');
    const comparison = await measureComparison(options.server, COMPARISONS);
    options.say('a full wall');
    const wall = await measureWall(options.server);
    return { rows: rowsOf(rounds, starts, [comparison, ...wall]), others: othersTook };
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(ours: Child, echo: Child, options: BenchOptions): Promise<Round[]> {
  options.say(`connecting ${options.phones} phones to each server`);
  const { stand, leave } = await setUp(ours, echo, options.phones);
  const rounds: Round[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    options.say(`round ${round} of ${options.rounds}`);
    rounds.push(await measureRound(stand));
  }
  leave();
  return rounds;
}

async function setUp(ours: Child, echo: Child, n: number): Promise<{ stand: Stand; leave: () => void }> {
  const event = await makeEvent(ours.url);
  await openAsking(ours.url, event.hidden);
  const here = await joinRoom(ours.url, event.code, n, ours.pid);
  const there = await connectBare(echo.url, n, echo.pid);
  const failed = [...here.failed, ...there.failed];
  if (failed.length > 0) throw new Error(`${failed.length} phones could not connect: ${failed[0]}`);
  const hidden = new Ballots(here.phones, event.hidden, (number) => screen.tapped(number));
  const screen = new Screen(ours.url, event.id, event.hidden.id, (counts) => hidden.countedIn(counts));
  await screen.isReady();
  const shown = new Ballots(here.phones, event.shown);
  const echoed = new Ballots(there.phones, event.hidden);
  const leave = (): void => {
    screen.close();
    for (const phone of [...here.phones, ...there.phones]) phone.close();
  };
  return { stand: { ours, echo, event, hidden, shown, echoed, screen }, leave };
}

/** On the data of the rounds before: what is started is what a presenter has in the break. */
async function secondStarts({ server, rounds }: BenchOptions, folder: string): Promise<number[]> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const child = await startServer(server, folder);
    seconds.push((performance.now() - began) / 1000);
    await child.stop();
  }
  return seconds;
}

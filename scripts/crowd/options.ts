import { parseArgs } from 'node:util';
import { USUAL_SECONDS } from './run-crowd.ts';
import type { Lean } from './opinions.ts';
import { usualJoinSeconds, type Pace } from './timing.ts';

export const MOST_PHONES = 20_000;

export const USAGE = `Usage: npm run crowd -- --phones 200 --code K7M4QX [options]

A simulated room: phones that join, think, vote, change their mind, drop and come back.

  --phones N          how many, 1 to ${MOST_PHONES}
  --code CODE         the join code of the event
  --url ADDRESS       of the server (http://127.0.0.1:3000)
  --seconds S         how long the room stays (${USUAL_SECONDS}); Ctrl-C ends it sooner
  --join-seconds S    over how long it joins (2 to 20, more for a larger room)
  --seed N            repeats opinions and timing (a new one each time)
  --pace human|fast   fast: nobody thinks, for load (human)
  --lean "LABEL=SHARE,…"  what the room thinks, shares 0 to 1 (by the seed)
  --json              one line of JSON at the end instead of words
  --help`;

export interface CrowdCommand {
  phones: number;
  code: string;
  url: string;
  seconds: number;
  joinSeconds: number;
  seed: number;
  pace: Pace;
  lean: Lean;
  json: boolean;
}

/** One line that says what is wrong with what was typed. */
export class WrongUsage extends Error {}

/** What was typed, or `help`. `newSeed` comes in so that a test knows it. */
export function readOptions(args: readonly string[], newSeed: () => number): CrowdCommand | 'help' {
  const given = parse(args);
  if (given.help) return 'help';
  if (given.phones === undefined) throw new WrongUsage('Say how many phones: --phones 200');
  if (given.code === undefined || given.code.trim() === '')
    throw new WrongUsage('Say which event: --code and the join code on the screen.');
  const phones = numberOf('--phones', given.phones, { least: 1, most: MOST_PHONES, whole: true });
  return {
    phones,
    code: given.code.replace(/[\s-]/g, '').toUpperCase(),
    url: originOf(given.url ?? 'http://127.0.0.1:3000'),
    seconds: numberOf('--seconds', given.seconds, { least: 1, most: 86_400 }) ?? USUAL_SECONDS,
    joinSeconds:
      numberOf('--join-seconds', given['join-seconds'], { least: 0, most: 3_600 }) ??
      usualJoinSeconds(phones),
    seed: numberOf('--seed', given.seed, { least: 0, most: 2 ** 31, whole: true }) ?? newSeed(),
    pace: paceOf(given.pace ?? 'human'),
    lean: given.lean === undefined ? {} : readLean(given.lean),
    json: given.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    phones: text,
    code: text,
    url: text,
    seconds: text,
    'join-seconds': text,
    seed: text,
    pace: text,
    lean: text,
    json: flag,
    help: flag,
  };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (reason) {
    throw new WrongUsage(
      reason instanceof Error ? (reason.message.split(/[.\n]/)[0] ?? '') + '.' : String(reason),
    );
  }
}

interface Limits {
  least: number;
  most: number;
  whole?: boolean;
}

function numberOf(name: string, text: string, limits: Limits): number;
function numberOf(name: string, text: string | undefined, limits: Limits): number | undefined;
function numberOf(
  name: string,
  text: string | undefined,
  { least, most, whole }: Limits,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  const isFine = /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most;
  if (isFine && !(whole && !Number.isInteger(value))) return value;
  throw new WrongUsage(
    `${name} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}".`,
  );
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new WrongUsage(`--url takes an address like http://127.0.0.1:3000, not "${text}".`);
}

function paceOf(text: string): Pace {
  if (text === 'human' || text === 'fast') return text;
  throw new WrongUsage(`--pace takes human or fast, not "${text}".`);
}

/** `Product Manager=0.45,Designer=0.1`; labels in any case, shares that add up to 1 at most. */
export function readLean(text: string): Lean {
  const lean: Record<string, number> = {};
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    const label = part.slice(0, Math.max(0, at)).trim().toLowerCase();
    const share = part.slice(at + 1).trim();
    const isShare = /^\d*\.?\d+$/.test(share) && Number(share) <= 1;
    if (label === '' || !isShare)
      throw new WrongUsage(`--lean takes "LABEL=SHARE,…" with shares from 0 to 1, not "${part.trim()}".`);
    lean[label] = Number(share);
  }
  const sum = Object.values(lean).reduce((total, share) => total + share, 0);
  if (sum > 1.0001)
    throw new WrongUsage(`The shares of --lean add up to ${sum.toFixed(2)}, which is more than 1.`);
  return lean;
}

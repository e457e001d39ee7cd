import { spacedCode } from '../../shared/ids.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import { CrowdFigures, reportOf, type CrowdCounts, type CrowdReport } from './crowd-figures.ts';
import { agentOfMany } from './http-json.ts';
import { opinionOf, type Lean, type Opinion } from './opinions.ts';
import { Phone } from './phone.ts';
import { seeded } from './random.ts';
import type { Acknowledged, Room } from './room.ts';
import { joinMoment, usualJoinSeconds, type Pace } from './timing.ts';

export interface CrowdOptions {
  /** Origin of the server, without a slash at the end. */
  url: string;
  code: string;
  phones: number;
  /** How long the crowd stays. Default 45. */
  seconds?: number;
  /** Over how long it joins; at once with 0. */
  joinSeconds?: number;
  /** The same seed: the same opinions and the same timing. */
  seed?: number;
  pace?: Pace;
  lean?: Lean;
  /** The number of the first phone, where several processes share a crowd. */
  firstPhone?: number;
  /** Ends the crowd early; it reports all the same. */
  signal?: AbortSignal;
  /** Called with each acknowledged ballot, once per revision. */
  onAck?: (ballot: Acknowledged) => void;
  /** Called twice a second with what has been counted so far. */
  onCounts?: (counts: CrowdCounts, seconds: number) => void;
}

/** Why there is no crowd, in words for whoever asked for it. */
export class CrowdFailed extends Error {}

export const USUAL_SECONDS = 45;
const WATCH_MS = 500;
/** How long answers on the wire are waited for at the end. */
const LAST_ANSWERS_MS = 2_000;

/** Drives a crowd through an event and reports. Throws `CrowdFailed` when its first phone is not let in. */
export async function runCrowd(options: CrowdOptions): Promise<CrowdReport> {
  const began = performance.now();
  const counts = await countCrowd(options);
  return reportOf(counts, (performance.now() - began) / 1000);
}

/** The same, with the counts to be added to those of other processes. */
export async function countCrowd(options: CrowdOptions): Promise<CrowdCounts> {
  const { seed = 1, firstPhone = 0, seconds = USUAL_SECONDS, onCounts } = options;
  const room = roomOf(options, seed, seconds);
  const phones = Array.from({ length: options.phones }, (_, at) => new Phone(firstPhone + at, seed, room));
  const began = performance.now();
  const tell = (): void => onCounts?.(room.figures.counts, (performance.now() - began) / 1000);
  const watch = setInterval(tell, WATCH_MS);
  try {
    await letIn(phones, options);
    await stay(seconds * 1000, options.signal);
    for (const phone of phones) phone.stop();
    await lastAnswers(phones);
    tell();
    return structuredClone(room.figures.counts);
  } finally {
    clearInterval(watch);
    for (const phone of phones) phone.leave();
    room.agent.destroy();
  }
}

function roomOf(options: CrowdOptions, seed: number, seconds: number): Room {
  const { url, code, phones, pace = 'human', lean, onAck } = options;
  const opinions = new Map<string, Opinion>();
  return {
    url,
    code,
    pace,
    agent: agentOfMany(url),
    stayMs: seconds * 1000,
    figures: new CrowdFigures(phones),
    opinion: (spec) => remembered(opinions, spec, () => opinionOf(spec, seed, lean)),
    acknowledged: (ballot) => onAck?.(ballot),
  };
}

/** One opinion per question, not one per voter. */
function remembered(known: Map<string, Opinion>, spec: QuestionSpec, draw: () => Opinion): Opinion {
  const key = JSON.stringify([spec.prompt, spec.options]);
  const opinion = known.get(key) ?? draw();
  known.set(key, opinion);
  return opinion;
}

/** The first phone goes ahead: where it is not let in, the others need not try. */
async function letIn(phones: Phone[], { url, code, phones: n, ...options }: CrowdOptions): Promise<void> {
  const { joinSeconds = usualJoinSeconds(n), seed = 1, firstPhone = 0 } = options;
  const [first, ...others] = phones;
  const answer = await first?.join();
  if (!answer)
    throw new CrowdFailed(
      `No Askagain answers at ${url}. Start one with "npm start", or say where with --url.`,
    );
  if (!answer.ok && answer.error.code === 'NOT_FOUND')
    throw new CrowdFailed(`No event is open under ${spacedCode(code)}. The code stands on the screen.`);
  if (!answer.ok) throw new CrowdFailed(answer.error.message);
  others.forEach((phone, at) => {
    const moment = joinMoment(seeded(seed, 'join', firstPhone + at + 1));
    phone.joinIn(moment * joinSeconds * 1000);
  });
}

function stay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((settle) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      settle();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

function lastAnswers(phones: Phone[]): Promise<void> {
  const until = performance.now() + LAST_ANSWERS_MS;
  return new Promise((settle) => {
    const watch = setInterval(() => {
      const isWaiting = phones.some(({ isWaitingForAnswer }) => isWaitingForAnswer);
      if (isWaiting && performance.now() < until) return;
      clearInterval(watch);
      settle();
    }, 20);
  });
}

import { refused, ok, type Result } from './result.ts';
import type { Asking } from './asking.ts';
import type { LiveEvent } from './live-event.ts';

/** How the made-up phones of a rehearsal are connected. `cut` lasts 20 seconds. */
export const NETWORKS = ['good', 'crowded', 'cut'] as const;
export type Network = (typeof NETWORKS)[number];

/** What they answer: at random, as the room before did, or so that it is too close to call. */
export const ANSWERS = ['random', 'last-room', 'close'] as const;
export type Answers = (typeof ANSWERS)[number];

/** As many made-up phones as a rehearsal takes. */
export const MOST_MADE_UP = 500;
export const CUT_MS = 20_000;

export interface RehearsalSettings {
  phones: number;
  network: Network;
  answers: Answers;
}

/** What is changed of them; absent is as it was. */
export type RehearsalPatch = { [K in keyof RehearsalSettings]?: RehearsalSettings[K] | undefined };

export function withSettings(before: RehearsalSettings, changed: RehearsalPatch): RehearsalSettings {
  return {
    phones: changed.phones ?? before.phones,
    network: changed.network ?? before.network,
    answers: changed.answers ?? before.answers,
  };
}

export const DEFAULT_REHEARSAL: RehearsalSettings = { phones: 30, network: 'good', answers: 'random' };

/** What has been tried of the desk. */
export type Tried = 'next' | 'back' | 'blank';

/** A rehearsal as those who run it see it. */
export interface RehearsalState extends RehearsalSettings {
  tried: Tried[];
  /** Stops the screen has shown. */
  walked: number;
  /** From the press on a made-up phone until its vote was counted, at the slowest; null before the first. */
  slowestMs: number | null;
}

/** [RE1] An event may be rehearsed while nothing of it was asked for real: its end throws all votes away. */
export function mayRehearse(event: LiveEvent, askings: readonly Asking[], posts: number): Result<null> {
  if (event.deletedAt !== null)
    return refused('STATE_CONFLICT', 'This event is in the bin. Take it back first.');
  if (event.state === 'ended') return refused('STATE_CONFLICT', `This event has ended. ${COPY_IT}`);
  if (event.isTemplate) return refused('STATE_CONFLICT', `This is a template. ${COPY_IT}`);
  const wasAsked = askings.some(({ state, hands }) => state !== 'waiting' || hands !== null);
  if (wasAsked || posts > 0)
    return refused(
      'STATE_CONFLICT',
      `The room has answered here already, and a rehearsal throws away what it counts. ${COPY_IT}`,
    );
  return ok(null);
}

const COPY_IT = 'Copy it and rehearse the copy.';

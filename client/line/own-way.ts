import type { AskingId } from '../../shared/ids.ts';
import type { AskingOnAir } from '../../shared/messages.ts';

/** Which askings this phone has answered, counted or on their way. */
export type Answered = ReadonlySet<AskingId>;
type Step = Pick<AskingOnAir, 'id' | 'state'>;

/** [SP3] The first question that can still be answered and is not: after `from`, then from the start; null: none is left. */
export function nextLeft(
  askings: readonly Step[],
  answered: Answered,
  from: AskingId | null,
): AskingId | null {
  const at = askings.findIndex(({ id }) => id === from);
  const onwards = [...askings.slice(at + 1), ...askings.slice(0, at + 1)];
  return onwards.find(({ id, state }) => state === 'open' && !answered.has(id))?.id ?? null;
}

/** The question before or after in order; null: past the last one stands the end, and before the end the last one. */
export function neighbour(askings: readonly Step[], at: AskingId | null, by: 1 | -1): AskingId | null {
  const index = at === null ? askings.length : askings.findIndex(({ id }) => id === at);
  return askings[index + by]?.id ?? null;
}

/** How many that are open wait for an answer. */
export function countLeft(askings: readonly Step[], answered: Answered): number {
  return askings.filter(({ id, state }) => state === 'open' && !answered.has(id)).length;
}

export const NOTHING_ANSWERED: Answered = new Set();

export function answeredOf(askings: readonly Step[], isAnswered: (id: AskingId) => boolean): Answered {
  return new Set(askings.filter(({ id }) => isAnswered(id)).map(({ id }) => id));
}

import type { PictureId } from './ids.ts';
import { shownPicture, type LiveEvent } from './live-event.ts';
import type { Question } from './question.ts';

/** Every picture an event shows, each once: as a stop, as its logo, on an option of any version of its questions. */
export function usedPictures(
  { order, setUp }: Pick<LiveEvent, 'order' | 'setUp'>,
  questions: readonly Question[],
): PictureId[] {
  const options = questions.flatMap(({ versions }) => versions.flatMap(({ options }) => options));
  return [
    ...new Set([
      ...order.flatMap((stop) => shownPicture(stop) ?? []),
      ...(setUp.logo ? [setUp.logo] : []),
      ...options.flatMap(({ picture }) => picture ?? []),
    ]),
  ];
}

import type { QuestionRow } from '../entities.ts';

/** A question that is offered ready-made when stops are added. */
export interface ReadyQuestion {
  type: 'single';
  prompt: string;
  options: { label: string }[];
  settings: { describes: true };
}

/** Tells those who were there before from those who are new: other results can be split by it. */
export const ANSWERED_LAST_TIME: ReadyQuestion = {
  type: 'single',
  prompt: 'Did you answer this last time?',
  options: [{ label: 'Yes' }, { label: 'No' }, { label: 'Not sure' }],
  settings: { describes: true },
};

/** Whether a question is this one, kept from an earlier event. */
export function isReady(
  { type, prompt, settings }: Pick<QuestionRow, 'type' | 'prompt' | 'settings'>,
  ready: ReadyQuestion,
): boolean {
  return type === ready.type && prompt === ready.prompt && settings['describes'] === true;
}

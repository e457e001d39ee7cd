import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { OnPhone } from './on-phone.ts';

/** How every type comes to the phone. Forgetting one does not compile. */
export const ON_PHONE: Record<QuestionTypeName, () => Promise<OnPhone>> = {
  single: async () => (await import('./single/phone.ts')).single,
  multiple: async () => (await import('./multiple/phone.ts')).multiple,
  'word-cloud': async () => (await import('./word-cloud/phone.ts')).wordCloud,
  'open-text': async () => (await import('./open-text/phone.ts')).openText,
};

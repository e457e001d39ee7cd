import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { OnPhone } from './on-phone.ts';

/** How every type comes to the phone. Forgetting one does not compile. */
export const ON_PHONE: Record<QuestionTypeName, () => Promise<OnPhone>> = {
  single: async () => (await import('./single/phone.ts')).single,
  multiple: async () => (await import('./multiple/phone.ts')).multiple,
  grid: async () => (await import('./grid/phone.ts')).grid,
  scale: async () => (await import('./scale/phone.ts')).scale,
  ranking: async () => (await import('./ranking/phone.ts')).ranking,
  points: async () => (await import('./points/phone.ts')).points,
  'word-cloud': async () => (await import('./word-cloud/phone.ts')).wordCloud,
  'open-text': async () => (await import('./open-text/phone.ts')).openText,
};

import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { OnScreen } from './on-screen.ts';
import MultipleResult from './multiple/Result.svelte';
import OpenTextResult from './open-text/Result.svelte';
import SingleResult from './single/Result.svelte';
import WordCloudResult from './word-cloud/Result.svelte';

/** How every type comes to the projected screen. Forgetting one does not compile. */
export const RESULTS: Record<QuestionTypeName, OnScreen> = {
  single: { Result: SingleResult },
  multiple: { Result: MultipleResult },
  'word-cloud': { Result: WordCloudResult },
  'open-text': { Result: OpenTextResult },
};

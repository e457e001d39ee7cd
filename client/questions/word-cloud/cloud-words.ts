import type { TallyBase } from '../../../shared/questions/question-type.ts';
import type { WordCloudTally } from '../../../shared/questions/word-cloud.ts';
import { commonest, sumOf } from '../../../shared/questions/counts.ts';
import type { CloudWord } from '../texts/cloud-layout.ts';

/** The words of a tally as they are written most often, by what makes them the same word. */
export function cloudWords(tally: TallyBase): CloudWord[] {
  return Object.entries((tally as WordCloudTally).words).map(([key, spellings]) => ({
    key,
    text: commonest(spellings),
    count: sumOf(spellings),
  }));
}

import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import type { OnScreen } from './on-screen.ts';
import { gridMargin } from './grid/margin.ts';
import GridResult from './grid/Result.svelte';
import MultipleResult from './multiple/Result.svelte';
import OpenTextResult from './open-text/Result.svelte';
import { pointsMargin } from './points/margin.ts';
import PointsResult from './points/Result.svelte';
import { rankingMargin } from './ranking/margin.ts';
import RankingResult from './ranking/Result.svelte';
import { scaleMargin } from './scale/margin.ts';
import ScaleResult from './scale/Result.svelte';
import SingleResult from './single/Result.svelte';
import WordCloudResult from './word-cloud/Result.svelte';

/** How every type comes to the projected screen. Forgetting one does not compile. */
export const RESULTS: Record<QuestionTypeName, OnScreen> = {
  single: { Result: SingleResult },
  multiple: { Result: MultipleResult },
  grid: { Result: GridResult, margin: gridMargin },
  scale: { Result: ScaleResult, margin: scaleMargin },
  ranking: { Result: RankingResult, done: 'ranking.done', margin: rankingMargin },
  points: { Result: PointsResult, done: 'points.done', margin: pointsMargin },
  'word-cloud': { Result: WordCloudResult },
  'open-text': { Result: OpenTextResult },
};

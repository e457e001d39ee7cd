import * as z from 'zod/mini';
import { nth } from '../count-words.ts';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import { abstainAnswer, MAX_OPTIONS, refusesAbstain, refusesChoiceSpec, refusesPicks } from './choice.ts';
import { countPairs, emptyHeadToHead } from './head-to-head.ts';
import { averageText } from './number-text.ts';
import { abstains, inPreference } from './pretend.ts';
import { ABSTAIN_ID, NO_SHARE, type QuestionType, type Results, type ResultTable } from './question-type.ts';
import { RANKING_RULES, rankingFinding } from './ranking-finding.ts';
import { rankedOptions, type RankingTally } from './ranking-order.ts';
import { placesOf } from './ranking-spec.ts';

const answer = z.union([
  z.strictObject({ order: z.array(z.string()).check(z.maxLength(MAX_OPTIONS)) }),
  abstainAnswer,
]);

export type RankingAnswer = z.infer<typeof answer>;

/** Ranking: all of the options in order, or the first n of them. */
export const ranking: QuestionType<RankingAnswer, RankingTally> = {
  name: 'ranking',
  takesOptions: true,
  settings: z.strictObject({
    places: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_OPTIONS))),
    shuffle: z.optional(z.boolean()),
    abstain: z.optional(z.boolean()),
  }),
  answer,
  comparedBy: 'ranks',
  picks: 'several',
  pickedIds: (given) => ('abstain' in given ? [ABSTAIN_ID] : given.order),
  refusesSpec: (spec) => [...refusesChoiceSpec(spec), ...refusesPlaces(spec)],
  refuses(spec, given) {
    if ('abstain' in given) return refusesAbstain(spec);
    return [...refusesPicks(spec, given.order, undefined, 'order'), ...refusesLength(spec, given.order)];
  },
  empty: (spec) => ({
    ballots: 0,
    abstained: 0,
    ...emptyHeadToHead(spec.options),
    places: spec.options.map(() => Array.from({ length: placesOf(spec) }, () => 0)),
  }),
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else {
      given.order.forEach((id, at) => countPlace(tally, id, at, sign));
      countPairs(tally, (id) => weightOf(given.order, id), sign);
    }
    return tally;
  },
  forRoom: (tally) => tally,
  results: rankingResults,
  table: rankingTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    return given.order.flatMap((id) => spec.options.find((option) => option.id === id)?.label ?? []);
  },
  columns: (spec) => spec.options.map(({ label }) => label),
  row: (spec, given) =>
    spec.options.map(({ id }) => {
      const at = 'abstain' in given ? -1 : given.order.indexOf(id);
      return at < 0 ? '' : String(at + 1);
    }),
  finding: rankingFinding,
  rules: RANKING_RULES,
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    const order = inPreference(spec.options, mind).map(({ id }) => id);
    return { order: order.slice(0, placesOf(spec)) };
  },
};

function countPlace({ ids, places }: RankingTally, id: string, at: number, sign: 1 | -1): void {
  const row = places[ids.indexOf(id)];
  if (row) row[at] = (row[at] ?? 0) + sign;
}

/** The first weighs most; what has no place weighs nothing, and is before nothing. */
function weightOf(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at < 0 ? 0 : order.length - at;
}

function refusesPlaces({ options, settings: { places } }: QuestionSpec): FieldError[] {
  if (typeof places !== 'number' || places <= options.length) return [];
  return [{ path: 'settings.places', message: `There are only ${options.length} to put in order.` }];
}

function refusesLength(spec: QuestionSpec, order: readonly string[]): FieldError[] {
  const places = placesOf(spec);
  if (order.length === places) return [];
  const message = places === spec.options.length ? `Put all ${places} in order.` : `Fill ${places} places.`;
  return [{ path: 'order', message }];
}

function rankingResults(spec: QuestionSpec, tally: RankingTally): Results {
  return {
    options: rankedOptions(spec, tally).map(({ placed, meanRank, borda, places, id, label }) => ({
      ...{ id, label, count: placed, ...NO_SHARE },
      ...{ meanRank, borda, first: places[0] ?? 0, places },
    })),
    abstained: tally.abstained,
  };
}

/** The average place and how often each option stood at each place. */
function rankingTable(spec: QuestionSpec, tally: RankingTally): ResultTable {
  const among = spec.options.length;
  const given = placesOf(spec);
  return {
    columns: [
      { id: 'average-place', label: 'Average place' },
      { id: 'borda', label: 'Borda points', isDetail: true },
      ...Array.from({ length: given }, (_, at) => ({
        id: `place-${at + 1}`,
        label: nth(at + 1),
        isDetail: at > 0,
      })),
      ...(given < among ? [{ id: 'not-placed', label: 'Not placed', isDetail: true }] : []),
    ],
    main: 'average-place',
    rows: rankedOptions(spec, tally).map(({ id, label, placed, places, meanRank, borda }) => ({
      id,
      label,
      cells: [
        meanRank === null ? '–' : averageText(meanRank, 1),
        String(borda),
        ...places.map(String),
        ...(given < among ? [String(tally.ballots - tally.abstained - placed)] : []),
      ],
      bar: meanRank === null ? 0 : (among - meanRank) / (among - 1),
    })),
  };
}

import { stringify } from 'csv-stringify/sync';
import type { Comparison, ComparisonPoint, PointOption } from '../../shared/comparison/comparison.ts';
import { textCell } from './cells.ts';

export type Cell = string | number | null;

/** One fact of a row; texts that a spreadsheet would run are defused when it is written as CSV. */
type Facts = Record<(typeof COLUMNS)[number], Cell>;

export const COLUMNS = [
  'question_id',
  'question_version',
  'prompt',
  'point_id',
  'kind',
  'label',
  'date',
  'precision',
  'provenance',
  'exactness',
  'interim',
  'base',
  'reading',
  'n',
  'n_low',
  'n_high',
  'answered',
  'option_id',
  'option',
  'common',
  'state',
  'count',
  'share',
  'low',
  'high',
  'bound_low',
  'bound_high',
  'words',
  'event_id',
  'place',
  'audience',
  'audience_tags',
  'who_answered',
  'reached',
  'response_rate',
  'wording',
  'options_offered',
  'known_how',
  'while_voting',
  'source',
  'note',
] as const;

/** A comparison as a table: one row per point and option, what stands in no line included. Shares are 0–1. */
export function comparisonCsv(comparison: Comparison, { bom = false }: { bom?: boolean } = {}): string {
  const rows = comparisonRows(comparison).map((row) => row.map(csvCell));
  const lines = stringify([[...COLUMNS], ...rows], {
    record_delimiter: 'windows',
    quoted_match: /[;\t\r\n]/,
  });
  return `${bom ? '\uFEFF' : ''}${lines}`;
}

/** The rows under `COLUMNS`, as they are. */
export function comparisonRows(comparison: Comparison): Cell[][] {
  return comparison.points.flatMap((point) => {
    const about = { ...pointFacts(comparison, point), ...disclosedFacts(point) };
    const facts = [
      ...comparison.options.map((option, index) => optionFacts(option, point.options[index])),
      ...point.unmapped.map(unmappedFacts),
    ];
    return facts.map((each) => {
      const row: Facts = { ...about, ...each };
      return COLUMNS.map((column) => row[column]);
    });
  });
}

function pointFacts({ question, reading }: Comparison, point: ComparisonPoint) {
  return {
    question_id: question.id,
    question_version: question.version,
    prompt: question.prompt,
    point_id: point.id,
    kind: point.kind,
    label: point.label,
    date: point.when.date,
    precision: point.when.precision,
    provenance: point.provenance,
    exactness: point.exactness,
    interim: point.interim ? 1 : 0,
    base: point.base,
    reading,
    n: point.n,
    n_low: point.nLow ?? null,
    n_high: point.nHigh ?? null,
    answered: point.of ?? (point.base === 'cast' ? point.n : null),
  };
}

function disclosedFacts(point: ComparisonPoint) {
  const { disclosure } = point;
  return {
    event_id: point.eventId,
    place: point.place,
    audience: point.audience,
    audience_tags: point.audienceTags.join('; '),
    who_answered: disclosure.whoAnswered,
    reached: disclosure.reached,
    response_rate: disclosure.responseRate,
    wording: disclosure.wording,
    options_offered: disclosure.options,
    known_how: disclosure.knownHow,
    while_voting: disclosure.whileVoting,
    source: disclosure.source,
    note: point.note,
  };
}

/** `unknown` where a point says nothing of a row at all. */
function optionFacts({ optionId, label, isCommon }: Comparison['options'][number], option?: PointOption) {
  return {
    option_id: optionId,
    option: label,
    common: isCommon ? 1 : 0,
    state: option?.state ?? 'unknown',
    count: option?.count ?? null,
    share: option?.share ?? null,
    low: option?.low ?? null,
    high: option?.high ?? null,
    bound_low: option?.boundLow ?? null,
    bound_high: option?.boundHigh ?? null,
    words: option?.words ?? null,
  };
}

function unmappedFacts({ label, count, share, words }: ComparisonPoint['unmapped'][number]) {
  return {
    option_id: null,
    option: label,
    common: 0,
    state: 'unmapped',
    count: count ?? null,
    share: share ?? null,
    low: null,
    high: null,
    bound_low: null,
    bound_high: null,
    words: words ?? null,
  };
}

/** Numbers are never prefixed. */
function csvCell(cell: Cell): Cell {
  return typeof cell === 'string' ? textCell(cell) : cell;
}

import type { Comparison, ComparisonPoint } from '../../../shared/comparison/comparison.ts';
import { atFirst, smallNumber } from '../../../shared/comparison/number-words.ts';
import { linesOf, type MeasureText } from '../../ui/text-fit.ts';
import { isOfFewer } from './provenance-words.ts';
import type { Series } from './series.ts';
import { t } from '../../words/words.svelte.ts';

const SIZE = 28;
const STYLE = { weight: 400, tracking: 0 };
const MOST_LINES = 3;

/** A sentence under the chart; the lower its rank, the sooner it gives way where there is no room for all. */
interface Foot {
  words: string;
  rank: number;
}

/**
 * What must be said under a comparison: who these people are, what lines and dashes mean, what stands in no line, and which
 * numbers are made up. The last is never left out.
 */
export function footWords(
  comparison: Comparison,
  series: readonly Series[],
  unsaidPairs: readonly string[],
  common: 'foot.star' | 'foot.counted' = 'foot.star',
): Foot[] {
  const { points, reading } = comparison;
  const words = (text: string, rank: number) => (text ? [{ words: text, rank }] : []);
  return [
    ...words(groupWords(comparison), 5),
    ...words(hasStar(points, reading) ? t(common) : '', 4),
    ...words(meaningOfLines(points, series), 3),
    ...words(unmappedWords(points), 1),
    ...unsaidPairs.map((text) => ({ words: text, rank: 2 })),
    ...notes(points).map((text) => ({ words: text, rank: 9 })),
  ];
}

/** Where nobody chose another option all are counted, and no star stands over the chart. */
function hasStar(points: readonly ComparisonPoint[], reading: Comparison['reading']): boolean {
  return points.some((point) => isOfFewer(point, reading));
}

/** Only where nobody was asked twice is nobody known to have changed their mind. */
function groupWords({ points, differences }: Comparison): string {
  const groups = new Set(points.map(({ eventId, id }) => eventId ?? id)).size;
  if (groups < 2) return '';
  const isAskedTwice = differences.some(({ kind }) => kind === 'same-people');
  return t(isAskedTwice ? 'foot.groups' : 'foot.groups-apart', {
    n: groups,
    nInWords: atFirst(smallNumber(groups)),
  });
}

/** As much of it as stands in three lines, in its order, one text. */
export function footText(
  feet: readonly Foot[],
  width: number,
  measure: MeasureText,
): { text: string; lines: number } {
  const kept = [...feet];
  for (;;) {
    const text = kept.map(({ words }) => words).join(' ');
    const lines = text ? linesOf(text, width / SIZE, STYLE, measure) : 0;
    if (lines <= MOST_LINES || kept.length <= 1) return { text, lines };
    const least = Math.min(...kept.map(({ rank }) => rank));
    kept.splice(
      kept.findIndex(({ rank }) => rank === least),
      1,
    );
  }
}

function meaningOfLines(points: readonly ComparisonPoint[], series: readonly Series[]): string {
  const isCounted = points.some(({ options }) =>
    options.some(({ state, low }) => state === 'counted' && low !== null),
  );
  const left = series.find(({ values }) => values.some(({ kind }) => kind === 'cap'));
  const isGiven = points.some(({ options }) => options.some(({ state }) => state === 'given'));
  const dashed = left ? leftWords(points, left) : isGiven ? t('foot.dashed-memory') : '';
  return [isCounted ? t('foot.uprights') : '', dashed].filter(Boolean).join(' ');
}

/** What the cap is reckoned from: the range that was given for another option at the same time asked. */
function leftWords(points: readonly ComparisonPoint[], { values }: Series): string {
  const at = values.findIndex(({ kind }) => kind === 'cap');
  const given = points[at]?.options.find(({ state, low }) => state === 'given' && low !== null);
  if (!given || given.low === null || given.high === null) return t('foot.dashed-left');
  const ends = [...new Set([given.low, given.high].map((share) => Math.round(share * 100)))];
  return t('foot.dashed-left-of', { share: `${ends.join('–')}\u00a0%` });
}

function unmappedWords(points: readonly ComparisonPoint[]): string {
  const labels = points.flatMap(({ unmapped, when }) =>
    unmapped.map(({ label }) => `${label} (${when.date.slice(0, 4)})`),
  );
  return labels.length > 0 ? t('foot.in-no-line', { labels: labels.join(', ') }) : '';
}

/** Each note once, with the years it is about. */
function notes(points: readonly ComparisonPoint[]): string[] {
  const years = new Map<string, string[]>();
  for (const { note, when } of points)
    if (note) years.set(note, [...(years.get(note) ?? []), when.date.slice(0, 4)]);
  return [...years].map(([note, of]) => `${of.join(', ')}: ${note.replace(/\.$/, '')}.`);
}

import type { ReportedResult } from '../../../shared/data-point.ts';
import type { Option } from '../../../shared/question.ts';
import type { OutsideResultView } from '../entities.ts';

/** One option in a small chart: a share, a range of shares, or nothing known of it. Shares are 0–1. */
export type MiniBar =
  | { kind: 'share'; label: string; share: number }
  | { kind: 'range'; label: string; low: number; high: number }
  | { kind: 'unknown'; label: string };

export function barsOfAsking(
  options: readonly Option[],
  counts: Record<string, number> | null,
  ballots: number,
): MiniBar[] {
  return options.map(({ id, label }) =>
    counts && ballots > 0
      ? { kind: 'share', label, share: (counts[id] ?? 0) / ballots }
      : { kind: 'unknown', label },
  );
}

/** In the order in which they were offered there, as far as that is known. */
export function barsOfResult(result: OutsideResultView): MiniBar[] {
  const labels = result.optionsOffered ?? result.results.map(({ label }) => label);
  const n = result.n ?? sum(result.results);
  return labels.map((label) => barOf(label, reportedAs(result.results, label), n));
}

function reportedAs(results: readonly ReportedResult[], label: string): ReportedResult | undefined {
  return results.find((each) => each.label.toLowerCase() === label.toLowerCase());
}

function barOf(label: string, reported: ReportedResult | undefined, n: number): MiniBar {
  if (reported?.count !== undefined && n > 0) return { kind: 'share', label, share: reported.count / n };
  if (reported?.shareLow !== undefined && reported.shareHigh !== undefined)
    return { kind: 'range', label, low: reported.shareLow, high: reported.shareHigh };
  if (reported?.share !== undefined) return { kind: 'share', label, share: reported.share };
  return { kind: 'unknown', label };
}

function sum(results: readonly ReportedResult[]): number {
  return results.reduce((total, { count }) => total + (count ?? 0), 0);
}

/** The highest end in a chart: what its full height stands for. */
export function highest(bars: readonly MiniBar[]): number {
  return Math.max(0, ...bars.map(endOf));
}

export function endOf(bar: MiniBar): number {
  if (bar.kind === 'share') return bar.share;
  return bar.kind === 'range' ? bar.high : 0;
}

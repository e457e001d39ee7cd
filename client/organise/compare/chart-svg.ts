import { dotRowsSvg, type ChartOptions } from '../../../shared/charts/dot-rows-svg.ts';
import { timeChartSvg } from '../../../shared/charts/time-chart-svg.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';

/** Option by option, or over time. */
export type ChartKind = 'rows' | 'time';

const DRAWN: Record<ChartKind, (comparison: Comparison, options: ChartOptions) => string> = {
  rows: dotRowsSvg,
  time: timeChartSvg,
};

export function chartSvg(comparison: Comparison, kind: ChartKind, options: ChartOptions): string {
  return DRAWN[kind](comparison, options);
}

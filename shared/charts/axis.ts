import type { Comparison } from '../comparison/comparison.ts';

/** Every option's place in `options` is its place in each point's. */
type Drawn = Pick<Comparison, 'points'>;

const STEPS = [0.25, 0.5, 0.75, 1];

/** Where the scale ends: the first quarter that holds every mark and range, of these options or of all. */
export function scaleEnd({ points }: Drawn, optionIds?: readonly (string | null)[]): number {
  const ends = points.flatMap(({ options }) =>
    options
      .filter(({ optionId }) => !optionIds || optionIds.includes(optionId))
      .flatMap(({ share, high, boundHigh }) => [share ?? 0, high ?? 0, boundHigh ?? 0]),
  );
  const most = Math.max(0, ...ends);
  return STEPS.find((step) => most <= step + 1e-9) ?? 1;
}

/** Shares at which a gridline stands, zero left out. */
export function quarters(end: number): number[] {
  return end <= 0.25 ? [0.05, 0.1, 0.15, 0.2, 0.25] : STEPS.filter((step) => step <= end);
}

/** "25", and "100 %" at the end. */
export function tickText(share: number, end: number): string {
  const percent = `${Math.round(share * 100)}`;
  return share === end ? `${percent}\u00a0%` : percent;
}

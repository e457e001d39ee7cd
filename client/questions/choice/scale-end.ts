/** Where the axis ends, as a share. */
export type ScaleEnd = 0.25 | 0.5 | 0.75 | 1;

const ENDS: readonly ScaleEnd[] = [0.25, 0.5, 0.75, 1];

/** From so many ballots on, one more moves a share by less than a step of the scale. */
export const SETTLES_AT = 8;
const APART_MS = 2000;

/** The lowest end that holds a share. */
export function endFor(share: number): ScaleEnd {
  return ENDS.find((end) => share <= end) ?? 1;
}

export interface Scale {
  end: ScaleEnd;
  /** Whether it has taken its first end from enough ballots; from then on it only grows. */
  isSettled: boolean;
  movedAt: number;
}

/** Before there are ballots: the whole. */
export const UNSETTLED: Scale = { end: 1, isSettled: false, movedAt: -Infinity };

/**
 * The scale after a tally. The first vote is always 100 %, so the scale waits at 100 % until there are eight ballots and
 * then takes the end that holds every bar; from there it never shrinks, and moves at most once in 2 s.
 */
export function scaleAfter(scale: Scale, highest: number, ballots: number, now: number): Scale {
  if (!scale.isSettled)
    return ballots < SETTLES_AT ? scale : { end: endFor(highest), isSettled: true, movedAt: now };
  const end = endFor(highest);
  if (end <= scale.end || now - scale.movedAt < APART_MS) return scale;
  return { ...scale, end, movedAt: now };
}

/** The gridlines: every quarter up to the end. */
export function gridlines(end: ScaleEnd): ScaleEnd[] {
  return ENDS.filter((at) => at <= end);
}

/** A share (0–1) as people read it: "38 %" with a space that does not break, or a dash where nobody answered. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}\u00a0%`;
}

/** A difference of two shares, in percentage points: "+12", "−7", "0". */
export function percentagePoints(difference: number): string {
  const points = Math.round(difference * 100);
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `\u2212${-points}`;
}

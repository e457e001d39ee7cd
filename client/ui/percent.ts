/** A share (0–1) as people read it: "38 %" with a space that does not break, or a dash where nobody answered. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}\u00a0%`;
}

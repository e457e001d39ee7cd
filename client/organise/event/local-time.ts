/** A moment as a field for day and time has it, in this browser's time zone; empty for none. */
export function toLocal(at: number | null): string {
  if (at === null) return '';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const written = new Date(at).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return written.replace(' ', 'T');
}

/** The moment that stands in such a field; null for none, and for what is not whole. */
export function fromLocal(written: string): number | null {
  const at = new Date(written).getTime();
  return Number.isNaN(at) ? null : at;
}

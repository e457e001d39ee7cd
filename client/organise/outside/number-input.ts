/** "90", "90 %", "37.5", "37,5": a share, 0–1; undefined while nothing, NaN where it is no percentage. */
export function readPercent(written: string): number | undefined {
  const text = written.trim().replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) return NaN;
  return Number((Number(text) / 100).toPrecision(12));
}

/** "50", "1,200": a whole number; undefined while nothing, NaN where it is none. */
export function readCount(written: string): number | undefined {
  const text = written.trim().replace(/(\d)[\s,.'](?=\d{3}\b)/g, '$1');
  if (text === '') return undefined;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}

/** A share back into a field: 0.375 is "37.5". */
export function writePercent(share: number | undefined): string {
  return share === undefined ? '' : String(Number((share * 100).toPrecision(12)));
}

export function writeCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : String(count);
}

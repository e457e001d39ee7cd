/**
 * Adds `sign` at `key`, in place: a copy per ballot is quadratic where many wrote words of their own. A count that falls
 * to zero disappears unless it stood there from the start. Only own keys count: a person may well write "constructor",
 * or "__proto__", under "other".
 */
export function bump(counts: Record<string, number>, key: string, sign: 1 | -1, keepZero: boolean): void {
  const value = (ownOf(counts, key) ?? 0) + sign;
  if (value === 0 && !keepZero) Reflect.deleteProperty(counts, key);
  else putOwn(counts, key, value);
}

/** Counts in two layers, as texts by what they are about. Only own keys count: people write "constructor", too. */
export type CountsWithin = Record<string, Record<string, number>>;

/** Adds `sign` at `outer`, `inner`, in place; what falls to zero disappears with the layer around it. */
export function bumpWithin(counts: CountsWithin, outer: string, inner: string, sign: 1 | -1): void {
  const within = ownOf(counts, outer) ?? {};
  bump(within, inner, sign, false);
  if (Object.keys(within).length === 0) Reflect.deleteProperty(counts, outer);
  else putOwn(counts, outer, within);
}

export function ownOf<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Also where the key is `__proto__`; only there by definition, which takes four times as long. */
export function putOwn<Value>(record: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
  else record[key] = value;
}

/** Only these of the counts, in this order. */
export function onlyOf(counts: Record<string, number>, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, ownOf(counts, key) ?? 0]));
}

export function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The form that was written most often; of as many the first in the alphabet. */
export function commonest(spellings: Record<string, number>): string {
  const [first] = Object.entries(spellings).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

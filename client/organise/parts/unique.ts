/** Each text once, in the order of its first appearance. */
export function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}

/** An id made of a text alone: the same text has the same id everywhere, and it leads to nobody. FNV-1a, two of 32 bits. */
export function textId(text: string): string {
  let [low, high] = [0x811c9dc5, 0x2f0b4c47];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x0100019d);
  }
  return [low, high].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}

/** 32 bits out of a text, always the same for the same text: FNV-1a. */
export function fnv1a(text: string, basis = 0x811c9dc5, prime = 0x01000193): number {
  let state = basis;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), prime);
  return state >>> 0;
}

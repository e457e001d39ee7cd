import { fnv1a } from '../fnv1a.ts';

/** An id made of a text alone: the same text has the same id everywhere, and it leads to nobody. Twice 32 bits. */
export function textId(text: string): string {
  const halves = [fnv1a(text), fnv1a(text, 0x2f0b4c47, 0x0100019d)];
  return halves.map((half) => half.toString(36).padStart(7, '0')).join('');
}

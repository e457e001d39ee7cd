import type { AlignmentKind } from '../../../shared/alignment.ts';
import type { MatchingLayout } from './matching-layout.ts';

type Wire = MatchingLayout['wires'][number];

/** A word on the wires, with its place in rows from the top. */
export interface WireWord {
  key: string;
  y: number;
  as: AlignmentKind;
  isProposed: boolean;
}

/** One word for all wires that begin or end together, where they meet. */
export function wireWords(wires: readonly Wire[]): WireWord[] {
  const groups = new Map<string, [Wire, ...Wire[]]>();
  for (const wire of wires) {
    const key = wire.as === 'split' ? `split ${wire.from}` : `${wire.as} to ${wire.to}`;
    const group = groups.get(key);
    if (group) group.push(wire);
    else groups.set(key, [wire]);
  }
  return [...groups].map(([key, group]) => wordOf(key, group));
}

function wordOf(key: string, group: [Wire, ...Wire[]]): WireWord {
  const [first] = group;
  const isProposed = group.some((wire) => wire.isProposed);
  const meet = first.as === 'split' ? first.from : first.to;
  const y = group.length === 1 ? (first.from + first.to) / 2 : meet;
  return { key, y, as: first.as, isProposed };
}

import type { ComparedOption } from './comparison.ts';
import type { ComparedPoint, Offered } from './compared-point.ts';

/** A row of the comparison with what stands in it at each point. */
export interface Row extends ComparedOption {
  /** By point id: the options of that point that belong to the row; absent where none does. */
  members: ReadonlyMap<string, readonly Offered[]>;
}

/**
 * [CO1] Groups compare, not options: whatever stands for the same option of the question forms one row, and so does what
 * was merged or split between any two of these points. In the order of the latest point, then of earlier ones.
 */
export function rowsOf(points: readonly ComparedPoint[]): Row[] {
  const groups = groupsOf(points);
  const newestFirst = [...points].reverse();
  const keys = new Set(
    newestFirst.flatMap(({ offered }) => offered.flatMap(({ means }) => keyOf(groups, means))),
  );
  const known = points.filter(({ isOfferKnown }) => isOfferKnown);
  return [...keys].map((key) => {
    const isIn = ({ means }: Offered) => keyOf(groups, means)[0] === key;
    const members = new Map(
      points.flatMap(({ id, offered }) => {
        const inside = offered.filter(isIn);
        return inside.length > 0 ? [[id, inside] as const] : [];
      }),
    );
    return {
      optionId: key,
      label: labelOf(newestFirst, members),
      optionIds: idsOf(groups, key),
      isCommon: known.every(({ id }) => members.has(id)),
      members,
    };
  });
}

/** Option id → the id that names its group. */
type Groups = ReadonlyMap<string, string>;

/** Ids that one option stands for together are one group, and so on from group to group. */
function groupsOf(points: readonly ComparedPoint[]): Groups {
  const nameOf = new Map<string, string>();
  const join = (first: string, other: string): void => {
    const [to, from] = [nameOf.get(first) ?? first, nameOf.get(other) ?? other];
    for (const [id, name] of nameOf) if (name === from) nameOf.set(id, to);
    nameOf.set(first, to).set(other, to);
  };
  for (const { offered } of points)
    for (const { means } of offered) for (const id of means) join(means[0] ?? id, id);
  return nameOf;
}

/** None for what stands for no option of the question. */
function keyOf(groups: Groups, [first]: readonly string[]): string[] {
  return first === undefined ? [] : [groups.get(first) ?? first];
}

function idsOf(groups: Groups, key: string): string[] {
  return [...groups].filter(([, name]) => name === key).map(([id]) => id);
}

/** As the latest point that offered it called it; several are named together. */
function labelOf(newestFirst: readonly ComparedPoint[], members: Row['members']): string {
  const latest = newestFirst.find(({ id }) => members.has(id));
  const labels = (latest && members.get(latest.id)) ?? [];
  return labels.map(({ label }) => label).join(' / ');
}

/** What a point offered that stands in none of the rows. */
export function unmappedOf({ offered }: ComparedPoint): readonly Offered[] {
  return offered.filter(({ means }) => means.length === 0);
}

/** Whether both offered the same, as far as that is known: the same rows, and abstaining at both or at neither. */
export function haveSameOptions(from: ComparedPoint, to: ComparedPoint, rows: readonly Row[]): boolean {
  return (
    from.isOfferKnown &&
    to.isOfferKnown &&
    rows.every(({ members }) => members.has(from.id) === members.has(to.id)) &&
    [from, to].every((point) => unmappedOf(point).length === 0) &&
    isAbstainingAlike(from, to)
  );
}

/** Elsewhere it is not known whether one could abstain; only askings are held against each other. */
function isAbstainingAlike(from: ComparedPoint, to: ComparedPoint): boolean {
  if (from.kind !== 'asking' || to.kind !== 'asking') return true;
  return (from.abstained === null) === (to.abstained === null);
}

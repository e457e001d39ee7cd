/** A list that holds at least one. */
export type First<Thing> = [Thing, ...Thing[]];

/** Things under the same key together, keys in the order they came. */
export function groupedBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing, index: number) => string,
): Map<string, First<Thing>> {
  const groups = new Map<string, First<Thing>>();
  things.forEach((thing, index) => {
    const key = keyOf(thing, index);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  });
  return groups;
}

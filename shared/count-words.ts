/** So many of a thing, as people read it: "1 phone", "2 phones". */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

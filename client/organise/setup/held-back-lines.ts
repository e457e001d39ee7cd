/** The words of a list with one on each line: empty lines are left out. */
export function wordsOfLines(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What is wrong with the list, and with which of its words; the API counts them from 0. */
export function errorOf(fields: Record<string, string>, lines: string): string | undefined {
  const [found] = Object.entries(fields);
  if (!found) return undefined;
  const [path, message] = found;
  const word = wordsOfLines(lines)[Number(path.split('.')[1])];
  return word === undefined ? message : `“${word}”: ${message}`;
}

import { Refused } from '../../../shared/result.ts';

/** No label or question is as long; patterns then never run over a text without end. */
const MOST_LETTERS = 1000;
const MOST_CELLS = 1000;

/** A cell's text without the spaces around it and with one where there are many, cut where it is longer than any label. */
export function cellText(text: string): string {
  return text
    .trim()
    .slice(0, MOST_LETTERS)
    .trim()
    .replace(/\s{2,}/g, oneSpace);
}

/** Patterns that look for a number after spaces go over a run of them again and again. */
function oneSpace(run: string): string {
  return run.includes('\n') ? '\n' : ' ';
}

/** The same for rows. Refuses one with more cells than a table of results has columns. */
export function cellTexts(rows: readonly (readonly string[])[]): string[][] {
  if (rows.some((row) => row.length > MOST_CELLS))
    throw new Refused('TOO_LARGE', `This has lines of more than ${MOST_CELLS} columns. Nothing was stored.`);
  return rows.map((row) => row.map(cellText));
}

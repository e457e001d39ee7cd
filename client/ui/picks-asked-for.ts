import type { QuestionSettings } from '../../shared/question.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')})`;
const PICK = '(?:choose|pick|select|tick|name|vote for)';
const ANY = /\b(?:choose|pick|select|tick|check|mark) (?:all|any|as many as)\b|\ball that apply\b/i;
const MOST = new RegExp(`\\b(?:${PICK} )?(?:up to|at most|max(?:imum|\\.)?(?: of)?) ${NUMBER}\\b`, 'i');
const EXACTLY = new RegExp(`\\b${PICK} (?:exactly |your (?:top )?|the )?${NUMBER}\\b`, 'i');

/** What a question says about how many may be picked ("choose up to 3"); undefined where it asks for one, or says nothing. */
export function picksAskedFor(prompt: string, optionCount: number): QuestionSettings | undefined {
  if (ANY.test(prompt)) return {};
  const most = read(MOST.exec(prompt)?.[1]);
  if (most !== undefined) return most > 1 && most < optionCount ? { max: most } : undefined;
  const exactly = read(EXACTLY.exec(prompt)?.[1]);
  if (exactly === undefined || exactly < 2 || exactly >= optionCount) return undefined;
  return { min: exactly, max: exactly };
}

function read(number: string | undefined): number | undefined {
  if (number === undefined) return undefined;
  const word = NUMBERS.indexOf(number.toLowerCase());
  return word < 0 ? Number(number) : word + 1;
}

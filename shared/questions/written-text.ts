import type { QuestionSpec } from '../question.ts';

/** A text as people wrote it in their answers, and how many did. */
export interface WrittenText {
  text: string;
  count: number;
  /** What it is about: ids of the options it was given with, or `other`; empty: the question itself. */
  about: string[];
}

/** What an organiser decided about one text of one asking. Null: nobody decided. */
export interface TextDecision {
  text: string;
  shown: boolean | null;
  group: string | null;
  decidedAt: number;
}

/** By text, in the order in which they were made. */
export type TextDecisions = ReadonlyMap<string, TextDecision>;

/** The texts people write in answers of a type. */
export interface TextsOfType<Answer, Tally> {
  /** Whether they wait until an organiser shows them. */
  wait(spec: QuestionSpec): boolean;
  /** Whether an organiser may gather them under labels. */
  areGrouped: boolean;
  /** What counts as the same text: the name its decision is kept under. Of a key it is the key. */
  key(text: string): string;
  /** Every text in a tally, as it came first. */
  all(tally: Tally): WrittenText[];
  /** The tally with its texts as far as `sight` goes; all numbers stay. */
  read(tally: Tally, sight: TextSight): Tally;
  /** The answer with its reasons left out; other own words stand in its labels. */
  withoutReasons(answer: Answer): Answer;
}

/** What may be seen of the texts of one asking, and of how many. */
export interface TextSight {
  isShown(key: string): boolean;
  groupOf(key: string): string | null;
  /** Keys of those an organiser showed, the last one first. */
  newest: readonly string[];
  most: number;
}

/** A tally as it is read carries, besides its counts, what was decided about its texts. */
export interface ReadTexts {
  /** Texts in the order in which to read them. */
  newest?: string[];
  /** The label of each that has one. */
  groups?: Record<string, string>;
  /** How many stand under each label, those not shown included: a label is the organiser's own word. */
  labels?: Record<string, number>;
}

/** So many texts leave to a room at most, and so many in one answer to those who read the event. */
export const MOST_FOR_ROOM = 60;
export const MOST_FOR_READERS = 500;

/** [TX2] What the room may see: what was shown; where texts do not wait, also what was neither hidden nor held back. */
export function sightOfRoom(
  isWaiting: boolean,
  decisions: TextDecisions,
  isHeldBack: (text: string) => boolean,
): TextSight {
  return {
    isShown: (key) => decisions.get(key)?.shown ?? (!isWaiting && !isHeldBack(key)),
    groupOf: (key) => decisions.get(key)?.group ?? null,
    newest: newestShown(decisions),
    most: MOST_FOR_ROOM,
  };
}

/** Those who read the event see every text. */
export function sightOfReaders(decisions: TextDecisions): TextSight {
  return {
    isShown: () => true,
    groupOf: (key) => decisions.get(key)?.group ?? null,
    newest: newestShown(decisions),
    most: MOST_FOR_READERS,
  };
}

/** Nothing was decided: of what waits nothing is seen. */
export const NOTHING_SHOWN: TextSight = {
  isShown: () => false,
  groupOf: () => null,
  newest: [],
  most: MOST_FOR_ROOM,
};

function newestShown(decisions: TextDecisions): string[] {
  const shown = [...decisions.values()].filter(({ shown }) => shown === true);
  return shown
    .slice(-MOST_FOR_ROOM)
    .reverse()
    .map(({ text }) => text);
}

/** What may be seen of them, those shown last first, then those that came last; at most as many as may be. */
export function seen(texts: readonly string[], sight: TextSight): string[] {
  const here = new Set(texts);
  const first = sight.newest.filter((text) => here.has(text) && sight.isShown(text));
  const taken = new Set(first);
  for (let at = texts.length - 1; at >= 0 && taken.size < sight.most; at -= 1) {
    const text = texts[at] as string;
    if (sight.isShown(text)) taken.add(text);
  }
  return [...taken].slice(0, sight.most);
}

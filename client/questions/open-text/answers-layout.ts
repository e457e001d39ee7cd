import { fitText, linesOf, type MeasureText } from '../../ui/text-fit.ts';

export interface ShownAnswer {
  text: string;
  size: number;
}

export interface AnswerList {
  shown: ShownAnswer[];
  /** How many there was no room for. */
  left: number;
}

export const ANSWER_STYLE = { weight: 520, tracking: -0.01, lineHeight: 1.16 };
/** Above and below each, with the rule between. */
export const ANSWER_PAD = 34;
/** The last one shown is read by the whole room; what came before it still can be. */
const FIRST = { largest: 76, smallest: 42 };
const NEXT = 42;
const FIRST_PART = 0.62;

/** The first answer as large as can be, then as many more as there is room for. */
export function answerList(
  texts: readonly string[],
  box: { width: number; height: number },
  measure: MeasureText,
): AnswerList {
  const [first, ...more] = texts;
  if (first === undefined) return { shown: [], left: 0 };
  const maxHeight = (more.length > 0 ? box.height * FIRST_PART : box.height) - ANSWER_PAD;
  const fit = fitText(first, { ...ANSWER_STYLE, ...FIRST, width: box.width, maxHeight }, measure);
  const shown = [{ text: first, size: fit.size }];
  let room = box.height - fit.height - ANSWER_PAD;
  for (const text of more) {
    room -=
      linesOf(text, box.width / NEXT, ANSWER_STYLE, measure) * NEXT * ANSWER_STYLE.lineHeight + ANSWER_PAD;
    if (room < 0) break;
    shown.push({ text, size: NEXT });
  }
  return { shown, left: texts.length - shown.length };
}

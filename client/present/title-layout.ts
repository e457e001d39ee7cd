import { fitText, type FittedText, type MeasureText } from '../ui/text-fit.ts';
import type { Frame } from './stage-frame.ts';

export interface TitleAsked {
  prompt: string;
  options: readonly { label: string }[];
  /** The finding; null until the asking is revealed. Its place is kept from the first moment of the reveal. */
  sentence: string | null;
}

export interface TitleLayout {
  question: FittedText;
  sentence: FittedText | null;
  /** What is left below for the chart. */
  chart: number;
}

const VOTING = { weight: 640, tracking: -0.022, lineHeight: 1.05, smallest: 36 };
const ASKED = { weight: 520, tracking: -0.012, lineHeight: 1.13, smallest: 28, maxHeight: 112 };
const SENTENCE = {
  weight: 680,
  tracking: -0.022,
  lineHeight: 1.06,
  smallest: 40,
  maxHeight: 150,
};

const LONG = 70;
const VERY_LONG = 130;
/** From ten options on the rows need the height more than the question does. */
const MANY = 10;
const MOST_OF_HEIGHT = 0.27;
/** Letters of all options together: from here on they need what the question can spare. */
const WORDY = 480;
const MOST_OF_HEIGHT_WORDY = 0.17;
/** Between title and chart; with many rows less. */
const GAP = 40;
const GAP_MANY = 20;
export const SENTENCE_GAP = 8;

/** How large question and finding stand, and what they leave: the longer, the smaller, never cut. */
export function titleLayout(asked: TitleAsked, frame: Frame, measure: MeasureText): TitleLayout {
  const width = frame.main;
  const gap = isMany(asked) || isWordy(asked) ? GAP_MANY : GAP;
  if (asked.sentence === null) {
    const most = isWordy(asked) ? MOST_OF_HEIGHT_WORDY : MOST_OF_HEIGHT;
    const fit = {
      ...VOTING,
      width,
      largest: votingSize(asked, frame),
      maxHeight: frame.height * most,
    };
    const question = fitText(asked.prompt, fit, measure);
    return { question, sentence: null, chart: frame.height - question.height - gap };
  }
  const question = fitText(asked.prompt, { ...ASKED, width, largest: frame.asked }, measure);
  const sentence = fitText(asked.sentence, { ...SENTENCE, width, largest: frame.sentence }, measure);
  const title = question.height + SENTENCE_GAP + sentence.height;
  return { question, sentence, chart: frame.height - title - GAP_MANY };
}

function votingSize({ prompt, options }: TitleAsked, { question: [short, long, veryLong] }: Frame): number {
  if (prompt.length > VERY_LONG) return veryLong;
  return prompt.length > LONG || options.length >= MANY ? long : short;
}

function isMany({ options }: TitleAsked): boolean {
  return options.length >= MANY;
}

function isWordy({ options }: TitleAsked): boolean {
  return options.reduce((sum, { label }) => sum + label.length, 0) > WORDY;
}

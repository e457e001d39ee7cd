/** What the stage leaves for the question and its chart, in u; screen.css draws the same. */
export interface Frame {
  /** How wide the main column is. */
  main: number;
  height: number;
  /** The question while people vote: up to 70 letters, up to 130, more. */
  question: readonly [number, number, number];
  /** The question once it is answered, and the finding. */
  asked: number;
  sentence: number;
}

const HEIGHT = 1080 - 60 - 56;

export const WIDE: Frame = { main: 1344, height: HEIGHT, question: [80, 64, 52], asked: 46, sentence: 68 };
/** 4 : 3 and alike: the rail keeps its width, the main column gives. */
export const NARROW: Frame = { main: 864, height: HEIGHT, question: [62, 54, 46], asked: 40, sentence: 56 };

/** As a media query; the same line stands in screen.css. */
export const IS_NARROW = 'max-aspect-ratio: 3/2';

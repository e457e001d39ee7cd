/** What a stage without a rail leaves for a comparison, in u. */
export interface FullFrame {
  width: number;
  left: number;
  right: number;
  /** Where the scale stands, and where the time axis ends. */
  plot: { left: number; right: number };
  /** Right of the plot: the latest values and what they are of; beside the QR code, and below it to the right edge. */
  end: { left: number; right: number };
  question: number;
  sentence: number;
}

/** The corner with the QR code and the code under it. */
export const CORNER = { side: 204, height: 316 };
export const TOP = 60;
/** Between what stands over the times asked and the plot. */
export const HEAD_GAP = 26;
/** Under the foot lines. */
export const BOTTOM = 44;
export const FOOT_LINE = 36;
/** Between the time axis and the foot lines: its years. */
export const TICKS = 58;

export const FULL_WIDE: FullFrame = {
  width: 1920,
  left: 88,
  right: 1832,
  plot: { left: 176, right: 1290 },
  end: { left: 1310, right: 1604 },
  question: 46,
  sentence: 65,
};
/** 4 : 3 and alike. */
export const FULL_NARROW: FullFrame = {
  width: 1440,
  left: 72,
  right: 1368,
  plot: { left: 152, right: 850 },
  end: { left: 866, right: 1140 },
  question: 40,
  sentence: 54,
};

/** The code at the foot, where the corner is taken: what it takes of the width, and where it begins. */
export const FOOT_QR = { width: 420, top: 866 };

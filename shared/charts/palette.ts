/** The few colours of a chart. This room, the latest time asked here, is `now`; everything else is ink. */
export interface Palette {
  paper: string;
  ink: string;
  /** Secondary text. */
  ink2: string;
  line: string;
  now: string;
  nowText: string;
  /** Marks that stand in the second row. */
  rest: string;
}

export const LIGHT: Palette = {
  paper: '#f7f2e7',
  ink: '#17191f',
  ink2: '#4a463d',
  line: '#d9d0bd',
  now: '#ca3b0f',
  nowText: '#8e2a0b',
  rest: '#8a8374',
};

export const DARK: Palette = {
  paper: '#12151c',
  ink: '#f4eee1',
  ink2: '#c2bdb0',
  line: '#2c323f',
  now: '#e85524',
  nowText: '#ff9b78',
  rest: '#7f7b72',
};

/** On white, for what is printed. */
export const PRINT: Palette = { ...LIGHT, paper: '#ffffff', line: '#d5d0c6' };

/** The colours of the page a chart stands in, so that one drawing serves light and dark. */
export const OF_PAGE: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  line: 'var(--line)',
  now: 'var(--now)',
  nowText: 'var(--now-text)',
  rest: 'var(--rest)',
};

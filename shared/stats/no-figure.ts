/** Why there is no figure: the closed list of codes, each with a sentence for a person. */
export const NO_FIGURE = {
  NOBODY_ANSWERED: 'Nobody has answered.',
  ONE_ANSWER: 'One answer alone says nothing about how answers differ.',
  ALL_THE_SAME: 'Everybody gave the same answer, so nothing tells how far off it may be.',
  TOO_FEW_ANSWERS: 'There are too few answers for an interval.',
  NOBODY_CHOSE_EITHER: 'Nobody chose one of the two.',
  NOTHING_TO_COMPARE: 'There are not two rooms and two options with answers.',
  BASE_UNKNOWN: 'The size of the room is not known.',
  ROOM_BELOW_BALLOTS: 'The room is said to be smaller than the ballots it cast.',
  SHARES_ABOVE_ONE: 'The shares of a single choice come to more than everybody.',
  NOTHING_REPORTED: 'No share was reported.',
  NO_COUNT_ROUNDS: 'No whole count rounds to one of the percentages.',
  SEVERAL_COUNTS_ROUND: 'More than one whole count rounds to one of the percentages.',
  COUNTS_NOT_N: 'The counts of a single choice do not come to n.',
} as const;

export type NoFigureCode = keyof typeof NO_FIGURE;

/** What stands in a figure's place where there is none; never NaN, never a silent zero. */
export interface NoFigure {
  kind: 'none';
  code: NoFigureCode;
  reason: string;
}

/** The reason in the words of the closed list. */
export function noFigure(code: NoFigureCode): NoFigure {
  return { kind: 'none', code, reason: NO_FIGURE[code] };
}

/** Tells a figure from the reason why there is none. */
export function isNoFigure(result: object): result is NoFigure {
  return 'kind' in result && result.kind === 'none';
}

import type { PostOnWall } from '../../../shared/posts.ts';
import { fitText, type FittedText, type MeasureText } from '../../ui/text-fit.ts';
import type { Frame } from '../stage-frame.ts';

/** A question of the list: how large it stands. */
export interface WallRow {
  post: PostOnWall;
  size: number;
}

export interface WallLayout {
  large: FittedText | null;
  rows: WallRow[];
}

const TITLE_HEIGHT = 52;
const LARGE = { weight: 680, tracking: -0.03, lineHeight: 1.02, largest: 108, smallest: 44 };
/** Its bar and the space beside it; the space over it; who backs it, and the space over that. */
const LARGE_INDENT = 60;
const LARGE_GAP = 58;
const FOOTER_HEIGHT = 78;
/** Between the large one and the list. */
const LIST_GAP = 44;
const ROW = { weight: 520, tracking: -0.014, lineHeight: 1.16, largest: 50, smallest: 36, maxHeight: 116 };
const NUMBER_WIDTH = 124;
const ROW_PADDING = 50;
/** Beside a large one so many of those that follow; they must not be read instead of it. */
const ROWS_BESIDE = 2;
const ROWS_ALONE = 8;
/** What the large one may take while others stand under it. */
const MOST_BESIDE = 500;

/** What of the wall fits on the stage: the one that stands large, whole, and under it as many of the others as there is room for. */
export function wallLayout(
  staged: PostOnWall | null,
  others: readonly PostOnWall[],
  frame: Frame,
  measure: MeasureText,
): WallLayout {
  const whole = frame.height - TITLE_HEIGHT;
  if (!staged) return { large: null, rows: rowsIn(whole - LARGE_GAP, others, ROWS_ALONE, frame, measure) };
  const maxHeight = others.length > 0 ? MOST_BESIDE : whole - LARGE_GAP - FOOTER_HEIGHT;
  const large = fitText(staged.text, { ...LARGE, width: frame.main - LARGE_INDENT, maxHeight }, measure);
  const left = whole - LARGE_GAP - large.height - FOOTER_HEIGHT - LIST_GAP;
  return { large, rows: rowsIn(left, others, ROWS_BESIDE, frame, measure) };
}

function rowsIn(
  height: number,
  posts: readonly PostOnWall[],
  most: number,
  frame: Frame,
  measure: MeasureText,
): WallRow[] {
  const rows: WallRow[] = [];
  let left = height;
  for (const post of posts.slice(0, most)) {
    const text = fitText(post.text, { ...ROW, width: frame.main - NUMBER_WIDTH }, measure);
    left -= text.height + ROW_PADDING;
    if (left < 0) break;
    rows.push({ post, size: text.size });
  }
  return rows;
}

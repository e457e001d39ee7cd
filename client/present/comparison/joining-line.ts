import type { MeasureText } from '../../ui/text-fit.ts';
import { along, grown, within, type Segment } from './segments.ts';
import type { PairLine } from './pair-line.ts';
import { isFree, placeText, type Ground } from './place-text.ts';
import { sizeOf, type ChartText, type Way } from './text-box.ts';
import { t } from '../../words/words.svelte.ts';

/** A line between two times asked, with its words. */
export interface JoiningLine {
  parts: Segment[];
  words: ChartText | null;
}

const GAP_WITHOUT_WORDS = 44;
const SIZES = [40, 34, 28];
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66];
/** Between words and the ends of the line they stand in. */
const AIR = 12;

/** The line with its words: in the gap where it is broken, else beside it; without words where they find no room. */
export function joiningLine(
  line: PairLine,
  segment: Segment,
  ground: Ground,
  measure: MeasureText,
): JoiningLine {
  if (!line.words)
    return { parts: line.isBroken ? cut(segment, middleGap(segment)) : [segment], words: null };
  const ways = waysOf(line);
  const inGap = line.isBroken ? wordsInGap(ways, segment, ground, measure) : undefined;
  if (inGap) return inGap;
  const words = placeText(ways, besideLine(segment), ground, measure) ?? null;
  return { parts: line.isBroken ? cut(segment, middleGap(segment)) : [segment], words };
}

/** In two lines, or what is clear in one word; the larger the better. */
function waysOf({ words, isClear }: PairLine): Way[] {
  const last = words.lastIndexOf(' ');
  const whole = last < 0 ? [words] : [words.slice(0, last), words.slice(last + 1)];
  const lines = [whole, ...(isClear ? [[t('line.clear')]] : [])];
  const style = { name: '', weight: isClear ? 680 : 420, tone: isClear ? 'ink' : 'soft' } as const;
  return SIZES.flatMap((size) => lines.map((each) => ({ ...style, lines: each, size })));
}

function wordsInGap(
  ways: readonly Way[],
  segment: Segment,
  ground: Ground,
  measure: MeasureText,
): JoiningLine | undefined {
  const others = { ...ground, segments: ground.segments.filter((other) => other !== segment) };
  for (const way of ways) {
    const size = sizeOf(way, measure);
    for (const part of PARTS) {
      const middle = along(segment, part);
      const box = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
      const gap = within(segment, grown(box, AIR));
      if (!gap || gap[0] < 0.1 || gap[1] > 0.9 || !isFree(box, others)) continue;
      ground.boxes.push(box);
      return { parts: cut(segment, gap), words: { ...way, box } };
    }
  }
  return undefined;
}

function besideLine(segment: Segment) {
  return ({ width, height }: { width: number; height: number }) =>
    PARTS.flatMap((part) => {
      const { x, y } = along(segment, part);
      const slope = Math.abs((segment.y2 - segment.y1) / Math.max(1, segment.x2 - segment.x1));
      const away = (slope * width) / 2 + 12;
      return [
        { x: x - width / 2, y: y - away - height },
        { x: x - width / 2, y: y + away },
        { x: x - width / 2, y: y - away - height - 40 },
        { x: x - width / 2, y: y + away + 40 },
      ];
    });
}

function middleGap(segment: Segment): [number, number] {
  const length = Math.hypot(segment.x2 - segment.x1, segment.y2 - segment.y1);
  const half = Math.min(0.3, GAP_WITHOUT_WORDS / 2 / Math.max(1, length));
  return [0.5 - half, 0.5 + half];
}

function cut(segment: Segment, [from, to]: readonly [number, number]): Segment[] {
  const a = along(segment, from);
  const b = along(segment, to);
  return [
    { ...segment, x2: a.x, y2: a.y },
    { ...segment, x1: b.x, y1: b.y },
  ];
}

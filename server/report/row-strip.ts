import { quarters, tickText } from '../../shared/charts/axis.ts';
import { optionMark, provenanceMark } from '../../shared/charts/marks.ts';
import { PRINT } from '../../shared/charts/palette.ts';
import { element, lineFrom, textAt } from '../../shared/charts/svg.ts';
import type { ComparisonPoint, PointOption } from '../../shared/comparison/comparison.ts';
import { asMarkup, type Html } from './html.ts';

/** A piece of chart in a cell of a table; all of one column share width and scale. */
export interface Strip {
  width: number;
  /** The share at its right end. */
  end: number;
  now: string | undefined;
  /** Lines closer together, where much stands on a page. */
  isCompact?: boolean;
}

const LEFT = 6;
const RIGHT = 14;
/** Two lines of numbers beside a strip are as high; without gaps the gridlines are whole. */
const LEAST = 34;

function placeOf({ width, end }: Strip): (share: number) => number {
  return (share) => LEFT + (share / end) * (width - LEFT - RIGHT);
}

/** One option's line of marks, a time asked under the other. */
export function rowStrip(
  marks: readonly { point: ComparisonPoint; option: PointOption | undefined }[],
  strip: Strip,
): Html {
  const at = placeOf(strip);
  const line = strip.isCompact ? 10 : 13;
  const pad = strip.isCompact ? 7 : 10;
  const height = Math.max(pad * 2 + (marks.length - 1) * line, LEAST);
  const top = (height - (marks.length - 1) * line) / 2;
  const scale = [0, ...quarters(strip.end)].map((share) =>
    lineFrom(at(share), 0, at(share), height, {
      stroke: share === 0 ? PRINT.ink : PRINT.line,
      width: share === 0 ? 2 : 1,
    }),
  );
  const drawn = marks.map(({ point, option }, index) => {
    if (!option) return '';
    const fill = point.id === strip.now ? PRINT.now : PRINT.ink;
    const mark = {
      provenance: point.provenance,
      fill,
      palette: PRINT,
      r: strip.isCompact ? 4.6 : 5.4,
      at,
      isUpright: false,
    };
    return optionMark(option, { ...mark, across: top + index * line });
  });
  return picture(strip.width, height, [...scale, ...drawn].join(''));
}

/** The numbers over a column of strips. */
export function stripAxis(strip: Strip): Html {
  const at = placeOf(strip);
  const texts = [0, ...quarters(strip.end)].map((share) =>
    textAt(at(share), 11, tickText(share, strip.end), {
      size: 10.5,
      fill: PRINT.ink2,
      anchor: share === strip.end ? 'middle' : share === 0 ? 'start' : 'middle',
    }),
  );
  return picture(strip.width, 14, texts.join(''));
}

/** A point's mark beside its time, in a heading. */
export function headMark({ provenance, id }: ComparisonPoint, now: string | undefined): Html {
  const fill = id === now ? PRINT.now : PRINT.ink;
  return picture(11, 11, provenanceMark(provenance, { x: 5.5, y: 5.5, r: 4.6, fill, paper: PRINT.paper }));
}

/** A bar from the axis, for the result of one time. */
export function barStrip(share: number | null, strip: Strip, isAhead: boolean): Html {
  const at = placeOf(strip);
  const height = 17;
  const scale = quarters(strip.end).map((tick) =>
    lineFrom(at(tick), 0, at(tick), height, { stroke: PRINT.line, width: 1 }),
  );
  const bar = element('rect', {
    x: at(0),
    y: 3,
    width: Math.max(0, at(share ?? 0) - at(0)),
    height: height - 6,
    fill: isAhead ? PRINT.now : PRINT.rest,
  });
  const axis = lineFrom(at(0), 0, at(0), height, { stroke: PRINT.ink, width: 2 });
  return picture(strip.width, height, scale.join('') + bar + axis);
}

function picture(width: number, height: number, content: string): Html {
  return asMarkup(
    element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, content),
  );
}

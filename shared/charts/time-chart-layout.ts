import type { Comparison } from '../comparison/comparison.ts';
import { scaleEnd } from './axis.ts';
import { cutAround, joinLabel, joinLines, type JoinLine } from './join-lines.ts';
import { placeLabels } from './place-labels.ts';
import { END_EMS, endLabel, valueLabel, type TimeLabel } from './time-labels.ts';
import { marksOf, obstaclesOf, seriesOf, type Ground, type TimeMark } from './time-marks.ts';

export interface TimeChartLayout extends Ground {
  /** The share at the top. */
  end: number;
  marks: TimeMark[];
  joins: JoinLine[];
  labels: TimeLabel[];
  height: number;
}

/** Narrower than this, everything is a size smaller. */
const NARROW = 560;

/** Where everything of a line of time stands: true distances, and no label on another or on a mark. */
export function layOutTimes(comparison: Comparison, width: number): TimeChartLayout {
  const isNarrow = width < NARROW;
  const size = isNarrow ? 13 : 16;
  const series = seriesOf(comparison);
  const ids = series.map(({ optionId }) => optionId);
  const end = scaleEnd(comparison, ids);
  const plotWidth = width - size * 4 - (isNarrow ? 0 : size * END_EMS);
  const plot = { x: size * 3.4, y: size, width: plotWidth, height: isNarrow ? 260 : 400 };
  const at = (share: number) => plot.y + plot.height * (1 - share / end);
  const marks = marksOf(comparison, series, { plot, at, size });
  const joins = joinLines(comparison, marks, size);
  const lastId = comparison.points.at(-1)?.id;
  const wanted = [
    ...marks.flatMap((mark) =>
      mark.point.id === lastId && !isNarrow ? endLabel(mark, size, plot) : valueLabel(mark, size),
    ),
    ...joins.map((join) => joinLabel(join, size)),
  ];
  const frame = { x: 0, y: 0, width, height: plot.y + plot.height + size };
  const boxes = placeLabels(wanted, obstaclesOf(marks, at, size), frame);
  const labels = wanted.flatMap(({ places: _, ...label }, index) => {
    const box = boxes[index];
    return box ? [{ ...label, ...box }] : [];
  });
  return {
    size,
    plot,
    end,
    at,
    marks,
    joins: joins.flatMap((join) => cutAround(join, labels)),
    labels,
    height: plot.y + plot.height + size * 2.2,
  };
}

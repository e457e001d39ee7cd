import type { AlignmentKind } from '../../../shared/alignment.ts';
import type { Option } from '../../../shared/question.ts';
import type { Decisions, There } from './matching-state.ts';

/** Where everything stands, in rows from the top: what belongs together stands side by side. */
export interface MatchingLayout {
  here: { option: Option; y: number; isAlone: boolean }[];
  there: { option: There; y: number; isAlone: boolean }[];
  wires: { key: string; from: number; to: number; as: AlignmentKind; isProposed: boolean }[];
  rows: number;
}

interface Band {
  here: Option[];
  there: There[];
}

export function matchingLayout(
  options: readonly Option[],
  there: readonly There[],
  decisions: Decisions,
): MatchingLayout {
  const layout: MatchingLayout = { here: [], there: [], wires: [], rows: 0 };
  for (const band of bandsOf(options, there, decisions)) {
    const rows = Math.max(band.here.length, band.there.length);
    const isAlone = band.here.length === 0 || band.there.length === 0;
    const middle = (count: number, index: number) => layout.rows + (rows - count) / 2 + index + 0.5;
    band.here.forEach((option, index) =>
      layout.here.push({ option, y: middle(band.here.length, index), isAlone }),
    );
    band.there.forEach((option, index) =>
      layout.there.push({ option, y: middle(band.there.length, index), isAlone }),
    );
    layout.rows += rows;
  }
  return { ...layout, wires: wiresOf(layout, decisions) };
}

/** Options that are joined by any decision form one band; the order is that of the question, then of the other side. */
function bandsOf(options: readonly Option[], there: readonly There[], decisions: Decisions): Band[] {
  const bands: Band[] = options.map((option) => ({ here: [option], there: [] }));
  const alone: Band[] = [];
  for (const each of there) {
    const to: readonly string[] = decisions[each.key]?.to ?? [];
    const joined = bands.filter(({ here }) => here.some(({ id }) => to.includes(id)));
    const [first, ...rest] = joined;
    if (!first) alone.push({ here: [], there: [each] });
    else {
      first.here.push(...rest.flatMap(({ here }) => here));
      first.there.push(...rest.flatMap((band) => band.there), each);
      for (const band of rest) bands.splice(bands.indexOf(band), 1);
    }
  }
  return [...bands, ...alone];
}

function wiresOf({ here, there }: MatchingLayout, decisions: Decisions): MatchingLayout['wires'] {
  return there.flatMap(({ option, y }) => {
    const { to = [], as = 'same', standing } = decisions[option.key] ?? {};
    return here
      .filter((end) => to.includes(end.option.id))
      .map((end) => ({
        key: `${option.key} ${end.option.id}`,
        from: end.y,
        to: y,
        as,
        isProposed: standing === 'proposed',
      }));
  });
}

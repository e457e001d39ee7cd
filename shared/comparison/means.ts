import type { Alignment, OfferedOption } from '../alignment.ts';
import { sameLabel } from '../data-points/labels.ts';
import type { DataPointId, OptionId } from '../ids.ts';

/** What of a data point's result says which option it was. */
interface Named {
  label: string;
  optionId?: OptionId;
}

/** Which options of the question an option stands for, wherever it was offered; none: for no option. */
export interface Means {
  ofOption(id: OptionId): OptionId[];
  ofResult(dataPointId: DataPointId, result: Named): OptionId[];
  /** Whether a person has said what it stands for. */
  isDecided(offered: OfferedOption): boolean;
}

/**
 * [AL1] An option stands for itself, a data point's result for the option it was said to be when it was entered.
 * [AL2] A map goes over both; an option of the question that was added or dropped still stands for itself. [AL3] What it leads to may be mapped itself: that is followed, each map once.
 */
export function meansOf(alignment: Alignment | null): Means {
  const maps = alignment?.maps ?? [];
  const mapOf = (offered: OfferedOption) => maps.find(({ from }) => isSameOffered(from, offered));
  const follow = (id: OptionId, seen: readonly OptionId[] = []): OptionId[] => {
    const map = mapOf({ optionId: id });
    if (!map || map.to.length === 0 || seen.includes(id)) return [id];
    return map.to.flatMap((to) => (to === id ? [id] : follow(to, [...seen, id])));
  };
  return {
    ofOption: (id) => unique(follow(id)),
    ofResult: (dataPointId, { label, optionId }) => {
      const to = mapOf({ dataPointId, label })?.to ?? (optionId === undefined ? [] : [optionId]);
      return unique(to.flatMap((id) => follow(id)));
    },
    isDecided: (offered) => mapOf(offered) !== undefined,
  };
}

/** The same option of the question, or the same label at the same data point. */
export function isSameOffered(one: OfferedOption, other: OfferedOption): boolean {
  if ('optionId' in one || 'optionId' in other)
    return 'optionId' in one && 'optionId' in other && one.optionId === other.optionId;
  return one.dataPointId === other.dataPointId && sameLabel(one.label, other.label);
}

function unique(ids: OptionId[]): OptionId[] {
  return [...new Set(ids)];
}

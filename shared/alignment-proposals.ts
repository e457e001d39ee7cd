import type { AlignmentMap, OfferedOption } from './alignment.ts';
import type { DataPoint } from './data-point.ts';
import type { OptionId } from './ids.ts';
import { ALIKE_FROM, likeness } from './label-likeness.ts';
import { offeredAt } from './offered-places.ts';
import { latestVersion, type Option, type Question } from './question.ts';

/**
 * [AL6] What a data point's options could stand for, by their labels: the same, renamed, or dropped where no option of the
 * question is like it. No option is proposed twice; what was said at entry is not asked again. Only a person decides.
 */
export function proposeMaps(
  question: Question,
  point: Pick<DataPoint, 'id' | 'optionsOffered' | 'results'>,
): AlignmentMap[] {
  const offered = offeredAt(point);
  const open = offered.filter(({ own }) => own === null);
  const options = everyOption(question).filter(({ id }) => !offered.some(({ own }) => own === id));
  const found = likest(open.flatMap(({ from, label }) => options.map((option) => ({ from, label, option }))));
  return open.map(({ from }) => found.get(from) ?? { from, to: [], as: 'dropped' });
}

/** [AL6] The same for options that are gone: what in the latest version they could stand for, where any is like them. */
export function proposeVersionMaps(question: Question): AlignmentMap[] {
  const latest = latestVersion(question).options;
  const gone = everyOption(question).filter(({ id }) => !latest.some((option) => option.id === id));
  const pairs = gone.flatMap(({ id, label }) => {
    const from = { optionId: id };
    return latest
      .filter((option) => !stoodTogether(question, id, option.id))
      .map((option) => ({ from, label, option }));
  });
  return [...likest(pairs).values()];
}

interface Pair {
  from: OfferedOption;
  label: string;
  option: Option;
}

/** The likest pairs first, each side in one of them at most. */
function likest(pairs: readonly Pair[]): Map<OfferedOption, AlignmentMap> {
  const alike = pairs
    .map(({ from, label, option }) => ({ from, id: option.id, how: likeness(label, option.label) }))
    .filter(({ how }) => how >= ALIKE_FROM)
    .sort((a, b) => b.how - a.how);
  const found = new Map<OfferedOption, AlignmentMap>();
  const taken = new Set<OptionId>();
  for (const { from, id, how } of alike) {
    if (found.has(from) || taken.has(id)) continue;
    found.set(from, { from, to: [id], as: how === 2 ? 'same' : 'renamed' });
    taken.add(id);
  }
  return found;
}

/** Side by side in one version, they were two. */
function stoodTogether({ versions }: Question, one: OptionId, other: OptionId): boolean {
  return versions.some(({ options }) =>
    [one, other].every((id) => options.some((option) => option.id === id)),
  );
}

/** Each option of any version once, as it was last called. */
function everyOption({ versions }: Question): Option[] {
  return [
    ...new Map(versions.flatMap(({ options }) => options.map((option) => [option.id, option]))).values(),
  ];
}

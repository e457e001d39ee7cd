import { visibleGroups } from '../../shared/comparison/split.ts';
import type { Asking } from '../../shared/asking.ts';
import type { Option, Question } from '../../shared/question.ts';
import type { OptionResult } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { specOf } from '../../shared/question.ts';
import type { Store } from '../store/store.ts';
import { groupsOf, NOT_SAID, tallyOf, type Group } from './segments.ts';

/** One group of a split. What is hidden has neither its size nor its answers. */
export interface SplitGroup {
  id: string;
  label: string;
  hidden: boolean;
  n: number | null;
  options: OptionResult[] | null;
}

interface Asked {
  asking: Asking;
  question: Question;
}

/** The answers to one asking, group by group of what the same voters said of themselves in another of the same event. */
export async function splitOfAsking(
  store: Pick<Store, 'ballots'>,
  { asking, question }: Asked,
  by: Asked,
): Promise<SplitGroup[]> {
  const groups = await groupsOf(store, asking.id, { id: by.asking.id, type: by.question.type });
  const visible = visibleGroups(groups);
  const spec = specOf(question, asking.questionVersion);
  const type = questionType(question.type);
  const resultsOf = (group: Group): OptionResult[] =>
    type.results(spec, tallyOf(question, asking.questionVersion, group), { joined: group.n, roomSize: null })
      .options;
  return [...specOf(by.question, by.asking.questionVersion).options, notSaid()].flatMap(({ id, label }) => {
    const group = groups.find((each) => each.id === id);
    if (!group && id === NOT_SAID) return [];
    return [
      group && visible.has(id)
        ? { id, label, hidden: false, n: group.n, options: resultsOf(group) }
        : { id, label, hidden: true, n: null, options: null },
    ];
  });
}

function notSaid(): Pick<Option, 'label'> & { id: string } {
  return { id: NOT_SAID, label: 'Did not say' };
}

import { smallNumber } from '../../../shared/comparison/number-words.ts';
import type { ComparedOption, PointDifference } from '../../../shared/comparison/comparison.ts';
import { ABSTAIN_ID, OTHER_ID } from '../../../shared/questions/question-type.ts';
import { t } from '../../words/words.svelte.ts';

type Transitions = NonNullable<PointDifference['transitions']>;

/** An option, or several small ones as one, before and after. */
export interface MovedRow {
  label: string;
  /** As a column is headed. */
  short: string;
  before: number;
  after: number;
  notAgain: number;
  /** Where those who chose it before went, by row. */
  to: number[];
}

export interface MovedRows {
  rows: MovedRow[];
  /** The row that gained most; -1 where none did. */
  gainer: number;
}

const MOST = 4;

/** Who moved where, in at most four rows: the three largest options, and the others as one. */
export function movedRows(transitions: Transitions, options: readonly ComparedOption[]): MovedRows {
  const groups = groupsOf(transitions);
  const rows = groups.map((group): MovedRow => {
    const to = groups.map((other) => sumOf(group, other, transitions));
    const back = groups.map((other) => sumOf(other, group, transitions));
    const { label, short } = labelsOf(group, transitions, options);
    return {
      label,
      short,
      before: sum(to),
      after: sum(back),
      notAgain: sum(group.map((at) => transitions.notAgain[at] ?? 0)),
      to,
    };
  });
  const gains = rows.map(({ before, after }) => after - before);
  const most = Math.max(...gains);
  return { rows, gainer: most > 0 ? gains.indexOf(most) : -1 };
}

function groupsOf({ options, moved }: Transitions): number[][] {
  const size = (at: number) => sum(moved[at] ?? []) + sum(moved.map((row) => row[at] ?? 0));
  const bySize = options.map((_option, at) => at).sort((a, b) => size(b) - size(a));
  if (options.length <= MOST) return bySize.map((at) => [at]);
  return [...bySize.slice(0, MOST - 1).map((at) => [at]), bySize.slice(MOST - 1)];
}

function sumOf(from: readonly number[], to: readonly number[], { moved }: Transitions): number {
  return sum(from.flatMap((row) => to.map((column) => moved[row]?.[column] ?? 0)));
}

function labelsOf(
  group: readonly number[],
  transitions: Transitions,
  options: readonly ComparedOption[],
): Pick<MovedRow, 'label' | 'short'> {
  const [only] = group;
  if (group.length > 1 || only === undefined) {
    const values = { n: group.length, nInWords: smallNumber(group.length) };
    return { label: t('moved.others', values), short: t('moved.others-short', values) };
  }
  const label = labelOf(transitions.options[only] ?? '', options);
  return { label, short: label };
}

function labelOf(id: string, options: readonly ComparedOption[]): string {
  if (id === OTHER_ID) return t('choice.other-short');
  if (id === ABSTAIN_ID) return t('choice.abstain-short');
  return options.find(({ optionId }) => optionId === id)?.label ?? id;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

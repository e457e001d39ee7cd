import { listWords, smallNumber } from '../../../shared/comparison/number-words.ts';
import type { Option } from '../../../shared/question.ts';
import { countOf } from '../../../shared/count-words.ts';
import { matchingLayout } from './matching-layout.ts';
import type { Decisions, There } from './matching-state.ts';

export interface Effect {
  /** Whether it can be compared; a line with a dash says what cannot. */
  isGood: boolean;
  text: string;
}

/** What a matching means for the comparison. `votes`: how many chose an option of the question where it was asked last. */
export function matchingEffects(
  options: readonly Option[],
  there: readonly There[],
  decisions: Decisions,
  votes: Readonly<Record<string, number>> | null,
): Effect[] {
  const layout = matchingLayout(options, there, decisions);
  const here = layout.here.map(({ option, isAlone }) => ({
    label: option.label,
    isAlone,
    votes: votes?.[option.id] ?? null,
  }));
  const others = layout.there.map(({ option, isAlone }) => ({
    label: option.label,
    isAlone,
    votes: option.votes,
  }));
  return [
    groups(countGroups(there, decisions)),
    ...whoChoseOne(here, others),
    ...inNoLine(here, 'not offered there'),
    ...inNoLine(others, 'offered only there'),
    ...proposed(there, decisions),
  ];
}

interface Side {
  label: string;
  isAlone: boolean;
  votes: number | null;
}

/** Targets that any option stands for together are one group. */
function countGroups(there: readonly There[], decisions: Decisions): number {
  const groups: Set<string>[] = [];
  for (const { key } of there) {
    const to = decisions[key]?.to ?? [];
    if (to.length === 0) continue;
    const touched = groups.filter((group) => to.some((id) => group.has(id)));
    const joined = new Set<string>([...to, ...touched.flatMap((group) => [...group])]);
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.length;
}

function groups(n: number): Effect {
  if (n === 0) return { isGood: false, text: 'Nothing can be compared yet' };
  const number = smallNumber(n);
  const words = `${number.charAt(0).toUpperCase()}${number.slice(1)}`;
  return { isGood: true, text: n === 1 ? 'One option can be compared' : `${words} groups can be compared` };
}

function whoChoseOne(here: readonly Side[], there: readonly Side[]): Effect[] {
  const [ours, theirs] = [of(here), of(there)];
  return ours && theirs ? [{ isGood: true, text: `${ours} and ${theirs} chose one of them` }] : [];
}

/** "69 of 78", where all votes of a side are known. */
function of(side: readonly Side[]): string | undefined {
  const isKnown = side.length > 0 && side.every(({ votes }) => votes !== null);
  return isKnown ? `${sum(side.filter(({ isAlone }) => !isAlone))} of ${sum(side)}` : undefined;
}

function sum(side: readonly Side[]): number {
  return side.reduce((total, { votes }) => total + (votes ?? 0), 0);
}

function inNoLine(side: readonly Side[], why: string): Effect[] {
  const alone = side.filter(({ isAlone }) => isAlone);
  if (alone.length === 0) return [];
  const votes = alone.every((each) => each.votes !== null) ? `, ${countOf(sum(alone), 'vote')},` : '';
  const labels = listWords(alone.map(({ label }) => label));
  const are = alone.length === 1 ? 'is' : 'are';
  return [{ isGood: false, text: `${labels}${votes} ${are} listed under the chart, in no line: ${why}` }];
}

function proposed(there: readonly There[], decisions: Decisions): Effect[] {
  const n = there.filter(({ key }) => decisions[key]?.standing === 'proposed').length;
  if (n === 0) return [];
  return [
    {
      isGood: false,
      text: `${n === 1 ? 'One is' : `${n} are`} only proposed by the labels, until you use this matching`,
    },
  ];
}

import type { AlignmentKind, AlignmentMap, OfferedOption } from '../../../shared/alignment.ts';
import { isSameOffered } from '../../../shared/comparison/means.ts';
import type { OptionId } from '../../../shared/ids.ts';
import type { Option } from '../../../shared/question.ts';

/** How a decision came about: proposed by its label, said when it was entered, or decided here. */
export type Standing = 'proposed' | 'entered' | 'decided';

export interface Decision {
  to: OptionId[];
  as: AlignmentKind;
  standing: Standing;
}

/** An option as it was offered there, to be matched with options of the question. */
export interface There {
  key: string;
  from: OfferedOption;
  label: string;
  /** The option it was said to be when it was entered. */
  own: OptionId | null;
  /** "23", "85–95 %"; empty where nothing was reported. */
  figure: string;
  /** Whole votes, where they are known. */
  votes: number | null;
}

export type Decisions = Readonly<Record<string, Decision>>;

/** What is shown at first: what was decided, else what was entered, else what the labels propose. */
export function firstDecisions(
  there: readonly There[],
  options: readonly Option[],
  decided: readonly AlignmentMap[],
  proposals: readonly AlignmentMap[],
): Decisions {
  return Object.fromEntries(
    there.map((each) => [each.key, decisionOf(each, options, mapOf(decided, each), mapOf(proposals, each))]),
  );
}

function decisionOf(
  { own, label }: There,
  options: readonly Option[],
  decided: AlignmentMap | undefined,
  proposed: AlignmentMap | undefined,
): Decision {
  if (decided) return { to: decided.to, as: decided.as, standing: 'decided' };
  if (own !== null) return { to: [own], as: kindOfOne(label, own, options), standing: 'entered' };
  if (proposed) return { to: proposed.to, as: proposed.as, standing: 'proposed' };
  return { to: [], as: 'dropped', standing: 'proposed' };
}

function mapOf(maps: readonly AlignmentMap[], { from }: There): AlignmentMap | undefined {
  return maps.find((map) => isSameOffered(map.from, from));
}

/** With the same label the same, else renamed. */
export function kindOfOne(label: string, id: OptionId, options: readonly Option[]): 'same' | 'renamed' {
  const option = options.find((each) => each.id === id);
  return option?.label.trim().toLowerCase() === label.trim().toLowerCase() ? 'same' : 'renamed';
}

/** Another kind for one option; of its targets as many stay as the kind takes. */
export function withKind(decision: Decision, as: AlignmentKind): Decision {
  const to =
    as === 'added' || as === 'dropped' ? [] : as === 'merged' ? decision.to : decision.to.slice(0, 1);
  return { to, as, standing: 'decided' };
}

/** Ticks or unticks a target; kinds that take one option alone take the last that was chosen. */
export function withTarget(decision: Decision, id: OptionId): Decision {
  if (decision.as !== 'merged') return { ...decision, to: [id], standing: 'decided' };
  const to = decision.to.includes(id) ? decision.to.filter((each) => each !== id) : [...decision.to, id];
  return { ...decision, to, standing: 'decided' };
}

/** A wire drawn by hand: the first makes it the same or renamed, another one makes it merged. */
export function withWire(
  decision: Decision,
  label: string,
  id: OptionId,
  options: readonly Option[],
): Decision {
  if (decision.to.includes(id)) return { ...decision, standing: 'decided' };
  if (decision.to.length === 0) return { to: [id], as: kindOfOne(label, id, options), standing: 'decided' };
  return { to: [...decision.to, id], as: 'merged', standing: 'decided' };
}

const TAKES: Record<AlignmentKind, (n: number) => boolean> = {
  same: (n) => n === 1,
  renamed: (n) => n === 1,
  merged: (n) => n >= 2,
  split: (n) => n === 1,
  added: (n) => n === 0,
  dropped: (n) => n === 0,
};

/** What is missing before a matching can be used, by the key of its option. */
export function problemsOf(there: readonly There[], decisions: Decisions): Record<string, string> {
  const problems = there.flatMap(({ key }) => {
    const decision = decisions[key];
    const problem = decision && problemOf(key, decision, there, decisions);
    return problem ? [[key, problem] as const] : [];
  });
  return Object.fromEntries(problems);
}

function problemOf(
  key: string,
  { to, as }: Decision,
  there: readonly There[],
  decisions: Decisions,
): string | undefined {
  if (!TAKES[as](to.length))
    return as === 'merged'
      ? 'Choose the options that were merged, two or more.'
      : 'Choose the option it stands for.';
  const others = there.filter(
    (each) => each.key !== key && decisions[each.key]?.to.some((id) => to.includes(id)),
  );
  if (as === 'split' && others.length === 0)
    return 'The other part is missing: match it with the same option.';
  const twice = others.filter((each) => isWhole(decisions[each.key]?.as));
  if (isWhole(as) && twice.length > 0)
    return `“${twice[0]?.label}” is said to be the same option. If it was split, say so for both.`;
  return undefined;
}

function isWhole(as: AlignmentKind | undefined): boolean {
  return as === 'same' || as === 'renamed';
}

/** The whole alignment to be kept: ours go over what was decided of the same options, everything else stays. */
export function mapsToKeep(
  there: readonly There[],
  decisions: Decisions,
  current: readonly AlignmentMap[],
): AlignmentMap[] {
  const others = current.filter(({ from }) => !there.some((each) => isSameOffered(each.from, from)));
  const ours = there.flatMap(({ key, from, own }): AlignmentMap[] => {
    const decision = decisions[key];
    if (!decision || (decision.standing === 'entered' && own !== null)) return [];
    return [{ from, to: decision.to, as: decision.as }];
  });
  return [...others, ...ours];
}

/** The whole alignment with ours as they stood in an earlier revision: what nobody had decided then is undecided again. */
export function mapsAsBefore(
  there: readonly There[],
  earlier: readonly AlignmentMap[],
  current: readonly AlignmentMap[],
): AlignmentMap[] {
  const isOurs = ({ from }: AlignmentMap) => there.some((each) => isSameOffered(each.from, from));
  return [...current.filter((map) => !isOurs(map)), ...earlier.filter(isOurs)];
}

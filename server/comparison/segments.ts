import { askingPoint, type ComparedTally } from '../../shared/comparison/asking-point.ts';
import type { ComparedPoint } from '../../shared/comparison/compared-point.ts';
import type { Means } from '../../shared/comparison/means.ts';
import { visibleGroups } from '../../shared/comparison/split.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import { specOf, type Question } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { recount } from '../../shared/tally.ts';
import type { Store } from '../store/store.ts';
import type { Asked } from './asked-points.ts';

/** Those who answered a question, but not what describes them. */
export const NOT_SAID = 'not-said';

/** A group of those who answered: by one option of a question that describes people. */
export interface Segment {
  questionId: QuestionId;
  optionId: string;
}

export interface Group {
  id: string;
  n: number;
  answers: { answer: unknown; count: number }[];
}

/** Those who answered an asking, by what they said of themselves in another of the same event. */
export async function groupsOf(
  { ballots }: Pick<Store, 'ballots'>,
  asking: AskingId,
  by: { id: AskingId; type: QuestionTypeName },
): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const { pickedIds } = questionType(by.type);
  for (const { first, second, count } of await ballots.crossed(by.id, asking))
    if (second !== undefined)
      put(groups, first === undefined ? NOT_SAID : pickedIds(first)[0], second, count);
  return [...groups.values()];
}

function put(groups: Map<string, Group>, id = NOT_SAID, answer: unknown, count: number): void {
  const group = groups.get(id) ?? { id, n: 0, answers: [] };
  group.n += count;
  group.answers.push({ answer, count });
  groups.set(id, group);
}

/** The tally of one group's answers. */
export function tallyOf(
  question: Question,
  version: number,
  { answers }: Pick<Group, 'answers'>,
): ComparedTally {
  return recount(specOf(question, version), repeated(answers)) as ComparedTally;
}

function* repeated(answers: Group['answers']): Generator {
  for (const { answer, count } of answers) for (let index = 0; index < count; index += 1) yield answer;
}

export interface Segmented {
  points: ComparedPoint[];
  /** Times whose group is too small to be shown, or would show another that is. */
  tooSmall: Asked[];
}

/** Every time a question was asked where the room was also asked to describe itself, with one group's answers alone. */
export async function segmentedPoints(
  store: Pick<Store, 'ballots' | 'askings'>,
  question: Question,
  asked: readonly Asked[],
  means: Means,
  segment: Segment,
  describing: Pick<Question, 'type'>,
): Promise<Segmented> {
  const described = await store.askings.ofQuestion(segment.questionId);
  const segmented: Segmented = { points: [], tooSmall: [] };
  for (const time of asked) {
    const by = described.findLast(({ asking }) => asking.eventId === time.asking.eventId);
    if (!by) continue;
    const groups = await groupsOf(store, time.asking.id, { id: by.asking.id, type: describing.type });
    const group = groups.find(({ id }) => id === segment.optionId);
    if (!group || !visibleGroups(groups).has(group.id)) segmented.tooSmall.push(time);
    else segmented.points.push(pointOf(time, group, question, means));
  }
  return segmented;
}

/** How many of a group joined, or were in the room, nobody knows. */
function pointOf({ asking, event }: Asked, group: Group, question: Question, means: Means): ComparedPoint {
  const tally = tallyOf(question, asking.questionVersion, group);
  const point = askingPoint({ asking, event, tally }, question, means);
  return { ...point, joined: null, roomSize: null };
}

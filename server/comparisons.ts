import type { Alignment } from '../shared/alignment.ts';
import { pairKey, pairsOf } from '../shared/comparison/compare.ts';
import type { Base, Comparison, Reading, Warning } from '../shared/comparison/comparison.ts';
import type { ComparedPoint } from '../shared/comparison/compared-point.ts';
import { inTime } from '../shared/comparison/in-time.ts';
import { kindsOf, MOST_IN_ONE_CHART, pairsWithin } from '../shared/comparison/kinds.ts';
import { meansOf, type Means } from '../shared/comparison/means.ts';
import { listWords } from '../shared/comparison/number-words.ts';
import { reportedPoint } from '../shared/comparison/reported-point.ts';
import type { Crossed } from '../shared/comparison/same-people.ts';
import type { AskingId, QuestionId } from '../shared/ids.ts';
import { latestVersion, type Question } from '../shared/question.ts';
import { questionType } from '../shared/questions/registry.ts';
import { Refused } from '../shared/result.ts';
import { askedPoints, isForEverybody, type Asked } from './comparison/asked-points.ts';
import { CompareAside } from './comparison/compare-aside.ts';
import { segmentedPoints, type Segment } from './comparison/segments.ts';
import type { Store } from './store/store.ts';

/** One thread is enough for all. */
const aside = new CompareAside();

/** A screen takes no more, and each of its pages gets them whole with every press. */
const MOST_ON_STAGE = 24;
const ON_STAGE = { isPublic: true, withTests: false };

/** What of the store a comparison is read from. */
export type ComparedStore = Pick<Store, 'questions' | 'askings' | 'dataPoints' | 'alignments' | 'ballots'>;

export interface ComparisonAsk {
  base?: Base | undefined;
  reading?: Reading | undefined;
  /** Chosen pairs of point ids. */
  pairs?: readonly (readonly [string, string])[] | undefined;
  /** Only these points; absent: all. */
  points?: readonly string[] | undefined;
  /** Only those who described themselves so. */
  segment?: Segment | undefined;
  /** Absent: with them. A screen shows none, and in small rooms each takes up to a tenth of a second. */
  withTests?: boolean | undefined;
  /** The option the sentences should be about. */
  foreground?: string | undefined;
  /** For others than those who organise: nothing that is open or was not shown. */
  isPublic?: boolean | undefined;
  /** And of those, none of a private event. */
  withoutPrivate?: boolean | undefined;
}

/**
 * A question's askings and data points side by side. Throws `Refused`: STATE_CONFLICT for a type that is not compared by
 * shares, INVALID for points or pairs that are not there.
 */
export async function loadComparison(
  context: { store: ComparedStore },
  question: Question,
  ask: ComparisonAsk,
): Promise<Comparison> {
  return JSON.parse(await comparisonText(context, question, ask)) as Comparison;
}

/** The same as JSON, for whoever only hands it on. */
export async function comparisonText(
  { store }: { store: ComparedStore },
  question: Question,
  ask: ComparisonAsk,
): Promise<string> {
  mustCompareByShares(question);
  const { points, warnings } = await pointsFor(store, question, ask);
  mustBeThere(points, ask);
  const chosen = ask.points ? points.filter(({ id }) => ask.points?.includes(id)) : points;
  const pairs = ask.pairs ?? [];
  const besides = pairs.length > 0 ? [] : pairsAtFirst(chosen);
  const { version, prompt } = latestVersion(question);
  const about = { id: question.id, type: question.type, prompt, version };
  return aside.compare(about, chosen, {
    base: ask.base ?? 'cast',
    reading: ask.reading,
    pairs,
    besides,
    withTests: ask.withTests,
    foreground: ask.foreground,
    crossed: ask.segment ? new Map() : await crossedOf(store, chosen, { pairs, besides }),
    warnings,
  });
}

/**
 * What the projected screen shows of a question: what everybody may see, at most the latest 24. Undefined: there is no such
 * comparison.
 */
export async function comparisonForStage(
  store: ComparedStore,
  questionId: QuestionId,
): Promise<Comparison | undefined> {
  const question = await store.questions.get(questionId);
  if (!question || questionType(question.type).comparedBy !== 'shares') return undefined;
  const whole = await loadComparison({ store }, question, ON_STAGE);
  if (whole.points.length <= MOST_ON_STAGE) return whole;
  const latest = whole.points.slice(-MOST_ON_STAGE);
  return loadComparison({ store }, question, { ...ON_STAGE, points: latest.map(({ id }) => id) });
}

/** [CO5] What is drawn by kinds of audience is reckoned within them, on a screen and everywhere else, as far as it is drawn. */
function pairsAtFirst(points: readonly ComparedPoint[]): [string, string][] {
  if (points.length <= MOST_IN_ONE_CHART || points.length > MOST_ON_STAGE) return [];
  return pairsWithin(kindsOf(inTime(points)));
}

/** What options of a question stand for, as it was last decided. */
export async function meansFor({ alignments }: Pick<Store, 'alignments'>, id: QuestionId): Promise<Means> {
  const [current = null]: (Alignment | null)[] = await alignments.ofQuestion(id);
  return meansOf(current);
}

async function pointsFor(
  store: ComparedStore,
  question: Question,
  { isPublic = false, withoutPrivate = false, segment }: ComparisonAsk,
): Promise<{ points: ComparedPoint[]; warnings: Warning[] }> {
  const means = await meansFor(store, question.id);
  const all = await store.askings.ofQuestion(question.id);
  const there = all.filter((time) => !(withoutPrivate && time.event.isPrivate));
  const asked = there.filter((time) => (isPublic ? isForEverybody(time) : time.asking.setAside === null));
  if (segment) return ofSegment(store, question, asked, means, segment);
  const [counted, stored] = await Promise.all([
    askedPoints(store, question, asked, means),
    store.dataPoints.ofQuestion(question.id),
  ]);
  const reported = stored.map(({ point, evidence }) =>
    reportedPoint(point, question, means, evidence !== null),
  );
  return { points: [...counted, ...reported], warnings: isPublic ? [] : aboutSetAside(there) };
}

/** [AS12] What is left out is named, with the reason. */
function aboutSetAside(asked: readonly Asked[]): Warning[] {
  const left = asked.flatMap(({ asking, event }) =>
    asking.setAside === null ? [] : [`${event.title} (${asking.setAside})`],
  );
  if (left.length === 0) return [];
  return [{ code: 'SET_ASIDE', text: `Set aside, and in no figure here: ${listWords(left)}.` }];
}

async function ofSegment(
  store: ComparedStore,
  question: Question,
  asked: readonly Asked[],
  means: Means,
  segment: Segment,
): Promise<{ points: ComparedPoint[]; warnings: Warning[] }> {
  const describing = mustDescribe(await store.questions.get(segment.questionId));
  const { points, tooSmall } = await segmentedPoints(store, question, asked, means, segment, describing);
  if (tooSmall.length === 0) return { points, warnings: [] };
  const where = listWords(tooSmall.map(({ event }) => event.title));
  const text = `Too few people of this group to be shown, or they would be found by subtraction: ${where}.`;
  return { points, warnings: [{ code: 'GROUP_TOO_SMALL', text }] };
}

/** Answers of those who were asked twice in one event, for the pairs that are compared. */
async function crossedOf(
  { ballots }: Pick<Store, 'ballots'>,
  points: readonly ComparedPoint[],
  pairs: Parameters<typeof pairsOf>[1],
): Promise<Map<string, readonly Crossed[]>> {
  // Hands are nobody's: who raised one again is not known.
  const voted = points.filter(({ isByHand }) => !isByHand);
  const eventOf = new Map(voted.map(({ id, eventId }) => [id, eventId]));
  const same = pairsOf(inTime(points), pairs).filter(({ from, to }) => {
    const event = eventOf.get(from);
    return event !== null && event !== undefined && event === eventOf.get(to);
  });
  const crossed = await Promise.all(
    same.map(async ({ from, to }) => {
      const answers = await ballots.crossed(from as AskingId, to as AskingId);
      return [pairKey(from, to), answers] as const;
    }),
  );
  return new Map(crossed);
}

function mustCompareByShares(question: Question): void {
  if (questionType(question.type).comparedBy !== 'shares')
    throw new Refused('STATE_CONFLICT', 'Questions of this type cannot be set side by side yet.');
}

/** Who chose several options would stand in several groups. */
function mustDescribe(question: Question | undefined): Question {
  if (question && questionType(question.type).picks === 'one') return question;
  const message = question
    ? 'Only a question with one answer each can tell groups apart.'
    : 'There is no such question.';
  throw new Refused('INVALID', undefined, { errors: [{ path: 'segment', message }] });
}

function mustBeThere(
  points: readonly ComparedPoint[],
  { pairs = [], points: chosen = [] }: ComparisonAsk,
): void {
  const known = new Set(points.map(({ id }) => id));
  const errors = [
    ...chosen
      .filter((id) => !known.has(id))
      .map((id) => ({ path: 'points', message: `There is no result ${id} here.` })),
    ...pairs
      .flat()
      .filter((id) => !known.has(id))
      .map((id) => ({ path: 'pair', message: `There is no result ${id} here.` })),
  ];
  if (errors.length > 0) throw new Refused('INVALID', undefined, { errors });
}

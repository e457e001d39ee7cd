import type { EventRight } from './access.ts';
import { isRevealed, type Asking } from './asking.ts';
import type { AskingId, PictureId, PostId, QuestionId } from './ids.ts';

export type StageView = 'lobby' | 'asking' | 'wall' | 'comparison' | 'picture' | 'blank';
export type Press = 'next' | 'back';

/** What the projected screen shows now. `version` grows by one with every change that a press could have meant otherwise. */
export interface Stage {
  view: StageView;
  askingId: AskingId | null;
  questionId: QuestionId | null;
  pictureId: PictureId | null;
  /** The one question of the wall that stands large; null: its list. */
  postId: PostId | null;
  /** Which part of a view that builds up by presses is reached; 0 at its start. */
  step: number;
  /** The large QR code over whatever is shown. */
  qr: boolean;
  blank: boolean;
  version: number;
}

export const LOBBY: Stage = {
  view: 'lobby',
  askingId: null,
  questionId: null,
  pictureId: null,
  postId: null,
  step: 0,
  qr: false,
  blank: false,
  version: 1,
};

/** What is named of a stage that goes elsewhere; the rest of it is forgotten. */
export function elsewhere(
  to: Pick<Stage, 'view'> & Partial<Stage>,
): Omit<Stage, 'qr' | 'blank' | 'version'> & Partial<Stage> {
  return { askingId: null, questionId: null, pictureId: null, postId: null, step: 0, ...to };
}

/** Two presses closer together than this are one: a clicker's bounce or a nervous thumb. */
export const PRESS_APART_MS = 400;

/** Where a press goes. A comparison is come to at its first step, or, going back, at its last. */
export type StageGoal =
  | { view: 'lobby' }
  | { view: 'asking'; askingId: AskingId }
  | { view: 'comparison'; questionId: QuestionId; at: 'first' | 'last' }
  | { view: 'wall' }
  | { view: 'picture'; pictureId: PictureId };

/** What a press makes happen. The stage it leads to is the same for all; the act is done by the event's authority. */
export type StepOutcome =
  | { kind: 'none' }
  | { kind: 'unblank' }
  | { kind: 'closeQr' }
  | { kind: 'go'; to: StageGoal }
  | { kind: 'build'; step: number }
  | { kind: 'open'; askingId: AskingId }
  | { kind: 'closeAndReveal'; askingId: AskingId }
  | { kind: 'reveal'; askingId: AskingId }
  | { kind: 'reopen'; askingId: AskingId };

type StepAsking = Pick<Asking, 'id' | 'state' | 'shown'> & { hands?: Asking['hands']; isByHand?: true };

/** A stop of the running order, as far as a press needs to know it. */
export type StepStop = StepAsking | { comparison: QuestionId } | { picture: PictureId } | { wall: true };

/**
 * [ST1] A press that saw an older stage, or follows within 400 ms of the last one, does nothing. A clock that was set
 * back meanwhile swallows none.
 */
export function pressCounts(stage: Stage, seen: number, now: number, lastPressAt: number | null): boolean {
  if (seen !== stage.version) return false;
  return lastPressAt === null || now < lastPressAt || now - lastPressAt >= PRESS_APART_MS;
}

/**
 * [ST2] The next/back table of SPEC.md, as a function: stage and stops (in running order) in, outcome out. `lastStep` is
 * the last one of the comparison on the stage, if there is one. Changes nothing itself.
 */
export function step(stage: Stage, order: readonly StepStop[], press: Press, lastStep = 0): StepOutcome {
  if (stage.blank) return { kind: 'unblank' };
  if (stage.qr) return { kind: 'closeQr' };
  const at = placeOf(stage, order);
  if (stage.view === 'comparison') return stepOfComparison(stage, order, at, press, lastStep);
  return press === 'next' ? next(order, at) : back(order, at);
}

/** [ST7] A comparison that was called up over an asking stands where the asking stands. */
function placeOf(stage: Stage, order: readonly StepStop[]): number {
  return order.findIndex((stop) => isAt(stage, stop));
}

/** Whether the stage stands at this stop. */
export function isAt({ view, askingId, questionId, pictureId }: Stage, stop: StepStop): boolean {
  if (isAsking(stop)) return (view === 'asking' || view === 'comparison') && stop.id === askingId;
  if ('comparison' in stop) return view === 'comparison' && !askingId && stop.comparison === questionId;
  return 'picture' in stop ? view === 'picture' && stop.picture === pictureId : view === 'wall';
}

/** [ST6] A comparison builds up by presses and goes on at its end. */
function stepOfComparison(
  stage: Stage,
  order: readonly StepStop[],
  at: number,
  press: Press,
  lastStep: number,
): StepOutcome {
  const reached = Math.min(stage.step, lastStep);
  const under = askingAt(order, at);
  if (press === 'back' && reached > 0) return { kind: 'build', step: reached - 1 };
  if (press === 'back') return under ? goTo(under, 'last') : goBack(order, at);
  if (reached < lastStep) return { kind: 'build', step: reached + 1 };
  // What lies under it has not come to its end: on from here would leave its vote unseen.
  return goTo(under && !isRevealed(under) ? under : stopAfter(stage, order, at), 'first');
}

/** Nobody sees the same comparison twice in a row: where it is the next stop, it has just been seen. */
function stopAfter({ questionId }: Stage, order: readonly StepStop[], at: number): StepStop | undefined {
  const following = order[at + 1];
  const isSeen = following !== undefined && 'comparison' in following && following.comparison === questionId;
  return isSeen ? order[at + 2] : following;
}

function next(order: readonly StepStop[], at: number): StepOutcome {
  const here = askingAt(order, at);
  if (here?.state === 'waiting' && !isOpenAhead(order, at)) return { kind: 'open', askingId: here.id };
  if (here?.state === 'open') return { kind: 'closeAndReveal', askingId: here.id };
  if (here?.state === 'closed' && !here.shown) return { kind: 'reveal', askingId: here.id };
  return goTo(order[at + 1], 'first');
}

/** [ST3] Whoever came here by *back* from an open vote goes forward to it again; opening here would end it unseen. */
function isOpenAhead(order: readonly StepStop[], at: number): boolean {
  return order.some((stop, index) => isOpen(stop) && index > at);
}

/** [ST4] Back never closes: an open vote goes on while the screen is one stop before it. [HA4] Hands are not reopened. */
function back(order: readonly StepStop[], at: number): StepOutcome {
  const here = askingAt(order, at);
  if (here?.state === 'closed' && !here.hands && !here.isByHand && !order.some(isOpen))
    return { kind: 'reopen', askingId: here.id };
  return goBack(order, at);
}

function goBack(order: readonly StepStop[], at: number): StepOutcome {
  if (at < 0) return { kind: 'none' };
  return at === 0 ? { kind: 'go', to: { view: 'lobby' } } : goTo(order[at - 1], 'last');
}

function goTo(stop: StepStop | undefined, at: 'first' | 'last'): StepOutcome {
  if (!stop) return { kind: 'none' };
  if (isAsking(stop)) return { kind: 'go', to: { view: 'asking', askingId: stop.id } };
  if ('comparison' in stop)
    return { kind: 'go', to: { view: 'comparison', questionId: stop.comparison, at } };
  return {
    kind: 'go',
    to: 'picture' in stop ? { view: 'picture', pictureId: stop.picture } : { view: 'wall' },
  };
}

function askingAt(order: readonly StepStop[], at: number): StepAsking | undefined {
  const stop = order[at];
  return stop && isAsking(stop) ? stop : undefined;
}

function isAsking(stop: StepStop): stop is StepAsking {
  return 'state' in stop;
}

function isOpen(stop: StepStop): boolean {
  return isAsking(stop) && stop.state === 'open';
}

/**
 * [ST8] Where a clicker may put the stage: dark, home, the comparison of the question it shows, and back from it. Where
 * else to jump is for those who run the event.
 */
export function rightToPut(
  stage: Stage,
  to: { view: StageView; askingId?: string | undefined; questionId?: string | undefined },
  askedOnStage: QuestionId | undefined,
): EventRight {
  if (to.view === 'blank' || to.view === 'lobby') return 'step';
  const isOwnComparison =
    to.view === 'comparison' && askedOnStage !== undefined && to.questionId === askedOnStage;
  const isWayBack = to.view === 'asking' && stage.view === 'comparison' && to.askingId === stage.askingId;
  return isOwnComparison || isWayBack ? 'step' : 'run';
}

import type { Asking } from './asking.ts';
import type { AskingId, QuestionId } from './ids.ts';

export type StageView = 'lobby' | 'asking' | 'wall' | 'comparison' | 'blank';
export type Press = 'next' | 'back';

/** What the projected screen shows now. `version` grows by one with every change that a press could have meant otherwise. */
export interface Stage {
  view: StageView;
  askingId: AskingId | null;
  questionId: QuestionId | null;
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
  step: 0,
  qr: false,
  blank: false,
  version: 1,
};

/** Two presses closer together than this are one: a clicker's bounce or a nervous thumb. */
export const PRESS_APART_MS = 400;

/** What a press makes happen. The stage it leads to is the same for all; the act is done by the event's authority. */
export type StepOutcome =
  | { kind: 'none' }
  | { kind: 'unblank' }
  | { kind: 'closeQr' }
  | { kind: 'go'; to: { view: 'lobby' } | { view: 'asking'; askingId: AskingId } }
  | { kind: 'open'; askingId: AskingId }
  | { kind: 'closeAndReveal'; askingId: AskingId }
  | { kind: 'reveal'; askingId: AskingId }
  | { kind: 'reopen'; askingId: AskingId };

type StepAsking = Pick<Asking, 'id' | 'state' | 'shown'>;

/**
 * [ST1] A press that saw an older stage, or follows within 400 ms of the last one, does nothing. A clock that was set
 * back meanwhile swallows none.
 */
export function pressCounts(stage: Stage, seen: number, now: number, lastPressAt: number | null): boolean {
  if (seen !== stage.version) return false;
  return lastPressAt === null || now < lastPressAt || now - lastPressAt >= PRESS_APART_MS;
}

/**
 * [ST2] The next/back table of SPEC.md, as a function: stage and askings (in running order) in, outcome out.
 * Changes nothing itself.
 */
export function step(stage: Stage, order: readonly StepAsking[], press: Press): StepOutcome {
  if (stage.blank) return { kind: 'unblank' };
  if (stage.qr) return { kind: 'closeQr' };
  const at = stage.view === 'asking' ? order.findIndex((asking) => asking.id === stage.askingId) : -1;
  return press === 'next' ? next(order, at) : back(order, at);
}

function next(order: readonly StepAsking[], at: number): StepOutcome {
  const here = order[at];
  if (here?.state === 'waiting' && !isOpenAhead(order, at)) return { kind: 'open', askingId: here.id };
  if (here?.state === 'open') return { kind: 'closeAndReveal', askingId: here.id };
  if (here?.state === 'closed' && !here.shown) return { kind: 'reveal', askingId: here.id };
  return goTo(order[at + 1]);
}

/** [ST3] Whoever came here by *back* from an open vote goes forward to it again; opening here would end it unseen. */
function isOpenAhead(order: readonly StepAsking[], at: number): boolean {
  return order.some(({ state }, index) => state === 'open' && index > at);
}

/** [ST4] Back never closes: an open vote goes on while the screen is one stop before it. */
function back(order: readonly StepAsking[], at: number): StepOutcome {
  const here = order[at];
  if (!here) return { kind: 'none' };
  const isAnyOpen = order.some(({ state }) => state === 'open');
  if (here.state === 'closed' && !isAnyOpen) return { kind: 'reopen', askingId: here.id };
  return at === 0 ? { kind: 'go', to: { view: 'lobby' } } : goTo(order[at - 1]);
}

function goTo(asking: StepAsking | undefined): StepOutcome {
  return asking ? { kind: 'go', to: { view: 'asking', askingId: asking.id } } : { kind: 'none' };
}

import type { AskingId } from '../../shared/ids.ts';
import type { AskingState } from '../../shared/asking.ts';
import { step, type Stage, type StepOutcome } from '../../shared/stage.ts';

/** What this needs to know of a stop of the running order. */
export interface PressStop {
  id: AskingId;
  state: AskingState;
  shown: boolean;
  question: { prompt: string };
}

/** What the button says: the act itself, what follows it, and whether there is anything to do. */
export interface PressWords {
  words: string;
  then: string;
  isIdle: boolean;
}

/** The words of *next*: what this press does, and in `then` what the one after it will do. */
export function nextPress(stage: Stage, stops: readonly PressStop[]): PressWords {
  const outcome = step(stage, stops, 'next');
  if (outcome.kind === 'none') return atTheEnd(stops);
  const words = nextWords(outcome, stage, stops);
  const afterwards = after(stage, stops, outcome);
  const follows = step(afterwards.stage, afterwards.stops, 'next');
  return { words, then: thenWords(outcome, follows, stops), isIdle: false };
}

/** The words of *back*. */
export function backPress(stage: Stage, stops: readonly PressStop[]): PressWords {
  const outcome = step(stage, stops, 'back');
  return { words: backWords(outcome, stops), then: '', isIdle: outcome.kind === 'none' };
}

function atTheEnd(stops: readonly PressStop[]): PressWords {
  const words = stops.length === 0 ? 'Nothing to ask yet' : 'The end';
  return {
    words,
    then: stops.length === 0 ? 'add a question first' : 'nothing follows in the running order',
    isIdle: true,
  };
}

function nextWords(outcome: StepOutcome, stage: Stage, stops: readonly PressStop[]): string {
  switch (outcome.kind) {
    case 'unblank':
      return 'Show the screen';
    case 'closeQr':
      return 'Put the QR away';
    case 'open':
      return 'Open voting';
    case 'closeAndReveal':
      return 'Close and reveal';
    case 'reveal':
      return 'Reveal';
    case 'go':
      return stage.view === 'lobby' && stops.every(({ state }) => state === 'waiting')
        ? 'Start'
        : `Next: ${promptOf(outcome, stops)}`;
    case 'reopen':
    case 'none':
      return '';
  }
}

function thenWords(outcome: StepOutcome, follows: StepOutcome, stops: readonly PressStop[]): string {
  const another = stops.find(
    ({ id, state }) => state === 'open' && 'askingId' in outcome && id !== outcome.askingId,
  );
  if (outcome.kind === 'open' && another) return `closes “${another.question.prompt}”`;
  switch (follows.kind) {
    case 'open':
      return 'then: open voting';
    case 'closeAndReveal':
      return 'then: close and reveal';
    case 'reveal':
      return 'then: reveal';
    case 'go':
      return `then: ${promptOf(follows, stops)}`;
    default:
      return '';
  }
}

function backWords(outcome: StepOutcome, stops: readonly PressStop[]): string {
  switch (outcome.kind) {
    case 'unblank':
      return 'Back: show the screen';
    case 'closeQr':
      return 'Back: put the QR away';
    case 'reopen':
      return 'Back: opens voting again';
    case 'go':
      return `Back: ${promptOf(outcome, stops)}`;
    default:
      return 'Back';
  }
}

function promptOf(outcome: StepOutcome, stops: readonly PressStop[]): string {
  if (outcome.kind !== 'go') return '';
  const { to } = outcome;
  return to.view === 'lobby'
    ? 'the lobby'
    : (stops.find(({ id }) => id === to.askingId)?.question.prompt ?? '');
}

/** Stage and stops as the outcome leaves them: enough to say what the next press would do. */
function after(
  stage: Stage,
  stops: readonly PressStop[],
  outcome: StepOutcome,
): { stage: Stage; stops: PressStop[] } {
  const change = (id: AskingId, to: Partial<PressStop>) =>
    stops.map((stop) => (stop.id === id ? { ...stop, ...to } : stop));
  switch (outcome.kind) {
    case 'unblank':
      return { stage: { ...stage, blank: false }, stops: [...stops] };
    case 'closeQr':
      return { stage: { ...stage, qr: false }, stops: [...stops] };
    case 'go':
      return { stage: { ...stage, askingId: null, ...outcome.to }, stops: [...stops] };
    case 'open':
    case 'reopen':
      return { stage, stops: change(outcome.askingId, { state: 'open' }) };
    case 'closeAndReveal':
    case 'reveal':
      return { stage, stops: change(outcome.askingId, { state: 'closed', shown: true }) };
    case 'none':
      return { stage, stops: [...stops] };
  }
}

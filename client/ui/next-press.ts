import type { AskingState } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import { lastStepOf } from '../../shared/comparison/steps.ts';
import type { AskingId, PictureId, QuestionId } from '../../shared/ids.ts';
import {
  elsewhere,
  isAt,
  LOBBY,
  step,
  type Stage,
  type StageGoal,
  type StepOutcome,
} from '../../shared/stage.ts';
import { buildWords } from './comparison-words.ts';

/** What this needs to know of an asking of the running order. */
export interface PressAsking {
  id: AskingId;
  state: AskingState;
  shown: boolean;
  question: { prompt: string };
  /** Counted by hand: nothing opens again. */
  isByHand?: true;
}

/** What this needs to know of a stop that compares. */
export interface PressComparison {
  comparison: QuestionId;
  prompt: string;
}

/** A stop that just stands there. */
export type PressPlain = { picture: PictureId; prompt: string } | { wall: true; prompt: string };

export type PressStop = PressAsking | PressComparison | PressPlain;

/** What the button says: the act itself, what follows it, and whether there is anything to do. */
export interface PressWords {
  words: string;
  then: string;
  isIdle: boolean;
}

/** Where a press is made: what the screen shows, the stops, and the comparison if it shows one. */
interface Place {
  stage: Stage;
  stops: readonly PressStop[];
  comparison: Comparison | null;
}

/** The words of *next*: what this press does, and in `then` what the one after it will do. */
export function nextPress(
  stage: Stage,
  stops: readonly PressStop[],
  comparison: Comparison | null = null,
): PressWords {
  const place = { stage, stops, comparison };
  const outcome = outcomeOf(place, 'next');
  if (outcome.kind === 'none') return atTheEnd(stops);
  const then = thenWords(outcome, place);
  return { words: nextWords(outcome, place), then, isIdle: false };
}

/** The words of *back*. */
export function backPress(
  stage: Stage,
  stops: readonly PressStop[],
  comparison: Comparison | null = null,
): PressWords {
  const outcome = outcomeOf({ stage, stops, comparison }, 'back');
  return { words: backWords(outcome, stops), then: '', isIdle: outcome.kind === 'none' };
}

function outcomeOf({ stage, stops, comparison }: Place, press: 'next' | 'back'): StepOutcome {
  return step(stage, stops, press, lastStepOf(comparison));
}

function atTheEnd(stops: readonly PressStop[]): PressWords {
  const words = stops.length === 0 ? 'Nothing to ask yet' : 'The end';
  return {
    words,
    then: stops.length === 0 ? 'add a question first' : 'nothing follows in the running order',
    isIdle: true,
  };
}

function nextWords(outcome: StepOutcome, { stage, stops, comparison }: Place): string {
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
    case 'build':
      return `Next: ${comparison ? buildWords(comparison, outcome.step) : ''}`;
    case 'go':
      return stage.view === 'lobby' && askingsOf(stops).every(({ state }) => state === 'waiting')
        ? 'Start'
        : `Next: ${goalWords(outcome.to, stops)}`;
    case 'reopen':
    case 'none':
      return '';
  }
}

function thenWords(outcome: StepOutcome, place: Place): string {
  const another = askingsOf(place.stops).find(
    ({ id, state }) => state === 'open' && 'askingId' in outcome && id !== outcome.askingId,
  );
  if (outcome.kind === 'open' && another) return `closes “${another.question.prompt}”`;
  const isNew = outcome.kind === 'go' && outcome.to.view === 'comparison';
  if (isNew) return 'then: it builds up, press by press';
  const afterwards = after(place, outcome);
  const follows = outcomeOf(afterwards, 'next');
  switch (follows.kind) {
    case 'open':
      return 'then: open voting';
    case 'closeAndReveal':
      return 'then: close and reveal';
    case 'reveal':
      return 'then: reveal';
    case 'build':
      return afterwards.comparison ? `then: ${buildWords(afterwards.comparison, follows.step)}` : '';
    case 'go':
      return `then: ${goalWords(follows.to, place.stops)}`;
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
    case 'build':
      return 'Back: one step';
    case 'go':
      return `Back: ${goalWords(outcome.to, stops)}`;
    default:
      return 'Back';
  }
}

function goalWords(to: StageGoal, stops: readonly PressStop[]): string {
  if (to.view === 'lobby') return 'the lobby';
  const stop = stops.find((each) => isAt({ ...LOBBY, ...to }, each));
  if (!stop || 'state' in stop) return stop?.question.prompt ?? '';
  return 'comparison' in stop ? `over time: ${stop.prompt}` : stop.prompt;
}

function askingsOf(stops: readonly PressStop[]): PressAsking[] {
  return stops.filter((stop) => 'state' in stop);
}

/** Stage and stops as the outcome leaves them: enough to say what the next press would do. */
function after({ stage, stops, comparison }: Place, outcome: StepOutcome): Place {
  const change = (id: AskingId, to: Partial<PressAsking>) =>
    stops.map((stop) => ('state' in stop && stop.id === id ? { ...stop, ...to } : stop));
  switch (outcome.kind) {
    case 'unblank':
      return { stage: { ...stage, blank: false }, stops, comparison };
    case 'closeQr':
      return { stage: { ...stage, qr: false }, stops, comparison };
    case 'build':
      return { stage: { ...stage, step: outcome.step }, stops, comparison };
    case 'go':
      return { stage: { ...stage, ...elsewhere(outcome.to) }, stops, comparison: null };
    case 'open':
    case 'reopen':
      return { stage, stops: change(outcome.askingId, { state: 'open' }), comparison };
    case 'closeAndReveal':
    case 'reveal':
      return { stage, stops: change(outcome.askingId, { state: 'closed', shown: true }), comparison };
    case 'none':
      return { stage, stops, comparison };
  }
}

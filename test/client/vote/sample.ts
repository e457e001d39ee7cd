import type { OutboxEntry } from '../../../client/line/outbox.ts';
import type { NotCounted } from '../../../client/voter-connection.svelte.ts';
import type { AskingId, EventId, OptionId } from '../../../shared/ids.ts';
import type { PhoneState } from '../../../client/line/phone-state.ts';
import type { AskingOnAir, EventOnAir, MyBallot, TallyTick } from '../../../shared/messages.ts';
import { refusal, type ErrorCode } from '../../../shared/result.ts';

export const X = 'x' as AskingId;

export const tally: TallyTick = {
  askingId: X,
  version: 1,
  tally: { ballots: 1, abstained: 0 },
  heads: { askingId: X, ballots: 1, joined: 1, connected: 1, outOfReach: 0 },
  finding: null,
};

export const mine: MyBallot = { askingId: X, revision: 1, answer: { option: 'a' }, castAt: 5 };

export function anAskingOnAir(fields: Partial<AskingOnAir> = {}): AskingOnAir {
  return {
    id: X,
    question: {
      type: 'single',
      prompt: 'Which?',
      options: ['a', 'b'].map((id) => ({ id: id as OptionId, label: id.toUpperCase() })),
      settings: {},
    },
    state: 'open',
    shown: false,
    closesAt: null,
    closeAtEnd: true,
    changeAllowed: true,
    ...fields,
  };
}

export const anEventOnAir: EventOnAir = {
  id: 'e' as EventId,
  title: 'E',
  code: 'K7M4QX',
  state: 'live',
  isRehearsal: false,
  pace: 'presenter',
  openFrom: null,
  openUntil: null,
  accent: null,
  logo: null,
};

export function aState(asking: AskingOnAir | null, fields: Partial<PhoneState> = {}): PhoneState {
  return {
    version: 1,
    serverTime: 1,
    event: anEventOnAir,
    askings: asking ? [asking] : [],
    asking,
    heads: tally.heads,
    tally: null,
    wall: null,
    ...fields,
  };
}

export function anEntry(fields: Partial<OutboxEntry> = {}): OutboxEntry {
  const words = { prompt: 'Which?', words: ['A'] };
  return {
    askingId: X,
    revision: 1,
    answer: { option: 'a' },
    ...words,
    saidAt: 1000,
    triedAt: null,
    ...fields,
  };
}

export function notCounted(code: ErrorCode, entry = anEntry()): NotCounted {
  return { entry, refusal: refusal(code), at: 1000 };
}

import { DEFAULT_ASKING_SETTINGS, type Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { Question } from '../../shared/question.ts';
import type { Result } from '../../shared/result.ts';
import { LOBBY } from '../../shared/stage.ts';
import { BallotBatch } from '../../server/live-event/ballot-batch.ts';
import { LiveEventHost } from '../../server/live-event-host.ts';
import type { LookBack } from '../../server/live-event/look-back.ts';
import { VotersHere } from '../../server/live-event/voters-here.ts';
import { FakeStore } from './fake-store.ts';
import { anAsking, anEvent, aQuestion, OPTIONS } from './store/sample.ts';

export const A = { option: OPTIONS[0] };
export const B = { option: OPTIONS[1] };

interface Given {
  /** The question of each asking that waits in the running order; by default one question, asked twice. */
  questions?: Question[];
  event?: Partial<LiveEvent>;
  asking?: Partial<Asking>;
  now?: () => number;
  lookBack?: Partial<LookBack>;
}

const NOTHING_BEFORE: LookBack = { comparison: async () => undefined, past: async () => null };

/** A question that takes everything a choice can take. */
export function anOpenQuestion(type: 'single' | 'multiple' = 'single'): Question {
  const question = aQuestion({ type });
  const versions = question.versions.map((version) => ({
    ...version,
    settings: { other: true, abstain: true },
  }));
  return { ...question, versions };
}

/** A host over a store in memory, its askings waiting, its event a draft. */
export function aHost({ questions, event: fields, asking: more, now = Date.now, lookBack }: Given = {}) {
  const question = anOpenQuestion();
  const asked = questions ?? [question, question];
  const bare = anEvent({ state: 'draft', roomSize: null, ...fields });
  const askings = asked.map(({ id }) =>
    anAsking(bare.id, id, {
      state: 'waiting',
      number: null,
      shown: false,
      settings: DEFAULT_ASKING_SETTINGS,
      conditions: null,
      openedAt: null,
      closesAt: null,
      ...more,
    }),
  );
  const store = new FakeStore();
  const batch = new BallotBatch(store);
  const voters = new VotersHere(bare.id, store.asStore.voters, [], now);
  const event = { ...bare, order: askings.map(({ id }) => id) };
  const stored = { event, stage: LOBBY, askings: askings.map((asking) => ({ asking, tally: null })) };
  const host = new LiveEventHost(
    { store: store.asStore, batch, lookBack: { ...NOTHING_BEFORE, ...lookBack }, now },
    stored,
    asked,
    voters,
  );
  const [first, second] = event.order as [AskingId, AskingId];
  const heard: string[] = [];
  host.listen({
    stateChanged: () => heard.push('state'),
    tallyChanged: () => heard.push('tally'),
    headsChanged: () => heard.push('heads'),
    released: () => heard.push('released'),
  });

  /** A ballot, without waiting for the batch's window. */
  async function cast(phone: string, answer: unknown, revision = 1, askingId = first) {
    const receipt = host.cast(phone, { askingId, revision, answer });
    await batch.flush();
    return receipt;
  }
  return { host, store, batch, first, second, heard, cast };
}

/** The code of a refusal, or "ok". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

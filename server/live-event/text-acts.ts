import type { AskingId } from '../../shared/ids.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { TextDecision } from '../../shared/questions/written-text.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { TextStore } from '../store/store.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';

/** What is decided; absent is as it was, null takes a decision back. */
export interface TextDeciding {
  text: string;
  shown?: boolean | null | undefined;
  group?: string | null | undefined;
}

/** Decisions about what people wrote. Each is one small row, however many texts there are. */
export class TextActs {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #texts: Pick<TextStore, 'decide'>;
  readonly #now: () => number;

  constructor(
    held: HeldEvent,
    changes: EventChanges,
    { texts, now }: { texts: Pick<TextStore, 'decide'>; now: () => number },
  ) {
    this.#held = held;
    this.#changes = changes;
    this.#texts = texts;
    this.#now = now;
  }

  /** [TX1] Kept under the text as it is written, whatever its type takes for the same text. */
  async decide(id: AskingId, { text, shown, group }: TextDeciding, by: By): Promise<Result<TextDecision>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const { texts } = questionType(this.#held.specOf(id).type);
    if (!texts) return refused('STATE_CONFLICT', 'This question is not answered in words.');
    if (group && !texts.areGrouped)
      return refused('STATE_CONFLICT', 'What is written to this question is not gathered under labels.');
    const key = texts.key(text);
    const { decisions } = this.#held.room(id);
    const before = decisions.get(key);
    const decision: TextDecision = {
      text: key,
      shown: shown === undefined ? (before?.shown ?? null) : shown,
      group: group === undefined ? (before?.group ?? null) : group,
      decidedAt: this.#now(),
    };
    const act = {
      at: decision.decidedAt,
      by,
      what: 'text:decide',
      eventId: this.#held.id,
      detail: { askingId: id },
    };
    await this.#texts.decide(id, decision, act);
    // The last one decided stands last.
    decisions.delete(key);
    if (decision.shown !== null || decision.group !== null) decisions.set(key, decision);
    this.#changes.tallyChanged(id);
    return ok(decision);
  }
}

import type { Asking } from '../../shared/asking.ts';
import { ABSTAIN_ID, OTHER_ID } from '../../shared/questions/question-type.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { LiveEventHost } from '../live-event-host.ts';

export const TEXT_STATES = ['waiting', 'shown', 'hidden'] as const;
/** `waiting`: nobody decided, and the room does not see it. */
export type TextState = (typeof TEXT_STATES)[number];

/** One text of an asking, as those who run it see it. */
export interface AskingText {
  text: string;
  count: number;
  /** What it is about: options by id and label. */
  about: { id: string; label: string }[];
  state: TextState;
  /** Null: nobody decided. */
  shown: boolean | null;
  group: string | null;
  /** Whether a word of the held-back list is in it. */
  isHeldBack: boolean;
}

export interface AskingTexts {
  /** As they came. */
  texts: AskingText[];
  counts: Record<TextState, number>;
  /** Labels in use, largest first. */
  groups: { label: string; count: number }[];
  /** Whether they may be gathered under labels. */
  areGrouped: boolean;
}

/** Everything that was written in answer to an asking, with what was decided about it. */
export function askingTexts(host: LiveEventHost, asking: Asking): AskingTexts {
  const spec = host.specOf(asking.id);
  const type = questionType(spec.type);
  const sight = host.sightOfRoom(asking.id);
  const { decisions } = host.room(asking.id);
  const texts = (type.texts?.all(host.tallyOf(asking.id)) ?? []).map((written): AskingText => {
    const key = type.texts?.key(written.text) ?? written.text;
    const decision = decisions.get(key);
    const shown = decision?.shown ?? null;
    return {
      text: written.text,
      count: written.count,
      about: written.about.map((id) => ({ id, label: labelOf(spec, id) })),
      state: sight.isShown(key) ? 'shown' : shown === false ? 'hidden' : 'waiting',
      shown,
      group: decision?.group ?? null,
      isHeldBack: host.isHeldBack(key),
    };
  });
  const counts = { waiting: 0, shown: 0, hidden: 0 };
  for (const { state } of texts) counts[state] += 1;
  return { texts, counts, groups: groupsIn(texts), areGrouped: type.texts?.areGrouped ?? false };
}

function labelOf({ options }: QuestionSpec, id: string): string {
  if (id === OTHER_ID) return 'Other';
  if (id === ABSTAIN_ID) return 'Abstained';
  return options.find((option) => option.id === id)?.label ?? id;
}

function groupsIn(texts: readonly AskingText[]): { label: string; count: number }[] {
  const groups = new Map<string, number>();
  for (const { group, count } of texts)
    if (group !== null) groups.set(group, (groups.get(group) ?? 0) + count);
  return [...groups]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

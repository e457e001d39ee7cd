import type { TallyTick } from '../../shared/messages.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import { ABSTAIN, OTHER } from './choice/choice-draft.ts';
import { leadersOf } from './leaders-of.ts';
import { t } from '../words/words.svelte.ts';

export interface ResultRow {
  id: string;
  label: string;
  count: number;
  /** Of the ballots, 0 to 1; 0 where there are none. */
  share: number;
  isLeader: boolean;
}

/**
 * The bars of a choice. While voting is open in ballot order without a favourite; after it most votes first, and
 * those the finding names stand out. What is no option ("other", not saying) stays below the options.
 */
export function resultRows(question: QuestionSpec, tick: TallyTick, isOpen: boolean): ResultRow[] {
  const tally = tick.tally as typeof tick.tally & { counts?: Record<string, number>; other?: number };
  const leaders = leadersOf(tick, isOpen);
  const row = (id: string, label: string, count: number): ResultRow => ({
    id,
    label,
    count,
    share: tally.ballots === 0 ? 0 : count / tally.ballots,
    isLeader: leaders.includes(id),
  });
  const options = question.options.map(({ id, label }) => row(id, label, tally.counts?.[id] ?? 0));
  if (!isOpen) options.sort((a, b) => b.count - a.count);
  const { other, abstain } = question.settings;
  return [
    ...options,
    ...(other === true ? [row(OTHER, t('choice.other-short'), tally.other ?? 0)] : []),
    ...(abstain === true ? [row(ABSTAIN, t('choice.abstain-short'), tally.abstained)] : []),
  ];
}

/** Where the scale ends: at a quarter, a half, three quarters or the whole, to hold every bar. */
export function scaleEnd(rows: readonly ResultRow[]): number {
  const most = Math.max(0, ...rows.map(({ share }) => share));
  return Math.max(1, Math.ceil(most * 4)) / 4;
}

import type { AlignmentMap } from '../../../shared/alignment.ts';
import { whenWords } from '../../../shared/comparison/when-words.ts';
import { api } from '../api.ts';
import type { AlignmentRevision, AlignmentView, OutsideResultView, QuestionView } from '../entities.ts';
import { momentWords } from '../parts/day-words.ts';
import { Notice } from '../parts/notice.svelte.ts';
import {
  firstDecisions,
  mapsAsBefore,
  mapsToKeep,
  problemsOf,
  type Decision,
  type Decisions,
  type There,
} from './matching-state.ts';
import { thereOfResult, thereOfVersions } from './there.ts';

/** Stands at the end of the address where options of earlier versions are matched. */
export const VERSIONS = 'versions';

/** Which options stand for the same thing: as proposed, as decided here, and as decided before. */
export class MatchingPage {
  readonly notice = new Notice();
  question = $state.raw<QuestionView>();
  result = $state.raw<OutsideResultView>();
  alignment = $state.raw<AlignmentView>();
  there = $state.raw<There[]>([]);
  decisions = $state.raw<Decisions>({});
  /** The option whose decision is being looked at. */
  selected = $state('');
  /** Somebody chose it, it is not only the first. */
  wasPressed = $state(false);
  readonly problems = $derived(problemsOf(this.there, this.decisions));
  readonly isVersions: boolean;
  #before = $state.raw<Decisions[]>([]);
  /** The maps of an earlier matching that is shown, while nothing of it was changed. */
  #earlier: readonly AlignmentMap[] | undefined;
  #kept = $state.raw<Decisions>({});
  readonly #questionId: string;
  readonly #itemId: string;

  constructor(questionId: string, itemId: string) {
    this.#questionId = questionId;
    this.#itemId = itemId;
    this.isVersions = itemId === VERSIONS;
  }

  get options() {
    return this.question?.options ?? [];
  }

  get isChanged(): boolean {
    return this.decisions !== this.#kept;
  }

  /** Something is still only proposed, or was changed. */
  get canUse(): boolean {
    return this.isChanged || Object.values(this.decisions).some(({ standing }) => standing === 'proposed');
  }

  get revisions(): AlignmentRevision[] {
    return this.alignment?.revisions ?? [];
  }

  get canUndo(): boolean {
    return this.#before.length > 0 || this.revisions.length > 0;
  }

  /** What stands on the other side, and when. */
  get otherSide(): { title: string; note: string } {
    if (this.isVersions) return { title: 'Earlier versions', note: 'options this question has no more' };
    const { result } = this;
    return result ? { title: whenWords(result.when), note: result.label } : { title: '', note: '' };
  }

  /** Where it was asked last: whose votes stand beside the options. */
  get lastAsked() {
    return this.question?.askings.at(-1);
  }

  async load(): Promise<void> {
    const [question, alignment, result] = await Promise.all([
      api.get<QuestionView>(`/questions/${this.#questionId}`),
      api.get<AlignmentView>(`/questions/${this.#questionId}/alignment`),
      this.isVersions ? undefined : api.get<OutsideResultView>(`/data-points/${this.#itemId}`),
    ]);
    if (!this.notice.check(question) || !this.notice.check(alignment)) return;
    if (result && !this.notice.check(result)) return;
    this.question = question.value;
    this.result = result?.value;
    this.there = result ? thereOfResult(result.value, question.value) : thereOfVersions(question.value);
    this.#take(alignment.value);
    this.selected ||= this.#firstOpen() ?? '';
  }

  select(key: string): void {
    this.selected = key;
    this.wasPressed = true;
  }

  decide(key: string, decision: Decision): void {
    this.#before = [...this.#before, this.decisions];
    this.#earlier = undefined;
    this.decisions = { ...this.decisions, [key]: decision };
    this.selected = key;
  }

  /** The last step here, else what was decided before the matching in use. */
  undo(): void {
    const before = this.#before.at(-1);
    if (before) {
      this.#before = this.#before.slice(0, -1);
      this.#earlier = undefined;
      this.decisions = before;
      return;
    }
    const [, earlier] = this.revisions;
    this.show(earlier?.maps ?? [], earlier);
  }

  /** Shows an earlier matching; it is used once somebody says so. */
  show(maps: readonly AlignmentMap[], revision?: AlignmentRevision): void {
    this.#before = [...this.#before, this.decisions];
    this.decisions = firstDecisions(this.there, this.options, maps, this.#proposals);
    this.#earlier = maps;
    const by = revision?.decidedBy ? ` by ${revision.decidedBy}` : '';
    this.notice.say(
      revision
        ? `As it was decided${by}, ${momentWords(revision.decidedAt)}. Press “Use this matching” to take it again.`
        : 'As it was before anybody decided. Press “Use this matching” to take it.',
    );
  }

  async use(): Promise<void> {
    const current = this.alignment?.current?.maps ?? [];
    const maps = this.#earlier
      ? mapsAsBefore(this.there, this.#earlier, current)
      : mapsToKeep(this.there, this.decisions, current);
    const kept = await api.put<AlignmentView>(`/questions/${this.#questionId}/alignment`, { maps });
    if (!this.notice.check(kept)) return;
    const alignment = await api.get<AlignmentView>(`/questions/${this.#questionId}/alignment`);
    if (!this.notice.check(alignment)) return;
    this.#take(alignment.value);
    this.notice.say('This matching is in use. Comparisons follow it from now on.');
  }

  #take(alignment: AlignmentView): void {
    this.alignment = alignment;
    const decided = alignment.current?.maps ?? [];
    this.decisions = firstDecisions(this.there, this.options, decided, this.#proposals);
    this.#kept = this.decisions;
    this.#before = [];
    this.#earlier = undefined;
  }

  get #proposals(): readonly AlignmentMap[] {
    const { versionProposals = [], proposals } = this.alignment ?? {};
    return this.isVersions ? versionProposals : (proposals?.[this.#itemId] ?? []);
  }

  #firstOpen(): string | undefined {
    const open = this.there.find(({ key }) => this.decisions[key]?.standing === 'proposed');
    return (open ?? this.there[0])?.key;
  }
}

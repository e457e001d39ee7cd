import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { api } from '../api.ts';
import type { OutsideResultView, QuestionView } from '../entities.ts';
import { Notice } from '../parts/notice.svelte.ts';
import { firstChosen, historyRows, kindsOfAudience } from './history-rows.ts';
import { shiftWords } from './shift-words.ts';

/** All the times one question was asked, what came from elsewhere, and which of them are to be compared. */
export class HistoryPage {
  readonly notice = new Notice();
  question = $state.raw<QuestionView>();
  results = $state.raw<OutsideResultView[]>([]);
  /** Only this kind of audience is shown; all while empty. */
  tag = $state('');
  chosen = $state.raw<string[]>([]);
  /** What may be said of those chosen; empty until it is known. */
  shift = $state('');
  readonly rows = $derived(this.question ? historyRows(this.question, this.results) : []);
  readonly shown = $derived(this.rows.filter(({ tags }) => this.tag === '' || tags.includes(this.tag)));
  readonly kinds = $derived(kindsOfAudience(this.rows));
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  /** In the order of the table, those that a filter hides left out. */
  get compared(): string[] {
    return this.shown.filter(({ id }) => this.chosen.includes(id)).map(({ id }) => id);
  }

  async load(): Promise<void> {
    const [question, results] = await Promise.all([
      api.get<QuestionView>(`/questions/${this.#id}`),
      api.all<OutsideResultView>(`/questions/${this.#id}/data-points`),
    ]);
    if (!this.notice.check(question)) return;
    if (this.notice.check(results)) this.results = results.value;
    this.question = question.value;
    if (this.chosen.length === 0) this.chosen = firstChosen(this.rows);
    await this.askWhatMayBeSaid();
  }

  choose(id: string, on: boolean): void {
    this.chosen = on ? [...this.chosen, id] : this.chosen.filter((each) => each !== id);
    void this.askWhatMayBeSaid();
  }

  filter(tag: string): void {
    this.tag = tag;
    void this.askWhatMayBeSaid();
  }

  /** The comparison itself knows best whether it may speak of a shift. */
  async askWhatMayBeSaid(): Promise<void> {
    const points = this.compared.join(',');
    this.shift = '';
    if (this.compared.length < 2) return;
    const found = await api.get<Comparison>(`/questions/${this.#id}/comparison?points=${points}`);
    if (found.ok && points === this.compared.join(',')) this.shift = shiftWords(found.value.differences);
  }

  async remove(result: OutsideResultView): Promise<boolean> {
    const gone = await api.delete(`/data-points/${result.id}`);
    if (!this.notice.check(gone)) return false;
    await this.load();
    this.notice.say(`“${result.label}” is removed, with its picture or document.`);
    return true;
  }
}

import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { API_ROOT, api } from '../api.ts';
import type { QuestionRow, QuestionView } from '../entities.ts';
import { links } from '../parts/links.ts';
import { Notice } from '../parts/notice.svelte.ts';
import { readQuery, writeQuery, type CompareQuery } from './compare-query.ts';

/** One comparison, as it is looked at now. What is chosen stands in the address. */
export class ComparePage {
  readonly notice = new Notice();
  comparison = $state.raw<Comparison>();
  question = $state.raw<QuestionView>();
  /** Questions whose answers tell groups apart. */
  describing = $state.raw<QuestionRow[]>([]);
  query = $state.raw<CompareQuery>(readQuery(location.search));
  isFetching = $state(true);
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  /** A file of what is shown. */
  file(ending: 'csv' | 'xlsx' | 'json' | 'svg'): string {
    return `${API_ROOT}/questions/${this.id}/comparison.${ending}${writeQuery(this.query)}`;
  }

  get report(): string {
    return `${API_ROOT}/questions/${this.id}/report${writeQuery(this.query)}`;
  }

  async load(): Promise<void> {
    const [question] = await Promise.all([
      api.get<QuestionView>(`/questions/${this.id}`),
      this.#loadComparison(),
      this.#loadDescribing(),
    ]);
    if (question.ok) this.question = question.value;
  }

  async look(changed: Partial<CompareQuery>): Promise<void> {
    this.query = { ...this.query, ...changed };
    history.replaceState(null, '', links.compare(this.id) + writeQuery(this.query));
    await this.#loadComparison();
  }

  /** Only some are looked at, so there may be more. */
  get isNarrowed(): boolean {
    return this.query.points.length > 0 || this.query.segment !== '';
  }

  lookAtAll(): Promise<void> {
    return this.look(readQuery(''));
  }

  async setPublic(isPublic: boolean): Promise<void> {
    const set = await api.patch<QuestionView>(`/questions/${this.id}`, { isPublic });
    if (this.notice.check(set)) this.question = set.value;
  }

  async #loadComparison(): Promise<void> {
    this.isFetching = true;
    const query = writeQuery(this.query);
    const found = await api.get<Comparison>(`/questions/${this.id}/comparison${query}`);
    // Chosen on meanwhile: only the last one counts.
    if (query !== writeQuery(this.query)) return;
    this.isFetching = false;
    if (!this.notice.check(found)) return;
    this.comparison = found.value;
    this.notice.say('');
  }

  async #loadDescribing(): Promise<void> {
    const questions = await api.all<QuestionRow>('/questions');
    if (questions.ok)
      this.describing = questions.value.filter(
        ({ settings, id }) => settings['describes'] === true && id !== this.id,
      );
  }
}

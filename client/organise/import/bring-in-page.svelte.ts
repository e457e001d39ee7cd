import type { UnderstoodFile } from '../../../shared/result-file.ts';
import { refusal } from '../../../shared/result.ts';
import { api } from '../api.ts';
import type { BroughtIn, QuestionRow } from '../entities.ts';
import { countOf } from '../../../shared/count-words.ts';
import { Notice } from '../parts/notice.svelte.ts';
import {
  bringInBody,
  firstChoices,
  itemOf,
  mapByLabels,
  missingIn,
  NOTHING_SAID,
  type FileAbout,
  type FileSource,
  type ItemChoice,
} from './bring-in-draft.ts';
import { base64Of } from './base64-of.ts';

/** As many bytes as the server reads. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Results of another tool: what was understood of its file, and what is to become of it. */
export class BringInPage {
  readonly notice = new Notice();
  file = $state.raw<UnderstoodFile>();
  choices = $state<ItemChoice[]>([]);
  about = $state<FileAbout>({ ...NOTHING_SAID });
  questions = $state.raw<QuestionRow[]>([]);
  brought = $state.raw<BroughtIn>();
  isBusy = $state(false);
  isTried = $state(false);
  readonly missing = $derived(this.file ? missingIn(this.file, this.choices, this.about) : {});
  #source: FileSource | undefined;
  /** The question it was begun from: what looks like none is proposed for it. */
  readonly #questionId: string | undefined;

  constructor(questionId: string | undefined) {
    this.#questionId = questionId;
  }

  get taken(): number {
    return this.choices.filter(({ isTaken }) => isTaken).length;
  }

  /** It was brought in from this very file before; a person may say that it is wanted twice. */
  get isAgain(): boolean {
    return this.notice.refusal?.code === 'CONTENT_CONFLICT';
  }

  /** What is wrong at a field: what misses once somebody tried, else what the server refused. */
  errorAt(path: string): string | undefined {
    return (this.isTried ? this.missing[path] : undefined) || this.notice.fields[path];
  }

  async load(): Promise<void> {
    const questions = await api.all<QuestionRow>('/questions');
    if (this.notice.check(questions)) this.questions = questions.value;
  }

  async readFile(file: File): Promise<void> {
    if (file.size > MOST_BYTES)
      return this.notice.fail(refusal('TOO_LARGE', `${file.name} is larger than 5 MB. Nothing was read.`));
    await this.#read({ name: file.name, content: await base64Of(file) });
  }

  readText(text: string): Promise<void> {
    return this.#read({ text });
  }

  throwAway(): void {
    this.file = undefined;
    this.brought = undefined;
    this.isTried = false;
    this.notice.say('');
  }

  becomes(choice: ItemChoice, questionId: string): void {
    const question = this.questions.find(({ id }) => id === questionId);
    const labels = this.file ? (itemOf(this.file, choice)?.results ?? []).map(({ label }) => label) : [];
    choice.questionId = question?.id;
    choice.optionMap = question ? mapByLabels(labels, question.options) : {};
  }

  async bringIn(again = false): Promise<void> {
    this.isTried = true;
    const { file } = this;
    if (!file || !this.#source || this.isBusy || Object.keys(this.missing).length > 0) return;
    this.isBusy = true;
    const body = bringInBody(this.#source, file, this.choices, this.about, again);
    const brought = await api.post<BroughtIn>('/result-files/bring-in', body);
    this.isBusy = false;
    if (!this.notice.check(brought)) return;
    this.brought = brought.value;
    this.notice.say(`${countOf(brought.value.dataPoints.length, 'result')} brought in from ${file.file}.`);
    await this.load();
  }

  async #read(source: FileSource): Promise<void> {
    this.isBusy = true;
    const read = await api.post<UnderstoodFile>('/result-files/read', source);
    this.isBusy = false;
    if (!this.notice.check(read)) return;
    this.#source = source;
    this.file = read.value;
    this.choices = firstChoices(read.value);
    for (const choice of this.choices) {
      const item = itemOf(read.value, choice);
      const own = this.questions.find(({ id }) => id === this.#questionId);
      if (item && item.proposal === null && own?.type === item.kind) this.becomes(choice, own.id);
    }
    this.notice.say('');
  }
}

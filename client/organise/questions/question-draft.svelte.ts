import type { PictureId } from '../../../shared/ids.ts';
import type { Option, QuestionSettings } from '../../../shared/question.ts';
import { MAX_OPTIONS } from '../../../shared/questions/choice.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import type { QuestionTypeName } from '../../../shared/questions/question-type.ts';
import type { QuestionView } from '../entities.ts';
import { parseOptions } from '../../ui/parse-question.ts';

/** One line of the editor. `was` is the option as last saved; a line without it is new. */
export interface DraftOption {
  key: string;
  label: string;
  was?: Option;
  picture?: PictureId | undefined;
  /** What a changed label means, once the question was asked; undecided at first. */
  meaning?: 'correction' | 'new-meaning';
}

/** Labels longer than this go over two lines beside a bar when there are eight options or more. */
export const LABEL_FITS = 32;
const MANY_OPTIONS = 8;

/** What stands in the editor, saved or not. Failing to save changes nothing of it. */
export class QuestionDraft {
  prompt = $state('');
  type = $state<QuestionTypeName>('single');
  options = $state<DraftOption[]>([]);
  settings = $state<QuestionSettings>({});
  /** What changed words of the question mean, once it was asked; undecided at first. */
  wording = $state<'correction' | 'new-wording'>();
  #savedPrompt = $state('');
  #saved = $state('');
  #nextKey = 0;

  constructor(question?: QuestionView) {
    if (question) this.load(question);
    else this.#saved = this.#snapshot();
  }

  load(question: QuestionView): void {
    this.prompt = question.prompt;
    this.#savedPrompt = question.prompt;
    this.wording = undefined;
    this.type = question.type;
    this.settings = question.settings;
    this.options = question.options.map((was) => ({
      key: this.#key(),
      label: was.label,
      was,
      picture: was.picture,
    }));
    this.#saved = this.#snapshot();
  }

  get isChanged(): boolean {
    return this.#snapshot() !== this.#saved;
  }

  /** Changed labels for which nobody has said what the change means. */
  get undecided(): DraftOption[] {
    return this.options.filter((option) => isRenamed(option) && option.meaning === undefined);
  }

  /** Ids of the options that stay the same options when this is saved. */
  get keptIds(): string[] {
    return this.options.flatMap((option) => {
      const isOther = isRenamed(option) && option.meaning === 'new-meaning';
      return option.was && !isOther ? [option.was.id] : [];
    });
  }

  get isReworded(): boolean {
    return this.#savedPrompt !== '' && this.prompt.trim() !== this.#savedPrompt;
  }

  /** The options as they are asked: none for a type that takes none, whatever was written before it was chosen. */
  get offered(): DraftOption[] {
    return questionType(this.type).takesOptions ? this.options : [];
  }

  get tooLong(): DraftOption[] {
    if (this.offered.length < MANY_OPTIONS) return [];
    return this.offered.filter(({ label }) => label.trim().length > LABEL_FITS);
  }

  add(labels: string[]): void {
    this.options = [...this.options, ...labels.map((label) => ({ key: this.#key(), label }))];
  }

  /** A pasted list in an empty line takes its place. */
  pasteAt(key: string, pasted: string): void {
    const labels = parseOptions(pasted);
    const at = this.options.findIndex((option) => option.key === key);
    const fitting = labels
      .slice(0, MAX_OPTIONS - this.options.length + 1)
      .map((label) => ({ key: this.#key(), label }));
    this.options.splice(at, 1, ...fitting);
  }

  rename(key: string, label: string): void {
    this.options = this.options.map((option) => (option.key === key ? { ...option, label } : option));
  }

  /** Absent: none. */
  putPicture(key: string, picture: PictureId | undefined): void {
    this.options = this.options.map((option) => (option.key === key ? { ...option, picture } : option));
  }

  decide(key: string, meaning: 'correction' | 'new-meaning'): void {
    this.options = this.options.map((option) => (option.key === key ? { ...option, meaning } : option));
  }

  remove(key: string): void {
    this.options = this.options.filter((option) => option.key !== key);
  }

  body() {
    const options = this.#filled().map(({ label, picture }) => ({
      label: label.trim(),
      ...(picture ? { picture } : {}),
    }));
    return { type: this.type, prompt: this.prompt.trim(), options, settings: this.settings };
  }

  /** A kept id is the same option; an option that now means something else goes without, and gets its own. */
  patch() {
    const options = this.#filled().map((option) => {
      const label = option.label.trim();
      const isOther = isRenamed(option) && option.meaning === 'new-meaning';
      if (option.was === undefined || isOther)
        return { label, ...(option.picture ? { picture: option.picture } : {}) };
      const isOwn = option.picture === option.was.picture;
      return { id: option.was.id, label, ...(isOwn ? {} : { picture: option.picture ?? null }) };
    });
    return { prompt: this.prompt.trim(), options, settings: this.settings, ...this.#change() };
  }

  /** Of a new wording nothing is said where a label was corrected too: said to be new, that option would lose its history. */
  #change(): { change?: 'correction' | 'new-meaning' } {
    if (!this.isReworded || this.wording !== 'new-wording') return { change: 'correction' };
    const isCorrected = this.options.some((each) => isRenamed(each) && each.meaning !== 'new-meaning');
    return isCorrected ? {} : { change: 'new-meaning' };
  }

  #filled(): DraftOption[] {
    return this.offered.filter(({ label }) => label.trim() !== '');
  }

  #snapshot(): string {
    return JSON.stringify([
      this.prompt,
      this.type,
      this.settings,
      this.options.map(({ label, was, meaning, picture }) => [label, was?.id, meaning, picture]),
    ]);
  }

  #key(): string {
    this.#nextKey += 1;
    return `option-${this.#nextKey}`;
  }
}

/** Whether an option that was saved before now reads differently. */
export function isRenamed({ label, was }: DraftOption): boolean {
  return was !== undefined && was.label !== label.trim();
}

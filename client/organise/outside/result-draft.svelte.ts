import type { Exactness, Wording } from '../../../shared/data-point.ts';
import type { Option } from '../../../shared/question.ts';
import type { OutsideResultView } from '../entities.ts';
import { writeCount, writePercent } from './number-input.ts';
import { asPrecision, writeWhen, type Precision } from './when-input.ts';

/** One option as it was offered there, with what was reported of it; everything as it was typed. */
export interface ResultLine {
  key: number;
  label: string;
  optionId: string;
  /** Untick: it was not offered there. */
  isOffered: boolean;
  count: string;
  percent: string;
  low: string;
  high: string;
  words: string;
}

/** Everything in the form, as it is kept over a reload. */
export interface ResultForm {
  label: string;
  when: string;
  precision: Precision;
  interim: boolean;
  audience: string;
  tags: string;
  reached: string;
  askedBy: string;
  method: string;
  wording: Wording;
  prompt: string;
  isOfferKnown: boolean;
  base: 'cast' | 'room';
  exactness: Exactness;
  n: string;
  nLow: string;
  nHigh: string;
  lines: ResultLine[];
  url: string;
  note: string;
}

/** A result from elsewhere while it is written down. What is typed is kept in the browser until it is saved. */
export class ResultDraft {
  form = $state<ResultForm>(emptyForm([]));
  readonly #untouched: string;

  constructor(options: readonly Option[], result?: OutsideResultView) {
    this.form = result ? formOf(result, options) : emptyForm(options);
    this.#untouched = JSON.stringify(this.form);
  }

  get isChanged(): boolean {
    return JSON.stringify(this.form) !== this.#untouched;
  }

  /** Takes up what was kept, if it can be read. */
  takeUp(kept: string | null): boolean {
    const form = readKept(kept);
    if (!form) return false;
    this.form = { ...this.form, ...form };
    return this.isChanged;
  }

  setPrecision(precision: Precision): void {
    this.form.when = asPrecision(this.form.when, precision);
    this.form.precision = precision;
  }

  addLine(label: string): void {
    const key = Math.max(-1, ...this.form.lines.map((line) => line.key)) + 1;
    this.form.lines.push({ ...emptyLine(key), label });
  }

  removeLine(key: number): void {
    this.form.lines = this.form.lines.filter((line) => line.key !== key);
  }
}

function readKept(kept: string | null): Partial<ResultForm> | undefined {
  if (!kept) return undefined;
  try {
    return JSON.parse(kept) as Partial<ResultForm>;
  } catch {
    return undefined;
  }
}

function emptyLine(key: number): ResultLine {
  return {
    key,
    label: '',
    optionId: '',
    isOffered: true,
    count: '',
    percent: '',
    low: '',
    high: '',
    words: '',
  };
}

function emptyForm(options: readonly Option[]): ResultForm {
  return {
    label: '',
    when: '',
    precision: 'day',
    interim: false,
    audience: '',
    tags: '',
    reached: '',
    askedBy: '',
    method: '',
    wording: 'unknown',
    prompt: '',
    isOfferKnown: true,
    base: 'cast',
    exactness: 'counts',
    n: '',
    nLow: '',
    nHigh: '',
    lines: options.map(({ id, label }, key) => ({ ...emptyLine(key), label, optionId: id })),
    url: '',
    note: '',
  };
}

function formOf(result: OutsideResultView, options: readonly Option[]): ResultForm {
  return {
    label: result.label,
    when: writeWhen(result.when),
    precision: result.when.precision,
    interim: result.interim,
    audience: result.audience,
    tags: result.audienceTags.join(', '),
    reached: result.reached ?? '',
    askedBy: result.askedBy ?? '',
    method: result.method,
    wording: result.wording,
    prompt: result.prompt ?? '',
    isOfferKnown: result.optionsOffered !== null,
    base: result.base,
    exactness: result.exactness,
    n: writeCount(result.n),
    nLow: writeCount(result.nLow),
    nHigh: writeCount(result.nHigh),
    lines: linesOf(result, options),
    url: result.source?.url ?? '',
    note: result.source?.note ?? '',
  };
}

/** What was offered or reported there, then the question's own options that were not, unticked. */
function linesOf({ optionsOffered, results }: OutsideResultView, options: readonly Option[]): ResultLine[] {
  const labels = [...new Set([...(optionsOffered ?? []), ...results.map(({ label }) => label)])];
  const there = labels.map((label, key): ResultLine => {
    const reported = results.find((each) => each.label === label);
    const own = options.find((option) => option.label.toLowerCase() === label.toLowerCase());
    return {
      ...emptyLine(key),
      label,
      optionId: reported ? (reported.optionId ?? '') : (own?.id ?? ''),
      count: writeCount(reported?.count),
      percent: writePercent(reported?.share),
      low: writePercent(reported?.shareLow),
      high: writePercent(reported?.shareHigh),
      words: reported?.words ?? '',
    };
  });
  const isHere = (option: Option) =>
    there.some(({ optionId, label }) => optionId === option.id || label === option.label);
  const absent = options.filter((option) => !isHere(option));
  return [
    ...there,
    ...absent.map(({ id, label }, index) => ({
      ...emptyLine(there.length + index),
      label,
      optionId: id,
      isOffered: false,
    })),
  ];
}

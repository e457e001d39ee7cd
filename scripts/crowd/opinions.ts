import type { Option, QuestionSpec } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import { normal, pickWeighted, seeded, type Random } from './random.ts';

/** Label in lower case → the share of the room that holds it, 0–1. */
export type Lean = Readonly<Record<string, number>>;

/** What most of this room thinks of a question: a weight per option, in ballot order. */
export type Opinion = readonly number[];

const SAYS_OTHER = 0.04;
const ABSTAINS = 0.03;
const OTHER_WORDS = ['It depends', 'A mix of these', 'Nobody alone', 'Ask me again next year', 'The team'];

/**
 * The room's opinion of a question. The same seed and the same words give the same opinion; one or two options lead, as
 * in most rooms. What `lean` names gets its share, and the others share the rest.
 */
export function opinionOf(spec: QuestionSpec, seed: number, lean: Lean = {}): Opinion {
  const random = seeded(seed, 'opinion', spec.prompt);
  const drawn = spec.options.map(() => Math.exp(1.1 * normal(random)));
  const named = spec.options.map(({ label }) => lean[label.trim().toLowerCase()]);
  const given = named.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const free = drawn.reduce((sum, weight, index) => sum + (named[index] === undefined ? weight : 0), 0);
  const rest = Math.max(0, 1 - given);
  return drawn.map((weight, index) => named[index] ?? (free === 0 ? 0 : (weight / free) * rest));
}

type Answering = (spec: QuestionSpec, opinion: Opinion, random: Random) => unknown;

/** How people answer, per type. Forgetting one does not compile. */
const ANSWERS: Record<QuestionTypeName, Answering> = { single: answerSingle, multiple: answerMultiple };

/** One voter's answer, or undefined for a question of a type this crowd does not know. */
export function answerTo(spec: QuestionSpec, opinion: Opinion, random: Random): unknown {
  return (ANSWERS as Record<string, Answering | undefined>)[spec.type]?.(spec, opinion, random);
}

function answerSingle(spec: QuestionSpec, opinion: Opinion, random: Random): unknown {
  if (spec.settings['abstain'] === true && random() < ABSTAINS) return { abstain: true };
  if (spec.settings['other'] === true && random() < SAYS_OTHER) return { other: otherWords(random) };
  return { option: pickOption(spec.options, opinion, random)?.id };
}

function answerMultiple(spec: QuestionSpec, opinion: Opinion, random: Random): unknown {
  if (spec.settings['abstain'] === true && random() < ABSTAINS) return { abstain: true };
  const picks = howMany(spec, random);
  const mayOther = spec.settings['other'] === true;
  const saysOther = mayOther && (random() < SAYS_OTHER || picks > spec.options.length);
  const options = pickSeveral(spec.options, opinion, saysOther ? picks - 1 : picks, random);
  return saysOther ? { options, other: otherWords(random) } : { options };
}

/** At least `min`, at most `max`; where the question leaves it open, two or so. */
function howMany({ settings, options }: QuestionSpec, random: Random): number {
  const offered = options.length + (settings['other'] === true ? 1 : 0);
  const least = typeof settings['min'] === 'number' ? settings['min'] : 1;
  const most = Math.min(offered, typeof settings['max'] === 'number' ? settings['max'] : offered);
  let picks = least;
  while (picks < most && random() < 0.45) picks += 1;
  return picks;
}

/** In ballot order, none twice. */
function pickSeveral(options: readonly Option[], opinion: Opinion, picks: number, random: Random): string[] {
  const taken = new Set<Option>();
  while (taken.size < Math.min(picks, options.length)) {
    const left = options.filter((option) => !taken.has(option));
    const weights = left.map((option) => opinion[options.indexOf(option)] ?? 0);
    const option = pickOption(left, weights, random);
    if (option) taken.add(option);
  }
  return options.filter((option) => taken.has(option)).map(({ id }) => id);
}

/** By weight; where all weigh nothing (a lean that leaves no rest), any. */
function pickOption(options: readonly Option[], opinion: Opinion, random: Random): Option | undefined {
  return pickWeighted(options, opinion, random) ?? options[Math.floor(random() * options.length)];
}

function otherWords(random: Random): string {
  return OTHER_WORDS[Math.floor(random() * OTHER_WORDS.length)] ?? 'It depends';
}

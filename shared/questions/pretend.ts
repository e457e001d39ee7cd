import type { Option, QuestionSpec } from '../question.ts';
import type { PretendMind } from './question-type.ts';

/** How made-up voters answer: what several types have in common. */

const SAYS_OTHER = 0.04;
const ABSTAINS = 0.03;
const OTHER_WORDS = ['It depends', 'A mix of these', 'Nobody alone', 'Ask me again next year', 'The team'];

export function abstains({ settings }: QuestionSpec, { random }: PretendMind): boolean {
  return settings['abstain'] === true && random() < ABSTAINS;
}

export function saysOther({ settings }: QuestionSpec, { random }: PretendMind): boolean {
  return settings['other'] === true && random() < SAYS_OTHER;
}

const SAYS_WHY = 0.25;
const WHY_WORDS = [
  'It starts with the problem, not with the course',
  'I have seen it work',
  'Nobody else has the time',
  'It brings people together',
];

/** A reason, where one is asked for: now and then. */
export function withWhy<Given extends object>(given: Given, spec: QuestionSpec, mind: PretendMind): Given {
  const says = spec.settings['why'] === true && mind.random() < SAYS_WHY;
  return says ? { ...given, why: anyOf(WHY_WORDS, mind) ?? 'I have seen it work' } : given;
}

export function otherWords(mind: PretendMind): string {
  return anyOf(OTHER_WORDS, mind) ?? 'It depends';
}

/** Each as likely. */
export function anyOf<T>(items: readonly T[], { random }: PretendMind): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** By weight; where all weigh nothing, any. */
export function pickOption(options: readonly Option[], mind: PretendMind): Option | undefined {
  return pickWeighted(options, mind.leans, mind.random) ?? anyOf(options, mind);
}

/** In ballot order, none twice. */
export function pickSeveral(options: readonly Option[], picks: number, mind: PretendMind): string[] {
  const taken = new Set(inPreference(options, mind).slice(0, Math.max(0, picks)));
  return options.filter((option) => taken.has(option)).map(({ id }) => id);
}

/** All of them, drawn one after the other by weight: what leans most tends to come first. */
export function inPreference(options: readonly Option[], mind: PretendMind): Option[] {
  const drawn: Option[] = [];
  while (drawn.length < options.length) {
    const left = options.filter((option) => !drawn.includes(option));
    const leans = left.map((option) => mind.leans[options.indexOf(option)] ?? 0);
    const option = pickOption(left, { ...mind, leans });
    if (!option) break;
    drawn.push(option);
  }
  return drawn;
}

/** One of the items, each as likely as its weight; undefined where nothing weighs anything. */
export function pickWeighted<T>(
  items: readonly T[],
  weights: readonly number[],
  random: () => number,
): T | undefined {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, item] of items.entries()) {
    const weight = weights[index] ?? 0;
    if (weight > 0 && left < weight) return item;
    left -= weight;
  }
  return undefined;
}

import { fill, type Phrase, type Said } from './fill.ts';

/** The sentences of findings in English, each type's under its own name. Pages translate them by key. */
export const FINDING_WORDS = {
  'finding.nobody': 'Nobody has answered.',
  'finding.open': 'Voting has not closed.',
  'finding.one-option': 'There is only one option.',
  'finding.no-option': 'Nobody chose one of the options.',
  'finding.leads': '{option} leads',
  'finding.leads-among': {
    one: '{option} leads among the {ballots} who answered; {n} has not',
    other: '{option} leads among the {ballots} who answered; {n} have not',
  },
  'finding.too-close': 'Too close to call: {a} and {b} of {ballots}',
  'finding.votes-to': { one: '{n} vote to {b}.', other: '{n} votes to {b}.' },
  'finding.everyone': 'Everyone has answered.',
  'finding.every-phone': 'Every phone that joined has answered.',
  'finding.cannot-change': {
    one: 'The {n} who has not answered cannot change that.',
    other: 'The {n} who have not answered cannot change that.',
  },
  'finding.ahead-of-others': {
    one: '{option} is {n} vote ahead of {others} others.',
    other: '{option} is {n} votes ahead of {others} others.',
  },
  'finding.level': '{options} are level.',
  'finding.apart': { one: '{options} are {n} vote apart.', other: '{options} are {n} votes apart.' },
  'finding.many-level': '{count} options are level.',
  'finding.many-apart': {
    one: '{count} options are {n} vote apart.',
    other: '{count} options are {n} votes apart.',
  },
} satisfies Record<string, Phrase>;

export type FindingKey = keyof typeof FINDING_WORDS;
export type FindingSaid = Said<FindingKey>;

/** In English, as REST, reports and files have it. */
export function inEnglish({ key, values }: FindingSaid): string {
  return fill(FINDING_WORDS[key], values, 'en');
}

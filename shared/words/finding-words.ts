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
  'finding.no-hands': 'No hand was raised.',
  'finding.most-hands': {
    one: '{option} has the only hand',
    other: 'Most hands for {option}: {n} of {hands}',
  },
  'finding.level-hands': 'As many hands for {options}: {n} each, of {hands}',
  'finding.many-most-hands': '{count} options have as many hands: {n} each, of {hands}',
  'finding.hands-counted': {
    one: '{n} hand, counted by the presenter.',
    other: '{n} hands, counted by the presenter.',
  },
  'finding.hands-present': { one: '{n} person was there.', other: '{n} people were there.' },
  'finding.no-word-twice': 'No word was written twice.',
  'finding.words-level': 'Several words were written equally often, {n} times each.',
  'finding.most-written': '{word}, say {n} of {total} answers',
  'finding.next-written': { one: 'Next is {word}, {n} answer.', other: 'Next is {word}, {n} answers.' },
  'finding.own-words': 'Answers in people’s own words.',
  'finding.groups-level': 'Several groups of answers are equally large, {n} each.',
  'finding.largest-group': '{group}, say {n} of {ballots} answers',
  'finding.next-group': { one: 'Next is {group}, {n} answer.', other: 'Next is {group}, {n} answers.' },
  'finding.no-number': 'Nobody gave a number.',
  'finding.middle-half': {
    one: '{count} of {n} says {low} to {high}{unit}, the average is {average}{unit}',
    other: '{count} of {n} say {low} to {high}{unit}, the average is {average}{unit}',
  },
  'finding.middle-one': {
    one: 'The one answer is {low}{unit}',
    other: '{count} of {n} say {low}{unit}, the average is {average}{unit}',
  },
  'finding.middle-answer': 'The middle answer is {middle}{unit}.',
  'finding.two-ends': 'Two ends: {a} of {n} say {low}{unit} or less, {b} say {high}{unit} or more',
  'finding.two-ends-single': 'Two ends: {a} of {n} say {low}{unit}, {b} say {high}{unit}',
  'finding.between': { one: '{n} answer lies between.', other: '{n} answers lie between.' },
  'finding.average': 'The average is {average}{unit}.',
  'finding.averages': 'Averages from {low} to {high}{unit}',
  'finding.average-level': 'Every average is {low}{unit}',
  'finding.highest': 'Highest: {option}, {average}{unit}.',
  'finding.lowest': 'Lowest: {option}, {average}{unit}.',
  'finding.rated-highest': '{n} criteria, {options} different options rated highest',
  'finding.highest-on': '{criterion}: {option}, {average}.',
  'finding.comes-first': '{option} comes first',
  'finding.first-among': {
    one: '{option} comes first among the {ballots} who answered; {n} has not',
    other: '{option} comes first among the {ballots} who answered; {n} have not',
  },
  'finding.rank-at-odds': '{option} has the best average place, but more put {other} before it',
  'finding.rank-close': 'Too close to call: average places {a} and {b}',
  'finding.put-first': '{n} of {ballots} put it first.',
  'finding.average-place': 'Its average place is {mean}.',
  'finding.head-to-head': '{n} put {option} before {other}, {lost} the other way round.',
  'finding.gets-most': '{option} gets the most: {mean} of {total} points',
  'finding.gets-most-disputed':
    '{option} gets the most, {mean} of {total} points, but the room does not agree',
  'finding.most-among': {
    one: '{option} gets the most among the {ballots} who answered; {n} has not',
    other: '{option} gets the most among the {ballots} who answered; {n} have not',
  },
  'finding.points-close': 'Too close to call: {a} and {b} of {total} points',
  'finding.points-level': '{options} get about as much.',
  'finding.next-gets': 'Next is {option} with {mean}.',
  'finding.average-points': 'It gets {mean} of {total} points on average.',
  'finding.middle-half-gave': 'The middle half gave it {lower} to {upper}.',
} satisfies Record<string, Phrase>;

export type FindingKey = keyof typeof FINDING_WORDS;
export type FindingSaid = Said<FindingKey>;

/** In English, as REST, reports and files have it. */
export function inEnglish({ key, values }: FindingSaid): string {
  return fill(FINDING_WORDS[key], values, 'en');
}

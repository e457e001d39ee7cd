import { fillIn, type Phrase, type Said } from './fill.ts';

/** What comparisons say, in English. Pages translate it by key. A number of things stands as {nInWords} where English has it in words. */
export const COMPARISON_WORDS = {
  'comparison.not-asked': 'This has not been asked yet.',
  'comparison.nobody': 'Nobody has answered this yet.',
  'comparison.once': 'Asked once so far: {name}.',
  'comparison.no-same-option': 'No option stands for the same thing at two of these times.',
  'comparison.shift': '{option}: a clear shift, from {before} in {from} to {after} in {to}.',
  'comparison.difference':
    '{option}: a clear difference between these groups, {before} in {from} and {after} in {to}.',
  'comparison.chance': '{option}: {before} in {from} and {after} in {to}, which could be chance.',
  'comparison.options-changed':
    '{option}: {before} in {from} and {after} in {to}. Whether that is more than other options on offer cannot be told.',
  'comparison.not-comparable': '{option}: {from} and {to} cannot be compared. {reason}',
  'comparison.nobody-twice': 'Nobody answered both times, so nobody can be compared with themselves.',
  'comparison.twice-clear':
    '{option}: {points} percentage points among the {n} who answered both times, clear.',
  'comparison.twice-chance':
    '{option}: {points} percentage points among the {n} who answered both times, which could be chance.',
  'comparison.option-in': '{option} in {name}',
  'comparison.gone': '{n} who answered first did not answer again and are not compared.',
  'comparison.gone-of': '{n} of the {all} who answered first did not answer again and are not compared.',
  'comparison.none-changed': 'None of the {n} who answered both times changed their answer.',
  'comparison.none-changed-in': 'None of the {n} who answered both times in {name} changed their answer.',
  'comparison.of': '{part} of {n}',
  'comparison.of-in': '{part} of {n} in {name}',
  'comparison.changed': '{who} changed their answer.',
  'comparison.changed-all': '{who} changed their answer, all of them to {option}.',
  'comparison.changed-most': '{who} changed their answer, {nInWords} to {option}.',
  'comparison.also-clear': 'Also clear: {options}.',
  'comparison.option-then': '{option} ({before}, then {after})',
  'comparison.option-points': '{option} ({points} percentage points)',
  'comparison.counted-common': 'Counted are those who chose an option offered each time: {among}.',
  'comparison.whatever':
    'Whatever those who did not answer think, more of the room of {more} than of {less} chose {option}.',
  'comparison.of-room': '{option}: {bounds}, of the room, whatever those who did not answer think.',
  'comparison.of-joined':
    '{option}: {bounds}, of the phones that joined, whatever those who did not answer think.',
  'comparison.room-unknown': '{option}: how many could have answered is not known.',
  'comparison.share-in': '{share} in {name}',
  'comparison.describes': 'The figures describe those who answered, not the profession.',
  'comparison.describes-groups':
    '{nInWords} groups of different people: the figures describe those who answered, not the profession, and between the groups they do not show that anyone changed their mind.',
  'reason.share-unknown': 'Its share is not known both times.',
  'reason.not-offered': 'It was not offered both times.',
  'reason.same-people':
    'The same people were asked twice, and here nobody knows how each of them answered both times.',
  'reason.bases': 'One counts those who answered, the other everybody in the room.',
  'reason.rooms': 'Both count everybody in the room, and who of them answered is not known.',
  'reason.no-option': 'No option was offered both times.',
  'reason.nobody': 'Nobody has answered: {name}.',
  'share.unknown': 'an unknown share',
  'share.at-most': 'at most {share}',
  'name.time': '{name} ({time})',
  'name.memory': '{name} (by memory)',
  'name.time-memory': '{name} ({time}, by memory)',
  'when.first': '{when}, first time',
  'when.second': '{when}, second time',
  'when.third': '{when}, third time',
  'when.nth': '{when}, {n}th time',
  'answered.unknown': 'number not known',
  'answered.around': 'around {n}',
  'answered.of': '{part} of {n}',
  'answered.of-phones': '{part} of {n} phones',
  'answered.phones': { one: '{n} phone', other: '{n} phones' },
  'answered.hands': { one: '{n} hand', other: '{n} hands' },
  'answered.of-present': '{part} of {n} present, by hand',
  'answered.present': '{n} present, by hand',
  'answered.in-room': '{n} in the room',
  'answered.votes': { one: '{n} vote', other: '{n} votes' },
  'answered.votes-when-read': { one: '{n} vote when read', other: '{n} votes when read' },
  'unlike.bases': 'shares of different bases',
  'unlike.options': 'other options',
  'unlike.counted-unknown': 'not known to be counted in the same way',
  'unlike.counted': 'counted in different ways',
  'unlike.audience': 'different kinds of audience',
  'unlike.audience-unmarked': 'not marked as the same kind of audience',
  'unlike.wording-unknown': 'exact words not known',
  'unlike.wording': 'other words',
} satisfies Record<string, Phrase>;

export type ComparisonKey = keyof typeof COMPARISON_WORDS;
export type ComparisonSaid = Said<ComparisonKey>;

const ENGLISH = {
  language: 'en',
  phraseOf: (key: string) => (COMPARISON_WORDS as Record<string, Phrase>)[key],
};

/** A sentence of a comparison by name; `values` may be phrases of a comparison themselves. */
export function say(key: ComparisonKey, values: ComparisonSaid['values'] = {}): ComparisonSaid {
  return { key, values };
}

/** In English, as REST, reports and files have it. */
export function comparisonInEnglish({ key, values }: ComparisonSaid): string {
  return fillIn(COMPARISON_WORDS[key], values, ENGLISH);
}

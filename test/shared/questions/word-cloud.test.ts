import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../../../shared/questions/fold-word.ts';
import { wordCloud, wordsBySize, type WordCloudTally } from '../../../shared/questions/word-cloud.ts';
import { MOST_FOR_ROOM, sightOfRoom, type TextDecision } from '../../../shared/questions/written-text.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';

const spec = aSpec('word-cloud', 0, {});
const room = { joined: 9, roomSize: null };
const tallyOf = (...answers: string[][]) =>
  recount(
    spec,
    answers.map((words) => ({ words })),
  ) as WordCloudTally;
const decided = (...decisions: Partial<TextDecision>[]) =>
  new Map(
    decisions.map((decision) => {
      const text = foldWord(decision.text ?? '');
      return [text, { shown: null, group: null, decidedAt: 1, ...decision, text }];
    }),
  );
const seen = (tally: WordCloudTally, decisions = decided(), isHeldBack = (_text: string) => false) =>
  wordCloud.forRoom(tally, sightOfRoom(false, decisions, isHeldBack));

describe('[WC1] an answer to a word cloud', () => {
  test.each([{ words: ['Time'] }, { words: ['a', 'b', 'c'] }])('%o is taken', (answer) => {
    expect(wordCloud.answer.parse(answer)).toEqual(answer);
    expect(wordCloud.refuses(spec, answer)).toEqual([]);
  });

  test.each([
    null,
    {},
    { words: [] },
    { words: ['  '] },
    { words: [1] },
    { words: ['x'.repeat(31)] },
    { words: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { words: ['a'], why: 'b' },
    { words: ['\ud800'] },
  ])('%o is not', (answer) => expect(wordCloud.answer.safeParse(answer).success).toBe(false));

  test('three entries are taken unless the question says otherwise, and never more than it says', () => {
    expect(wordCloud.refuses(spec, { words: ['a', 'b', 'c', 'd'] })).toMatchObject([{ path: 'words' }]);
    expect(wordCloud.refuses(aSpec('word-cloud', 0, { entries: 1 }), { words: ['a', 'b'] })).toHaveLength(1);
    expect(wordCloud.refuses(aSpec('word-cloud', 0, { entries: 5 }), { words: [...'abcde'] })).toEqual([]);
    for (const entries of [0, 6, 1.5, '3'])
      expect(wordCloud.settings.safeParse({ entries }).success).toBe(false);
  });

  test('it takes no options', () => {
    expect(wordCloud.refusesSpec(spec)).toEqual([]);
    expect(wordCloud.refusesSpec(aSpec('word-cloud', 2, {}))).toMatchObject([{ path: 'options' }]);
  });
});

test('[WC3] a word counts once for each who wrote it, and is shown as most wrote it', () => {
  const tally = tallyOf(['time', 'Time!', 'Culture'], ['Times'], ['time'], ['TIME', 'culture'], ['Culture']);
  expect(wordsBySize(tally)).toEqual([
    { text: 'time', count: 4 },
    { text: 'Culture', count: 3 },
  ]);
  expect(tally.entries).toBe(7);
  expect(wordCloud.results(spec, tally, room)).toMatchObject({
    options: [],
    entries: 7,
    words: [{ text: 'time', count: 4 }, {}],
  });
});

test.each(['__proto__', 'constructor', 'toString'])('“%s” is only a word', (word) => {
  const tally = tallyOf([word], [word]);
  expect(wordsBySize(tally)).toEqual([{ text: word, count: 2 }]);
  expect(wordsBySize(seen(tally))).toEqual([{ text: word, count: 2 }]);
  expect(wordsBySize(seen(tally, decided({ text: word, group: word })))).toEqual([{ text: word, count: 2 }]);
  expect(wordCloud.add(wordCloud.add(tally, { words: [word] }, -1), { words: [word] }, -1)).toEqual(
    wordCloud.empty(spec),
  );
});

describe('[WC4] the room', () => {
  const tally = tallyOf(['Time', 'rude'], ['time', 'calendar full'], ['hours'], ['Rude']);

  test('sees every word but those that are hidden or held back; how many there were stays', () => {
    const room = seen(tally, decided({ text: 'Hours', shown: false }), (text) => text === 'rude');
    expect(wordsBySize(room).map(({ text }) => text)).toEqual(['Time', 'calendar full']);
    expect(room).toMatchObject({ ballots: 4, entries: tally.entries });
  });

  test('sees what is held back once it is shown by hand', () => {
    const room = seen(tally, decided({ text: 'RUDE', shown: true }), (text) => text === 'rude');
    expect(wordsBySize(room)).toContainEqual({ text: 'Rude', count: 2 });
  });

  test('sees words under their label, with the word of the same name', () => {
    const labels = decided(
      { text: 'calendar full', group: 'Time' },
      { text: 'hours', group: 'Time', shown: false },
    );
    expect(wordsBySize(seen(tally, labels))).toEqual([
      { text: 'Time', count: 4 },
      { text: 'Rude', count: 2 },
    ]);
  });

  test('sees the most written ones, where there are many', () => {
    const many = tallyOf(...Array.from({ length: 500 }, (_, at) => [`word ${at}x`, `word ${at % 9}x`]));
    const room = seen(many);
    expect(Object.keys(room.words)).toHaveLength(MOST_FOR_ROOM);
    expect(
      wordsBySize(room)
        .slice(0, 9)
        .every(({ count }) => count > 50),
    ).toBe(true);
    expect(JSON.stringify(room).length).toBeLessThan(6000);
  });

  test('the sum of what it sees and of what it does not is what was written', () => {
    const words = fc.array(
      fc.array(fc.constantFrom('Time', 'times', 'Rude', 'old tool', 'Old tools', '__proto__'), {
        minLength: 1,
        maxLength: 3,
      }),
    );
    fc.assert(
      fc.property(words, fc.boolean(), (answers, isHidden) => {
        const tally = tallyOf(...answers);
        const hidden = seen(tally, decided({ text: 'Rude', shown: !isHidden }));
        const count = (of: WordCloudTally) => wordsBySize(of).reduce((sum, { count }) => sum + count, 0);
        const rude = wordsBySize(tally).find(({ text }) => text === 'Rude')?.count ?? 0;
        expect(count(hidden) + (isHidden ? rude : 0)).toBe(tally.entries);
      }),
    );
  });
});

describe('[WC5] the finding', () => {
  const said = (tally: WordCloudTally) => wordCloud.finding(spec, tally, room);

  test('names the word that most wrote, and the next', () => {
    expect(said(tallyOf(['Time', 'Budget'], ['time'], ['Time', 'budget']))).toMatchObject({
      kind: 'describes',
      rule: 'most-written',
      leaders: [],
      text: 'Time, say 3 of 5 answers',
      detail: 'Next is Budget, 2 answers.',
    });
  });

  test('says why there is none', () => {
    expect(said(tallyOf())).toMatchObject({ kind: 'none', reason: 'Nobody has answered.' });
    expect(said(tallyOf(['a', 'b']))).toMatchObject({ reason: 'No word was written twice.' });
    expect(said(tallyOf(['a', 'b'], ['a', 'b']))).toMatchObject({
      reason: 'Several words were written equally often, 2 times each.',
    });
  });

  test('never says a word the room may not see', () => {
    const tally = tallyOf(['rude'], ['rude'], ['rude'], ['Time'], ['time']);
    expect(said(seen(tally, undefined, (text) => text === 'rude'))).toMatchObject({
      text: 'Time, say 2 of 5 answers',
    });
  });
});

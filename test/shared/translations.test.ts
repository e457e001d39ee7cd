import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionId, QuestionId } from '../../shared/ids.ts';
import { inLanguage, labelsBetween, languageRead, saidInLanguage } from '../../shared/in-language.ts';
import { editQuestion, latestVersion, type Question, type QuestionSpec } from '../../shared/question.ts';
import { languagesWords, wrongTranslations } from '../../shared/translations.ts';
import { countingBytes } from './sample.ts';

const DE = { prompt: 'Wer?', options: { a: 'Eins' }, labels: { c: 'Wirkung', lowLabel: 'nie' } };
const spec: QuestionSpec = {
  type: 'single',
  prompt: 'Who?',
  options: ['a', 'b'].map((id) => ({ id: id as OptionId, label: id.toUpperCase() })),
  settings: { lowLabel: 'never', max: 5, criteria: [{ id: 'c', label: 'Effect' }] },
  translations: { de: DE },
};

function asked(): Question {
  const { type, ...content } = spec;
  const version = { version: 1, ...content, translations: { de: DE }, change: null, createdAt: 5 };
  return { id: 'q' as QuestionId, type, versions: [version], isPublic: false, createdAt: 5, updatedAt: 5 };
}

const edited = (edit: Parameters<typeof editQuestion>[1], wasAsked = true) =>
  latestVersion(editQuestion(asked(), edit, wasAsked, 9, countingBytes()));

describe('an edit', () => {
  test('[QU7] of translations alone makes no version, asked or not', () => {
    for (const wasAsked of [true, false]) {
      const after = edited({ translations: { fr: { prompt: 'Qui ?' } } }, wasAsked);
      expect(after).toEqual({ ...latestVersion(asked()), translations: { fr: { prompt: 'Qui ?' } } });
    }
  });

  test('[TR2] keeps the translations of what it keeps', () => {
    const [, b] = spec.options;
    expect(edited({ options: [{ id: b?.id, label: 'Bee' }] }).translations).toEqual({
      de: { prompt: 'Wer?', labels: DE.labels },
    });
    expect(edited({ settings: {} }).translations).toEqual({ de: { prompt: 'Wer?', options: DE.options } });
  });

  test('[TR2] with a new meaning the prompt’s go, with a correction they stay', () => {
    const to = { prompt: 'Whom?' };
    expect(edited({ ...to, change: 'new-meaning' }).translations.de).not.toHaveProperty('prompt');
    expect(edited({ ...to, change: 'correction' }).translations.de?.prompt).toBe('Wer?');
  });
});

test('[TR1] what a translation names must be there', () => {
  expect(wrongTranslations(spec, { de: DE })).toEqual([]);
  const wrong = wrongTranslations(spec, {
    fr: { options: { z: 'Zut' }, labels: { max: '5', toString: 'x' } },
  });
  expect(wrong.map(({ path }) => path)).toEqual([
    'translations.fr.options.z',
    'translations.fr.labels.max',
    'translations.fr.labels.toString',
  ]);
});

describe('[TR3] in a language', () => {
  test('the ids stay, and what is not translated stands as it was written', () => {
    expect(inLanguage(spec, 'de')).toMatchObject({
      prompt: 'Wer?',
      options: [
        { id: 'a', label: 'Eins' },
        { id: 'b', label: 'B' },
      ],
      settings: { lowLabel: 'nie', max: 5, criteria: [{ id: 'c', label: 'Wirkung' }] },
    });
  });

  test('without a translation it is the question as it was written', () => {
    expect(inLanguage(spec, 'fr')).toBe(spec);
    expect([languageRead(spec, 'de'), languageRead(spec, 'fr')]).toEqual(['de', null]);
  });

  test('whatever is translated, the ids are those of the question, in its order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.string()), (options) => {
        const ids = inLanguage({ ...spec, translations: { nl: { options } } }, 'nl').options.map(
          ({ id }) => id,
        );
        expect(ids).toEqual(['a', 'b']);
      }),
    );
  });

  test('what the server said of its labels is said in theirs', () => {
    const labels = labelsBetween(spec, inLanguage(spec, 'de'));
    const said = {
      key: 'x',
      values: { options: ['A', 'B'], n: 2, of: { key: 'y', values: { c: 'Effect' } } },
    };
    expect(saidInLanguage(said, labels).values).toEqual({
      options: ['Eins', 'B'],
      n: 2,
      of: { key: 'y', values: { c: 'Wirkung' } },
    });
  });
});

test('[TR5] languages are said with how many, most first; what was not noted is left out', () => {
  expect(languagesWords({ de: 12, en: 40, '': 3 })).toBe('40 in English, 12 in German');
  expect(languagesWords({ '': 3 })).toBe('');
});

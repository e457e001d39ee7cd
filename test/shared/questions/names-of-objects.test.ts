import { describe, expect, test } from 'vitest';
import type { OptionId } from '../../../shared/ids.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import type { QuestionTypeName, TallyBase } from '../../../shared/questions/question-type.ts';
import { NOTHING_SHOWN } from '../../../shared/questions/written-text.ts';
import { recount } from '../../../shared/tally.ts';
import { showing } from '../sample.ts';

/** Words that every object answers to: as somebody's "other", or as an option's id in a file, they are only words. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

function specWith(type: QuestionTypeName, ids: string[]): QuestionSpec {
  const options = ids.map((id) => ({ id: id as OptionId, label: `Label of ${id}` }));
  return { type, prompt: '?', options, settings: { other: true } };
}

const said = (type: QuestionTypeName, other: string) =>
  type === 'single' ? { other } : { options: [], other };
const picked = (type: QuestionTypeName, id: string) =>
  type === 'single' ? { option: id } : { options: [id] };
const othersOf = (tally: TallyBase) => Object.entries((tally as unknown as { others: object }).others);

describe.each(['single', 'multiple'] as const)('%s', (type) => {
  test.each(NAMES)('“%s” as an own answer is counted, and taken away again', (name) => {
    const spec = specWith(type, ['a', 'b']);
    const twice = recount(spec, [said(type, name), said(type, name), picked(type, 'a')]);
    expect(othersOf(twice)).toEqual([[name, 2]]);
    expect(othersOf(JSON.parse(JSON.stringify(twice)) as TallyBase)).toEqual([[name, 2]]);
    const { options } = questionType(type).results(spec, twice, { joined: 3, roomSize: null });
    expect(options.map(({ count }) => count)).toEqual([1, 0, 2]);
    const once = questionType(type).add(structuredClone(twice), said(type, name), -1);
    expect(othersOf(once)).toEqual([[name, 1]]);
    expect(othersOf(questionType(type).add(once, said(type, name), -1))).toEqual([]);
    expect(othersOf(questionType(type).forRoom(twice, NOTHING_SHOWN))).toEqual([]);
    expect(othersOf(questionType(type).forRoom(twice, showing(name)))).toEqual([[name, 2]]);
  });

  test.each(NAMES)('“%s” as an option’s id counts like any other', (name) => {
    const spec = specWith(type, [name, 'b']);
    const tally = recount(spec, [picked(type, name), picked(type, name), picked(type, 'b')]);
    const { options } = questionType(type).results(spec, tally, { joined: 3, roomSize: null });
    expect(options.map(({ count }) => count)).toEqual([2, 1, 0]);
    expect(questionType(type).finding(spec, tally, { joined: 3, roomSize: null }).kind).toBe('leads');
  });
});

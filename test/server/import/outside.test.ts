import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AlignmentMap } from '../../../shared/alignment.ts';
import type { DataPoint } from '../../../shared/data-point.ts';
import type { EventId, OptionId } from '../../../shared/ids.ts';
import type { Question } from '../../../shared/question.ts';
import { jsonOf } from '../../../server/export/json.ts';
import { importEvent } from '../../../server/import/import-event.ts';
import { anEvent, aQuestion, ask, aStore, textOf, type Filled } from '../export/filled.ts';
import { aDataPoint, anAct, someEvidence } from '../store/sample.ts';

interface OutsideBody {
  questions: { isPublic?: boolean; versions: { change?: unknown }[] }[];
  dataPoints: (Partial<DataPoint> & { results: object[] })[];
  evidence: { dataPointId: string; mediaType: string; size: number; sha256: string; bytes: string }[];
  alignments: { questionId: string; revision: number; maps: object[] }[];
}

const PIXELS = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255);

let from: Filled;
let to: Filled;
let id: EventId;
let question: Question;
let exported: string;

beforeAll(async () => {
  from = await aStore();
  const host = await anEvent(from);
  id = host.id;
  const asked = await aQuestion(from, ['Manager', 'Consultant']);
  const [first] = asked.versions;
  if (!first) throw new Error('no version');
  question = {
    ...asked,
    versions: [first, { ...first, version: 2, prompt: 'Who?!', change: 'correction' }],
    isPublic: true,
  };
  await from.store.questions.save(question, anAct());
  await ask(from, host, question, [{ option: 'o0' }, { option: 'o1' }]);
  await fillOutside();
  exported = await textOf(jsonOf(from.store, id));
});
afterAll(() => from.close());
beforeEach(async () => {
  to = await aStore();
});
afterEach(() => to.close());

/** Two results from elsewhere, one with a picture, and two decisions about their options. */
async function fillOutside(): Promise<void> {
  const { dataPoints, alignments } = from.store;
  const counted = pointOf({
    exactness: 'counts',
    n: 50,
    nLow: null,
    nHigh: null,
    results: [
      { label: 'Manager', optionId: 'o0' as OptionId, count: 31 },
      { label: 'Consultant', count: 19 },
    ],
  });
  const remembered = pointOf({
    when: { date: '2019-02-01', precision: 'month' },
    exactness: 'remembered',
    source: null,
    method: '',
    optionsOffered: null,
    n: null,
    nLow: 80,
    nHigh: 120,
    imported: null,
    results: [
      { label: 'Some form of business partner', share: 0.9, shareLow: 0.85, shareHigh: 0.95 },
      { label: 'Manager', words: 'little support' },
    ],
  });
  await dataPoints.saveAll([counted, remembered], [], anAct());
  const { evidence, bytes } = someEvidence(counted.id, PIXELS);
  await dataPoints.putEvidence(evidence, bytes, anAct());
  const label = 'Some form of business partner';
  const offered = { dataPointId: remembered.id, label };
  const map: AlignmentMap = { from: offered, to: ['o1' as OptionId], as: 'renamed' };
  for (const [revision, maps] of [[], [map]].entries()) {
    const decided = { questionId: question.id, decidedBy: 'Ada', decidedAt: 70 + revision };
    await alignments.add({ ...decided, revision: revision + 1, maps }, anAct());
  }
}

function pointOf(fields: Partial<DataPoint>): DataPoint {
  return aDataPoint(question.id, { createdAt: Date.parse('2026-05-04'), ...fields });
}

const file = () => JSON.parse(exported) as OutsideBody;
const take = (content: unknown) => importEvent(to.store, content, { now: 1, by: 'Ada' });

describe('results from elsewhere in the file of an event', () => {
  test('come back whole, and go out again as they came', async () => {
    const { dataPoints, evidence, alignments } = file();
    expect([dataPoints.length, evidence.length, alignments.length]).toEqual([2, 1, 2]);
    await take(file());
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
    const stored = await to.store.dataPoints.ofQuestion(question.id);
    expect(stored).toEqual(await from.store.dataPoints.ofQuestion(question.id));
    expect((await to.store.dataPoints.evidence(stored[1]?.point.id as never))?.bytes).toEqual(PIXELS);
    expect(await to.store.questions.get(question.id)).toEqual(question);
  });

  test('taken twice are skipped', async () => {
    const { added } = await take(file());
    expect(await take(file())).toEqual({ eventId: id, added: 0, skipped: added });
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
  });

  test('a file from before there were any is taken as before', async () => {
    const { dataPoints: _d, evidence: _e, alignments: _a, ...old } = file();
    for (const each of old.questions) {
      delete each.isPublic;
      for (const version of each.versions) delete version.change;
    }
    await take(old);
    expect(await to.store.dataPoints.ofQuestion(question.id)).toEqual([]);
    expect(await to.store.questions.get(question.id)).toMatchObject({
      isPublic: false,
      versions: [{ change: null }, { change: null }],
    });
  });
});

describe('what is wrong with them keeps the whole file out, and is named', () => {
  const other = Buffer.from('%PDF-1.7');
  const hash = createHash('sha256').update(other).digest('hex');
  test.each<[string, string, (content: OutsideBody) => void]>([
    [
      'no question',
      'dataPoints.0.questionId',
      ({ dataPoints: [point] }) => set(point, { questionId: 'none' }),
    ],
    ['a future date', 'dataPoints.1.when.date', (content) => setDate(content, '2031-01-01')],
    ['no such day', 'dataPoints.1.when.date', (content) => setDate(content, '2021-02-30')],
    [
      'not the first of its month',
      'dataPoints.0.when.date',
      ({ dataPoints: [point] }) => set(point, { when: { date: '2019-02-14', precision: 'month' } }),
    ],
    [
      'more counts than people',
      'dataPoints.1.results.0.count',
      ({ dataPoints: [, point] }) => set(point?.results[0], { count: 51 }),
    ],
    [
      'an option that is not there',
      'dataPoints.1.results.0.optionId',
      ({ dataPoints: [, point] }) => set(point?.results[0], { optionId: 'o9' }),
    ],
    [
      'a link that runs',
      'dataPoints.1.source.url',
      ({ dataPoints: [, point] }) => set(point, { source: { url: 'javascript:alert(1)' } }),
    ],
    ['the same twice', 'dataPoints.2', ({ dataPoints }) => dataPoints.push(...dataPoints.slice(0, 1))],
    [
      'evidence of nothing',
      'evidence.0.dataPointId',
      ({ evidence: [one] }) => set(one, { dataPointId: 'no' }),
    ],
    ['evidence of another size', 'evidence.0.size', ({ evidence: [one] }) => set(one, { size: 11 })],
    [
      'evidence with other bytes',
      'evidence.0.sha256',
      ({ evidence: [one] }) => set(one, { bytes: other.toString('base64'), size: other.length }),
    ],
    [
      'evidence that is something else',
      'evidence.0.mediaType',
      ({ evidence: [one] }) =>
        set(one, { bytes: other.toString('base64'), size: other.length, sha256: hash }),
    ],
    ['bytes that are none', 'evidence.0.bytes', ({ evidence: [one] }) => set(one, { bytes: '<svg>' })],
    [
      'too many bytes',
      'evidence.0.bytes',
      ({ evidence: [one] }) => set(one, { bytes: Buffer.alloc(5 * 1024 * 1024 + 3).toString('base64') }),
    ],
    [
      'a map to no option',
      'alignments.1.maps.0',
      ({ alignments: [, second] }) => set(second?.maps[0], { to: ['o9'] }),
    ],
    ['a revision twice', 'alignments.1', ({ alignments: [, second] }) => set(second, { revision: 1 })],
    [
      'an alignment of nothing',
      'alignments.0.questionId',
      ({ alignments: [one] }) => set(one, { questionId: 'x' }),
    ],
  ])('%s', async (_what, path, change) => {
    const content = file();
    change(content);
    await expect(take(content)).rejects.toMatchObject({
      refusal: { code: 'INVALID', errors: [{ path }] },
    });
    expect(await to.store.events.load(id)).toBeUndefined();
    expect(await to.store.questions.get(question.id)).toBeUndefined();
  });

  test('the same id with other content is a conflict', async () => {
    await take(file());
    const content = file();
    set(content.dataPoints[0], { label: 'Other' });
    await expect(take(content)).rejects.toMatchObject({
      refusal: {
        code: 'CONTENT_CONFLICT',
        message: expect.stringContaining(`The result ${content.dataPoints[0]?.id}`) as unknown,
      },
    });
    expect(await textOf(jsonOf(to.store, id))).toBe(exported);
  });
});

function set(thing: object | undefined, fields: object): void {
  if (!thing) throw new Error('there is nothing to change');
  Object.assign(thing, fields);
}

function setDate({ dataPoints: [, point] }: OutsideBody, date: string): void {
  set(point, { when: { date, precision: 'day' } });
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UnderstoodFile } from '../../../shared/result-file.ts';
import { VOTERS, workbook } from '../import/results/files.ts';
import { aQuestionToCompare, type OutsideQuestion } from './outside.ts';
import { aMember, aRoom, singleChoice, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
let question: OutsideQuestion;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  question = await aQuestionToCompare(rest);
});

/** Options as those of the question, so that it is found by them; a new prompt each time, so that no test meets another's. */
let tables = 0;
const LINKEDIN = () => `Poll ${(tables += 1)}\nDesigner,38%\nMarketing,46%\nOther,16%\n50 votes`;
const ABOUT = { audience: 'Followers on LinkedIn', when: { date: '2021-06', precision: 'month' } };

const read = (body: object) => rest.call('POST', '/result-files/read', body);
const bringIn = (body: object) => rest.call('POST', '/result-files/bring-in', body);
const list = async (id = question.id) =>
  ((await rest.call('GET', `/questions/${id}/data-points`)).body as { items: object[] }).items;
const map = () => question.options.map(({ id, label }) => ({ label, optionId: id }));
const refused = (path: string) => ({ status: 422, body: { code: 'INVALID', errors: [{ path }] } });

describe('POST /result-files/read', () => {
  test('says what it understood, counts where only one count rounds to each, and stores nothing', async () => {
    const text = LINKEDIN();
    const answer = await read({ name: 'linkedin.csv', text });
    expect(answer.status).toBe(200);
    const file = answer.body as UnderstoodFile;
    expect(file).toMatchObject({
      tool: 'table',
      file: 'linkedin.csv',
      heldOn: null,
      people: null,
      unplaced: [],
    });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.items).toMatchObject([
      {
        index: 1,
        kindText: 'one choice, 3 options',
        n: 50,
        nText: '50',
        exactness: 'counts',
        results: [{ count: 19 }, { count: 23 }, { count: 8 }],
        problems: [],
      },
    ]);
    expect(await list()).toEqual([]);
  });

  test('proposes the question it looks like, with the options that were found', async () => {
    const asked = await aQuestionToCompare(rest, { ...singleChoice(), prompt: 'Zebra or okapi?' });
    const text = 'Zebra, or okapi\ndesigners;3\nMarketing;4\nElephants;5';
    const { items } = (await read({ text })).body as UnderstoodFile;
    expect(items[0]?.proposal).toEqual({
      questionId: asked.id,
      prompt: 'Zebra or okapi?',
      isSameWording: true,
      optionMap: [
        { label: 'designers', optionId: asked.options[0]?.id },
        { label: 'Marketing', optionId: asked.options[1]?.id },
        { label: 'Elephants', optionId: null },
      ],
      matched: 2,
      of: 3,
    });
  });

  test('proposes by the options where the words are others, and nothing where neither is like it', async () => {
    const options = [{ label: 'Narwhal' }, { label: 'Axolotl' }];
    const asked = await aQuestionToCompare(rest, { type: 'single', prompt: 'Your favourite?', options });
    const proposed = async (text: string) =>
      ((await read({ text })).body as UnderstoodFile).items[0]?.proposal?.questionId;
    expect(await proposed('Whom would you keep\nNarwhal;3\nAxolotl;4\nQuokka;5')).toBe(asked.id);
    expect(await proposed('Whom would you keep\nNarwhal;3\nQuokka;5\nNumbat;1')).toBeUndefined();
  });

  test('what contradicts itself is named', async () => {
    const problems = async (text: string) =>
      ((await read({ text })).body as UnderstoodFile).items[0]?.problems;
    expect(await problems('A,90%\nB,40%\n50 votes')).toEqual([
      expect.stringMatching(/^Lines 1 to 2 come to 130/),
    ]);
    expect(await problems('A,60\nB,4\n50 votes')).toEqual(['A: This is more than the 50 who answered.']);
    expect(await problems('A,1\na,2')).toEqual(['“a” stands there twice.']);
  });

  test('takes 5 MB, and says so of more', async () => {
    const line = `${'x'.repeat(1000)} 1\n`;
    const most = Buffer.from(`${line.repeat(5200)}A,1\n`).toString('base64');
    expect((await read({ name: 'large.csv', content: most })).status).toBe(200);
    const more = Buffer.alloc(5 * 1024 * 1024 + 1, 'x').toString('base64');
    expect(await read({ name: 'large.csv', content: more })).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE', title: expect.stringContaining('5 MB') as string },
    });
    expect((await read({ content: 'x'.repeat(8 * 1024 * 1024) })).status).toBe(413);
  });

  test.each([
    ['neither', {}],
    ['both', { text: 'A,1', content: 'QSwx' }],
    ['no base64', { content: '***' }],
    ['a picture', { content: Buffer.from('\x89PNG', 'latin1').toString('base64'), name: 'results.xlsx' }],
    ['more', { text: 'A,1', colour: 'red' }],
  ])('refuses %s', async (_name, body) => {
    expect((await read(body)).status).toBe(422);
  });
});

describe('POST /result-files/bring-in', () => {
  test('keeps what the file says, marked with tool, file and hash', async () => {
    const text = LINKEDIN();
    const items = [{ index: 1, questionId: question.id, optionMap: map() }];
    const answer = await bringIn({ name: 'linkedin.csv', text, about: { ...ABOUT, interim: true }, items });
    expect(answer).toMatchObject({
      status: 201,
      body: { dataPoints: [{ questionId: question.id }], questions: [] },
    });
    expect(await list()).toMatchObject([
      {
        label: 'Followers on LinkedIn',
        when: { date: '2021-06-01', precision: 'month' },
        interim: true,
        wording: 'rough',
        exactness: 'counts',
        n: 50,
        optionsOffered: ['Designer', 'Marketing', 'Other'],
        results: [
          { label: 'Designer', optionId: question.options[0]?.id, count: 19 },
          { label: 'Marketing', optionId: question.options[1]?.id, count: 23 },
          { label: 'Other', count: 8 },
        ],
        imported: {
          tool: 'table',
          file: 'linkedin.csv',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      },
    ]);
  });

  test('a workbook brings its day, its tool and new questions', async () => {
    const content = (await workbook({ Voters: VOTERS })).toString('base64');
    const body = {
      name: 'team.xlsx',
      content,
      about: { audience: 'Our own team' },
      items: [{ index: 1, questionId: question.id, optionMap: map() }, { index: 2 }],
    };
    const answer = await bringIn(body);
    expect(answer).toMatchObject({ status: 201, body: { questions: [{ prompt: 'Which do you use?' }] } });
    const made = (answer.body as { questions: [{ id: string }] }).questions[0].id;
    expect(await list()).toMatchObject([
      { method: 'Mentimeter', when: { date: '2023-09-14', precision: 'day' }, optionsOffered: null },
    ]);
    const [point] = (await list(made)) as { wording: string; results: { optionId: string }[] }[];
    expect(point).toMatchObject({ wording: 'exact', n: 3 });
    const { type, options } = (await rest.call('GET', `/questions/${made}`)).body as {
      type: string;
      options: { id: string }[];
    };
    expect(type).toBe('multiple');
    expect(point?.results.map(({ optionId }) => optionId)).toEqual(options.map(({ id }) => id));
  });

  test('the same again is refused, unless it is said', async () => {
    const body = {
      name: 'linkedin.csv',
      text: LINKEDIN(),
      about: ABOUT,
      items: [{ index: 1, questionId: question.id }],
    };
    expect((await bringIn(body)).status).toBe(201);
    const other = await aQuestionToCompare(rest);
    expect(await bringIn({ ...body, items: [{ index: 1, questionId: other.id }] })).toMatchObject({
      status: 409,
      body: { code: 'CONTENT_CONFLICT', title: expect.stringContaining('already brought in') as string },
    });
    expect(await list()).toHaveLength(1);
    expect((await bringIn({ ...body, again: true })).status).toBe(201);
    expect(await list()).toHaveLength(2);
  });

  test('all of it, or nothing', async () => {
    const content = (await workbook({ Voters: VOTERS })).toString('base64');
    const items = [{ index: 2 }, { index: 1, questionId: question.id, optionMap: twice() }];
    const before = (await rest.call('GET', '/questions')).body;
    expect(await bringIn({ content, about: { audience: 'x' }, items, again: true })).toMatchObject(
      refused('items.1.results.1.optionId'),
    );
    expect((await rest.call('GET', '/questions')).body).toEqual(before);
    expect(await list()).toEqual([]);
  });

  const twice = () =>
    ['Designer', 'Marketing'].map((label) => ({ label, optionId: question.options[0]?.id ?? '' }));
  const table = (text: string, about: object = ABOUT, item: object = {}) =>
    bringIn({ text, about, items: [{ index: 1, questionId: question.id, ...item }] });

  test('names what is wrong, or missing', async () => {
    expect(await table('A,90%\nB,40%\n50 votes')).toMatchObject(refused('items.0.results'));
    expect(await table('A,60\nB,4\n50 votes')).toMatchObject(refused('items.0.results.0.count'));
    expect(await table('A,60%\nB,40%')).toMatchObject(refused('about.n'));
    expect((await table('A,60%\nB,40%', { ...ABOUT, n: 10 })).status).toBe(201);
    expect(await table('A,1\nB,2', { audience: 'x' })).toMatchObject(refused('about.when'));
    const late = { ...ABOUT, when: { date: '2031', precision: 'year' } };
    expect(await table('A,1\nB,2', late)).toMatchObject(refused('about.when.date'));
    expect(await table('A,1\nB,2', ABOUT, { index: 2 })).toMatchObject(refused('items.0.index'));
    expect(await table('A,1\nB,2', ABOUT, { questionId: 'none' })).toMatchObject(
      refused('items.0.questionId'),
    );
    expect(await table('A,1\nB,2', ABOUT, { questionId: undefined })).toMatchObject(
      refused('items.0.prompt'),
    );
    expect(await table('A,1\na,2')).toMatchObject({
      body: { errors: [{ path: 'items.0.results.1.label' }, { path: 'items.0.optionsOffered.1' }] },
    });
  });

  test('a question that could not be asked is not made', async () => {
    const thirteen = Array.from({ length: 13 }, (_each, index) => `Option ${index},1`).join('\n');
    expect(await table(`What?\n${thirteen}`, ABOUT, { questionId: undefined })).toMatchObject(
      refused('items.0.options'),
    );
  });
});

test('only organisers bring in', async () => {
  const { eventId } = await aRoom(rest, singleChoice());
  const viewer = await aMember(rest, eventId, 'viewer');
  for (const path of ['/result-files/read', '/result-files/bring-in']) {
    expect(await rest.call('POST', path, { text: 'A,1' }, {})).toMatchObject({ status: 401 });
    expect(await rest.call('POST', path, { text: 'A,1' }, viewer)).toMatchObject({ status: 403 });
  }
});

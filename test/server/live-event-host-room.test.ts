import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_ASKING_SETTINGS } from '../../shared/asking.ts';
import { editQuestion, specOf } from '../../shared/question.ts';
import { ok, Refused, refused } from '../../shared/result.ts';
import { A, aHost, anOpenQuestion, B, codeOf } from './a-host.ts';
import { anAsking } from './store/sample.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BY = 'Ada';
const noBytes = (length: number) => new Uint8Array(length);

describe('[BA5] joined', () => {
  test('counts whoever was connected while it was open, each phone once, and is stored with the close', async () => {
    const { host, first, store } = aHost();
    host.connect('gone before')();
    host.connect('there all the time');
    host.connect('there with two tabs');
    await host.open(first, {}, BY);
    host.connect('there with two tabs');
    host.connect('came and went')();
    expect(host.joinedOf(first)).toBe(3);
    await host.close(first, BY);
    host.connect('came after');
    expect(host.joinedOf(first)).toBe(3);
    expect(store.changes.at(-1)?.askings?.[0]?.asking.joined).toBe(3);
  });

  test('never stands below the ballots, also of phones that only sent over HTTP', async () => {
    const { host, first, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('one', A);
    await cast('two', A);
    expect(host.heads(first)).toEqual({
      askingId: first,
      ballots: 2,
      joined: 2,
      connected: 0,
      outOfReach: 2,
    });
  });

  test('of a stored asking below its ballots is read as these', async () => {
    const { host, first, store } = aHost({ asking: { state: 'closed', number: 1, joined: 0 } });
    await store.castAll([{ askingId: first, voter: 1, revision: 1, answer: A }]);
    await host.start();
    expect(host.joinedOf(first)).toBe(1);
  });
});

describe('[LE6] removing an asking', () => {
  test('that holds ballots needs a second word, and takes them with it', async () => {
    const { host, first, second, store, cast } = aHost();
    await host.open(first, {}, BY);
    await cast('phone', A);
    expect(codeOf(await host.removeAsking(first, false, BY))).toBe('STATE_CONFLICT');
    expect(host.ballotsOf(first)).toBe(1);
    expect(codeOf(await host.removeAsking(first, true, BY))).toBe('ok');
    expect(host.event.order).toEqual([second]);
    expect([host.asking(first), store.ballotsOf(first)]).toEqual([undefined, []]);
    expect(host.stage).toMatchObject({ view: 'lobby', askingId: null });
    expect(codeOf(await cast('phone', B, 2))).toBe('NOT_FOUND');
  });

  test('waits for a ballot that is on its way, and is refused because of it', async () => {
    const { host, first } = aHost();
    await host.open(first, {}, BY);
    const late = host.cast('phone', { askingId: first, revision: 1, answer: A });
    expect(codeOf(await host.removeAsking(first, false, BY))).toBe('STATE_CONFLICT');
    expect(codeOf(await late)).toBe('ok');
  });

  test('without ballots needs no second word', async () => {
    const { host, first, second } = aHost();
    expect(codeOf(await host.removeAsking(second, false, BY))).toBe('ok');
    expect(host.event.order).toEqual([first]);
  });
});

describe('[QU5] an edited question', () => {
  const question = anOpenQuestion();
  const edited = editQuestion(
    question,
    { prompt: 'Who else?', options: [{ label: 'Nobody' }] },
    true,
    9,
    noBytes,
  );

  test('is what waiting askings ask from now on, and those that were asked stay', async () => {
    const { host, first, second, cast } = aHost({ questions: [question, question] });
    await host.open(first, {}, BY);
    await cast('phone', A);
    await host.editQuestion(async () => ok(edited));
    expect(host.specOf(first)).toEqual(specOf(question, 1));
    expect(host.specOf(second)).toEqual(specOf(edited, 2));
    expect(host.tallyOf(first)).toMatchObject({ ballots: 1 });
    expect(codeOf(await cast('other', A))).toBe('ok');
    await host.open(second, {}, BY);
    expect(host.asking(second)?.questionVersion).toBe(2);
    const newOption = edited.versions[1]?.options[0]?.id;
    expect(codeOf(await cast('phone', A, 1, second))).toBe('ANSWER_INVALID');
    expect(codeOf(await cast('phone', { option: newOption }, 1, second))).toBe('ok');
  });

  test('finds it asked when its opening was under way', async () => {
    const { host, first, store, cast } = aHost({ questions: [question, question] });
    const letGo = store.hold();
    const opening = host.open(first, {}, BY);
    await Promise.resolve();
    const editing = host.editQuestion(async () => {
      expect(host.asking(first)?.state).toBe('open');
      return ok(edited);
    });
    letGo();
    await opening;
    expect(codeOf(await editing)).toBe('ok');
    expect(host.specOf(first)).toEqual(specOf(question, 1));
    expect(codeOf(await cast('phone', A))).toBe('ok');
  });

  test('is stored before it opens: nobody is asked what is being replaced', async () => {
    const { host, first } = aHost({ questions: [question, question] });
    const inPlace = editQuestion(question, { prompt: 'Who else?' }, false, 9, noBytes);
    let store = (): void => undefined;
    const stored = new Promise<void>((settle) => (store = settle));
    const editing = host.editQuestion(async () => {
      await stored;
      return ok(inPlace);
    });
    const opening = host.open(first, {}, BY);
    expect(host.asking(first)?.state).toBe('waiting');
    store();
    await Promise.all([editing, opening]);
    expect(host.asking(first)?.state).toBe('open');
    expect(host.specOf(first).prompt).toBe('Who else?');
  });

  test('that is refused changes nothing', async () => {
    const { host, first } = aHost({ questions: [question, question] });
    expect(codeOf(await host.editQuestion(async () => refused('INVALID')))).toBe('INVALID');
    expect(host.specOf(first)).toEqual(specOf(question, 1));
  });

  test('of another question changes nothing here', async () => {
    const { host, first } = aHost({ questions: [anOpenQuestion(), anOpenQuestion()] });
    const before = host.specOf(first);
    await host.editQuestion(async () => ok(edited));
    expect(host.specOf(first)).toEqual(before);
  });
});

test('[LE5] an order must name every asking exactly once', async () => {
  const { host, first, second } = aHost();
  for (const order of [[first], [first, first], [first, second, second], [first, 'zz' as typeof first]])
    expect(codeOf(await host.change({ order }, BY))).toBe('INVALID');
  expect(codeOf(await host.change({ order: [second, first] }, BY))).toBe('ok');
  expect(host.askings().map(({ id }) => id)).toEqual([second, first]);
});

test('[LP2] an asking whose adding could not be stored is not there', async () => {
  const { host, store } = aHost();
  const question = anOpenQuestion();
  const asking = anAsking(host.id, question.id, { state: 'waiting' });
  store.failsWith = new Refused('STORAGE_FULL');
  expect(codeOf(await host.addAsking(asking, question, BY))).toBe('STORAGE_FULL');
  expect(host.asking(asking.id)).toBeUndefined();
  expect(codeOf(await host.addAsking(asking, question, BY))).toBe('ok');
  expect(host.askings().at(-1)?.id).toBe(asking.id);
});

test('[LP2] what is published is stored already, and versions only grow', async () => {
  const { host, first, store, cast } = aHost();
  const seen: [number, number][] = [];
  const note = () => seen.push([host.version, store.changes.length + store.ballotsOf(first).length]);
  host.listen({ stateChanged: note, tallyChanged: note, headsChanged: () => {}, released: () => {} });
  await host.open(first, {}, BY);
  await cast('one', A);
  await cast('one', B, 2);
  await host.close(first, BY);
  expect(seen.map(([, stored]) => stored)).toEqual([1, 2, 2, 3]);
  expect(seen.map(([version]) => version)).toEqual([2, 3, 4, 5]);
});

test('[LP1] a ballot whose voter could not be written is counted, and acknowledged only when it is', async () => {
  const { host, first, store, cast } = aHost();
  await host.open(first, {}, null);
  store.votersFailWith = new Refused('STORAGE_FULL');
  await expect(cast('phone', A)).rejects.toMatchObject({ refusal: { code: 'STORAGE_FULL' } });
  expect(host.ballotsOf(first)).toBe(1);
  store.votersFailWith = undefined;
  expect(codeOf(await cast('phone', A))).toBe('ok');
  expect(host.ballotsOf(first)).toBe(1);
});

test('[AS8] where votes stay as they are, two that come together are one', async () => {
  const { host, first, batch } = aHost({
    asking: { settings: { ...DEFAULT_ASKING_SETTINGS, changeAllowed: false } },
  });
  await host.open(first, {}, BY);
  const casts = [A, B].map((answer, at) => host.cast('phone', { askingId: first, revision: at + 1, answer }));
  await batch.flush();
  expect((await Promise.all(casts)).map(codeOf)).toEqual(['ok', 'STATE_CONFLICT']);
  expect(host.ballotsOf(first)).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { tickForReaders, tickForRoom } from '../../server/live/on-air.ts';
import { askingTexts } from '../../server/live-event/asking-texts.ts';
import { aHost, codeOf } from './a-host.ts';
import { aQuestion } from './store/sample.ts';

const MANY = 2000;
const text = (at: number) => `Answer number ${at}, which says something of what gets in the way of learning`;

function anOpenText(settings: object) {
  const question = aQuestion({ type: 'open-text' });
  const versions = question.versions.map((version) => ({
    ...version,
    options: [],
    settings: { ...settings },
  }));
  return { ...question, versions };
}

/** A host whose open asking holds so many texts, each of a phone. */
async function written(count: number, settings: object = { moderated: true }) {
  const made = aHost({ questions: [anOpenText(settings)] });
  await made.host.open(made.first, {}, null);
  const casts = Array.from({ length: count }, (_, at) => made.cast(`phone ${at}`, { text: text(at) }));
  await Promise.all(casts);
  return made;
}

describe('[TX1] decisions about texts', () => {
  test('each is one row, whatever the asking holds: its tally is not written again', async () => {
    const { host, store, first } = await written(MANY);
    await host.close(first, null);
    const commits = store.changes.length;
    const began = performance.now();
    for (let at = 0; at < MANY; at += 1)
      expect(codeOf(await host.decideText(first, { text: text(at), shown: at % 2 === 0 }, null))).toBe('ok');
    expect(performance.now() - began).toBeLessThan(3000);
    expect(store.changes).toHaveLength(commits);
    expect(store.decisions).toHaveLength(MANY);
    const asking = host.mustHave(first);
    expect(askingTexts(host, asking).counts).toEqual({ waiting: 0, shown: MANY / 2, hidden: MANY / 2 });
  });

  test('a tick stays small for whomever it is, and one takes a moment', async () => {
    const { host, first } = await written(MANY, {});
    await host.close(first, null);
    await host.show(first, null);
    const asking = host.mustHave(first);
    const began = performance.now();
    const ticks = [tickForRoom(host, asking), tickForReaders(host, asking)];
    expect(performance.now() - began).toBeLessThan(200);
    for (const tick of ticks) expect(JSON.stringify(tick).length).toBeLessThan(20_000);
    expect(tickForRoom(host, asking)?.tally.ballots).toBe(MANY);
  });

  test('nothing is told of the whole state: only the tally ticks', async () => {
    const { host, first, heard } = await written(3);
    heard.splice(0);
    await host.decideText(first, { text: text(1), shown: true }, 'Ada');
    expect(heard).toEqual(['tally']);
  });

  test('where the row cannot be written nothing has changed', async () => {
    const { host, store, first } = await written(2);
    store.failsWith = new Error('disk');
    await expect(host.decideText(first, { text: text(1), shown: true }, null)).rejects.toThrow('disk');
    expect(host.sightOfRoom(first).isShown(text(1))).toBe(false);
  });

  test('one that decides nothing any more goes', async () => {
    const { host, first } = await written(2);
    await host.decideText(first, { text: text(1), shown: true, group: 'x' }, null);
    await host.decideText(first, { text: text(1), shown: null }, null);
    expect(host.room(first).decisions.get(text(1))).toMatchObject({ shown: null, group: 'x' });
    await host.decideText(first, { text: text(1), group: null }, null);
    expect(host.room(first).decisions.size).toBe(0);
  });

  test('shown again it comes first', async () => {
    const { host, first } = await written(3);
    for (const at of [0, 1, 2, 0]) await host.decideText(first, { text: text(at), shown: true }, null);
    const { tally } = tickForReaders(host, host.mustHave(first)) ?? {};
    expect(tally).toMatchObject({ newest: [text(0), text(2), text(1)] });
  });
});

import { describe, expect, test } from 'vitest';
import type { LastTime } from '../../shared/comparison/last-time.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import { comparisonStop } from '../../shared/live-event.ts';
import { say } from '../../shared/words/comparison-words.ts';
import type { Press, Stage } from '../../shared/stage.ts';
import type { LiveEventHost } from '../../server/live-event-host.ts';
import type { LookBack, Past } from '../../server/live-event/look-back.ts';
import { aComparison } from '../shared/comparison/a-comparison.ts';
import { aHost, anOpenQuestion, codeOf } from './a-host.ts';

const BY = 'Ann';
const THREE = aComparison(['2019', '2021', '2026']);
const LAST_TIME: LastTime = {
  pointId: 'elsewhere',
  label: 'LinkedIn poll',
  whenText: 'June 2021',
  nText: '50 votes when read',
  provenance: 'brought-in',
  note: null,
  unlike: [],
  said: {
    when: { date: '2021-06-21', precision: 'month' },
    answered: say('answered.votes-when-read', { n: 50 }),
  },
  options: [],
  gone: [],
};

/** A host whose clicker is never too quick, with the comparison of its first question as the second stop. */
async function aComparingHost(lookBack: Partial<LookBack> = { comparison: async () => THREE }) {
  const clock = { now: 1_000_000 };
  const question = anOpenQuestion();
  const other = anOpenQuestion();
  const room = aHost({ questions: [question, other], now: () => clock.now, lookBack });
  await room.host.addComparison(question, 1, BY);
  const press = async (which: Press) => {
    clock.now += 1000;
    const done = await room.host.step({ press: which, version: room.host.stage.version }, BY);
    if (!done.ok) throw new Error(done.error.code);
    return `${done.value.view} ${done.value.step}`;
  };
  return { ...room, question, other, press };
}

describe('a comparison in the running order', () => {
  test('[LE5] stands between askings, at most once, and goes again', async () => {
    const { host, first, second, question } = await aComparingHost();
    const stop = comparisonStop(question.id);
    expect(host.event.order).toEqual([first, stop, second]);
    await host.addComparison(question, 2, BY);
    expect(host.event.order).toEqual([first, second, stop]);
    await host.addComparison(question, undefined, BY);
    expect(host.event.order).toEqual([first, second, stop]);
    expect(host.askings().map(({ id }) => id)).toEqual([first, second]);
    expect(codeOf(await host.removeComparison(question.id, BY))).toBe('ok');
    expect(host.event.order).toEqual([first, second]);
    expect(codeOf(await host.removeComparison(question.id, BY))).toBe('NOT_FOUND');
  });

  test('[LE5] a new order names every stop once', async () => {
    const { host, first, second, question } = await aComparingHost();
    const stop = comparisonStop(question.id);
    expect(codeOf(await host.change({ order: [stop, second, first] }, BY))).toBe('ok');
    expect(codeOf(await host.change({ order: [second, first] }, BY))).toBe('INVALID');
    expect(codeOf(await host.change({ order: [stop, stop, first] }, BY))).toBe('INVALID');
  });

  test('[ST6] the clicker walks into it, builds it up, and goes on', async () => {
    const { host, press } = await aComparingHost();
    const seen = [];
    for (let i = 0; i < 9; i += 1) seen.push(await press('next'));
    expect(seen.slice(2)).toEqual([
      'asking 0',
      'comparison 0',
      'comparison 1',
      'comparison 2',
      'comparison 3',
      'comparison 4',
      'asking 0',
    ]);
    expect(host.comparison).toBeNull();
    expect(await press('back')).toBe('comparison 4');
    expect(host.comparison).toBe(THREE);
    expect(await press('back')).toBe('comparison 3');
  });

  test('[ST9] what cannot be reckoned leaves the screen as it is', async () => {
    const { host, question } = await aComparingHost({ comparison: async () => undefined });
    const put = await host.putStage({ view: 'comparison', questionId: question.id }, BY);
    expect([codeOf(put), host.stage.view]).toEqual(['NOT_FOUND', 'lobby']);
    expect(codeOf(await host.putStage({ view: 'comparison' }, BY))).toBe('INVALID');
  });

  test('[ST7] over an asking of its question it keeps the way back', async () => {
    const { host, first, question, other, press } = await aComparingHost();
    await host.open(first, {}, BY);
    await host.putStage({ view: 'comparison', questionId: question.id }, BY);
    expect(host.stage).toMatchObject({ view: 'comparison', askingId: first, step: 0 });
    expect(await press('back')).toBe('asking 0');
    expect(host.stage.questionId).toBeNull();
    await host.putStage({ view: 'comparison', questionId: other.id }, BY);
    expect(host.stage.askingId).toBeNull();
  });

  test('[ST9] an asking that is hidden meanwhile is reckoned out of it before anybody hears', async () => {
    const heard: (number | undefined)[] = [];
    const two = aComparison(['2019', '2021']);
    const held: { host?: LiveEventHost } = {};
    const isShown = () => held.host?.askings()[0]?.shown;
    const room = await aComparingHost({ comparison: async () => (isShown() === false ? two : THREE) });
    const { host, first, question } = room;
    held.host = host;
    await host.open(first, {}, BY);
    await host.close(first, BY);
    await host.putStage({ view: 'comparison', questionId: question.id }, BY);
    host.listen({
      stateChanged: () => heard.push(room.host.comparison?.points.length),
      tallyChanged: () => undefined,
      headsChanged: () => undefined,
      released: () => undefined,
    });
    await host.hide(first, BY);
    expect(heard).toEqual([2]);
    await host.show(first, BY);
    expect(heard).toEqual([2, 3]);
  });

  test('[ST9] stands on the stage again after a restart', async () => {
    const question = anOpenQuestion();
    const { host } = aHost({ questions: [question], lookBack: { comparison: async () => THREE } });
    const stage: Partial<Stage> = { view: 'comparison', questionId: question.id };
    host.take({ stage: { ...host.stage, ...stage } });
    await host.start();
    expect(host.comparison).toBe(THREE);
  });
});

describe("last time's result", () => {
  const past: Past = {
    lastTime: LAST_TIME,
    shifts: ({ tally }) => [{ optionId: 'a', difference: tally.ballots, verdict: 'chance' }],
  };

  test('is looked up at each opening; what moved is told after the close', async () => {
    let known: Past | null = null;
    const { host, first, cast } = aHost({ lookBack: { past: async () => known } });
    await host.start();
    expect(host.lastTimeOf(first)).toBeNull();
    known = past;
    await host.open(first, {}, BY);
    expect([host.lastTimeOf(first), host.shiftsOf(first)]).toEqual([LAST_TIME, null]);
    await cast('phone', { abstain: true });
    await host.close(first, BY);
    expect(host.shiftsOf(first)).toEqual([{ optionId: 'a', difference: 1, verdict: 'chance' }]);
  });

  test('of an asking of this event is told only while that is revealed', async () => {
    const ids: { first?: AskingId } = {};
    const { host, first, second } = aHost({
      lookBack: {
        past: async ({ asking }) =>
          asking.id === ids.first
            ? null
            : { ...past, lastTime: { ...LAST_TIME, pointId: ids.first as string } },
      },
    });
    ids.first = first;
    await host.open(first, {}, BY);
    await host.close(first, BY);
    await host.open(second, {}, BY);
    expect(host.lastTimeOf(second)?.pointId).toBe(first);
    await host.hide(first, BY);
    expect(host.lastTimeOf(second)).toBeNull();
  });

  test('a vote opens also where the past cannot be read', async () => {
    const { host, first } = aHost({ lookBack: { past: () => Promise.reject(new Error('disk')) } });
    expect(codeOf(await host.open(first, {}, BY))).toBe('ok');
  });

  test.each([
    [false, 'newer'],
    [true, 'elsewhere'],
  ])(
    '[AS10] what came meanwhile lies behind the reveal, unless last time was seen: %s',
    async (wasSeen, expected) => {
      const known = { ...past, lastTime: { ...LAST_TIME } };
      const { host, first } = aHost({ lookBack: { past: async () => ({ ...known }) } });
      await host.changeSettings(first, { settings: { lastResultWhileVoting: wasSeen } }, BY);
      await host.open(first, {}, BY);
      known.lastTime = { ...LAST_TIME, pointId: 'newer' };
      await host.close(first, BY);
      await host.show(first, BY);
      expect(host.lastTimeOf(first)?.pointId).toBe(expected);
    },
  );

  describe('[AS10] seen while voting is a condition for good', () => {
    const seen = async (settings: object, known: Past | null = past) => {
      const { host, first } = aHost({ lookBack: { past: async () => known } });
      await host.changeSettings(first, { settings }, BY);
      await host.open(first, {}, BY);
      return { host, first, isSeen: () => host.asking(first)?.conditions?.lastResultVisible };
    };

    test.each([
      ['as set up', { lastResultWhileVoting: true }, past, true],
      ['without it', {}, past, false],
      ['without bars', { lastResultWhileVoting: true, barsWhileVoting: false }, past, false],
      ['without a last time', { lastResultWhileVoting: true }, null, false],
    ])('%s', async (_what, settings, known, expected) => {
      expect((await seen(settings, known)).isSeen()).toBe(expected);
    });

    test('set up while the vote is open, and taken back', async () => {
      const { host, first, isSeen } = await seen({});
      await host.changeSettings(first, { settings: { lastResultWhileVoting: true } }, BY);
      expect(isSeen()).toBe(true);
      await host.changeSettings(first, { settings: { lastResultWhileVoting: false } }, BY);
      expect(isSeen()).toBe(true);
    });

    test('by bars that are shown later', async () => {
      const { host, first, isSeen } = await seen({ lastResultWhileVoting: true, barsWhileVoting: false });
      await host.show(first, BY);
      expect(isSeen()).toBe(true);
    });

    test('not by the reveal', async () => {
      const { host, first, isSeen } = await seen({});
      await host.close(first, BY);
      await host.show(first, BY);
      expect(isSeen()).toBe(false);
    });
  });
});

test('a question that is compared is renamed everywhere', async () => {
  const { host, question } = await aComparingHost();
  const versions = question.versions.map((version) => ({ ...version, prompt: 'Another' }));
  const renamed = { ...question, versions };
  await host.editQuestion(async () => ({ ok: true, value: renamed }));
  expect(host.comparedQuestion(question.id as QuestionId).versions[0]?.prompt).toBe('Another');
});

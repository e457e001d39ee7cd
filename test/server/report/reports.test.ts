import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { comparisonReport } from '../../../server/report/comparison-report.ts';
import { differenceWords } from '../../../shared/comparison/result-words.ts';
import { mainPair } from '../../../server/report/main-pair.ts';
import { eventReport } from '../../../server/report/event-report.ts';
import { cssString } from '../../../server/report/page-policy.ts';
import { publicPage } from '../../../server/report/public-page.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import { asked, day, offered, reported } from '../../shared/comparison/points.ts';
import { compared, demoComparison, demoPoints, manyTimes } from '../../shared/charts/demo-comparison.ts';
import { anAskedQuestion, anEvent } from './asked.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const METHODS = /Wilson|Newcombe|McNemar|Tango|[Cc]hi-square|Cramér|Fisher/;
const FORBIDDEN = /\bsignificant|\btrend\b|\bcohort|\basking\b|data point/i;

function report(comparison: Comparison, host = 'ask.example') {
  return comparisonReport({ comparison, host, now });
}

function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

test('the report of the demo says what was drawn: sentence, numbers, difference, sources, method', () => {
  const { html } = report(demoComparison());
  const text = textOf(html);
  expect(text).toContain('Report of a comparison, 24 November 2026');
  expect(html).toMatch(/<p class="find">\s*Product Manager: a clear difference between these groups/);
  for (const words of [
    'at most 15',
    '46 (33–60)',
    '22 (14–33)',
    '−24 (−40 to −7) clear',
    '+13 (−5 to +30) could be chance',
    'roughly the same, exact words not known',
    'split made up for the demonstration',
    '87 % of 90 in the room',
    'bars visible; last time’s result not; change allowed; timer 1:30',
  ])
    expect(text.replaceAll('\u00a0', ' ')).toContain(words);
  expect(count(html, /<tr class="(first|other)">/g)).toBe(4);
});

test('no method is named before “How we know”, and no word that people should not see', () => {
  const pages = [
    report(demoComparison()).html,
    report(compared(manyTimes())).html,
    report(demoComparison({ base: 'room' })).html,
    eventReport(
      { event: anEvent(), asked: [anAskedQuestion({ comparison: demoComparison() })] },
      { host: 'h', now },
    ).html,
    publicPage({ comparison: demoComparison(), faces: '' }).html,
  ];
  for (const page of pages) {
    const [before = '', after = ''] = textOf(page).split('How we know');
    expect(before).not.toMatch(METHODS);
    expect(before + after).not.toMatch(FORBIDDEN);
  }
  expect(textOf(pages[0] ?? '').split('How we know')[1]).toMatch(/Wilson.*Newcombe/);
});

test('a report stands alone: its one style is all its policy allows, and nothing is fetched', () => {
  const pages = [
    report(demoComparison()),
    eventReport({ event: anEvent(), asked: [anAskedQuestion()] }, { host: 'ask.example', now }),
    publicPage({ comparison: demoComparison(), faces: '@font-face{}' }),
    publicPage({ comparison: demoComparison(), faces: '', embed: { ancestors: ['https://a.example'] } }),
  ];
  for (const { html, policy } of pages) {
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(html).not.toMatch(/<script|<link|\sstyle="|\son\w+="|<img|<iframe|@import/);
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/(src|href)="/);
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  }
  expect(pages[0]?.html).toContain('src:url(data:font/woff2;base64,');
});

test('the larger face comes along only where its letters are', () => {
  const faces = (label: string) =>
    count(report(compared([asked('a', '2026-01-01', { [label]: 4, Other: 3 })])).html, /@font-face/g);
  expect(faces('Größe')).toBe(1);
  expect(faces('Škola')).toBe(2);
});

test('no text leaves its place, in headings, footers, options, notes and sources', () => {
  const bad = `</style><script>alert("1")</script>'"\\\n*/`;
  const points = [
    ...demoPoints().slice(0, 2),
    reported(bad, day('2022-01-01'), [offered(bad, 4), offered('Designer', 6), offered(`${bad}!`, 3, [])], {
      answered: { low: 13, high: 13 },
      audience: bad,
      prompt: bad,
      source: { url: bad, note: bad },
      reached: bad,
      askedBy: bad,
    }),
  ];
  const comparison = {
    ...compared(points),
    question: { id: bad, type: 'single' as const, prompt: bad, version: 1 },
  };
  const event = anEvent({ title: bad, place: bad, audience: bad });
  const question = anAskedQuestion({ prompt: bad, counts: { [bad]: 4, Designer: 9 }, comparison });
  for (const { html, policy } of [
    report(comparison, bad),
    eventReport({ event, asked: [question] }, { host: bad, now }),
    publicPage({ comparison, faces: '' }),
  ]) {
    expect(html).not.toMatch(/<script|"1"\)/);
    expect(count(html, /<\/style>/g)).toBe(1);
    expect(policy).not.toContain('script');
  }
});

test('a footer’s text ends neither its string nor the style', () => {
  expect(cssString('a"b\\c\nd</style>é')).toBe('"a\\22 b\\5c c\\a d\\3c \\2f style\\3e é"');
});

test('the event’s report: findings first, a sheet for each question, then how we know', () => {
  const asked = [
    anAskedQuestion({ comparison: demoComparison() }),
    anAskedQuestion({ prompt: 'Too close?', counts: { A: 20, B: 19 } }),
  ];
  const { html } = eventReport({ event: anEvent(), asked }, { host: 'ask.example', now });
  const sheets = html.split('<section class="sheet">').slice(1).map(textOf);
  expect(sheets).toHaveLength(4);
  expect(sheets[0]).toContain('24 November 2026, London. Leaders in learning. 90 in the room.');
  expect(sheets[0]).toContain('Performance Consultant leads.');
  expect(sheets[0]).toContain('78 of 81 phones answered. 30 votes to 14.');
  expect(sheets[0]).toContain('Product Manager: a clear difference between these groups');
  expect(sheets[1]).toContain('Beside earlier times');
  expect(sheets[1]?.replaceAll('\u00a0', ' ')).toContain('between 33 % and 47 % hold Performance Consultant');
  expect(sheets[2]).toMatch(/too close/i);
  expect(sheets[2]).not.toContain('Beside earlier times');
  expect(sheets[3]).toMatch(/How we know.*An option leads when/);
});

test('an event where nothing was asked yet says so', () => {
  const { html } = eventReport(
    { event: anEvent({ startsOn: null, place: null }), asked: [] },
    { host: 'h', now },
  );
  expect(html).toContain('No question has been asked and closed yet.');
  expect(count(html, /<section/g)).toBe(1);
});

test('one time alone, none, and more than fit are reports too', () => {
  expect(textOf(report(compared(demoPoints().slice(2))).html)).toContain('Asked once so far');
  expect(textOf(report(compared([])).html)).toContain('This has not been asked yet.');
  const many = textOf(report(compared(manyTimes())).html);
  expect(many).toContain('Differences, percentage points');
  expect(many).toContain('February 2019 to November 2026');
  const times = Array.from({ length: 30 }, (_, at) => asked(`${at}`, `20${10 + at}-01-01`, { X: at, Y: 4 }));
  expect(textOf(report(compared(times)).html)).toContain('The 12 latest of 30 times.');
});

test('the pair beside the rows: a chosen one, else what the headline speaks of', () => {
  const comparison = demoComparison();
  expect(mainPair(comparison)).toMatchObject({ from: 'LinkedIn poll', to: 'lounge' });
  expect(mainPair(comparison, [['LPI event', 'LinkedIn poll']])).toMatchObject({ from: 'LPI event' });
  expect(mainPair({ ...comparison, differences: [] })).toBeUndefined();
});

test('a difference with a range says only between what it lies', () => {
  const pair = demoComparison().differences[0];
  expect(pair?.options.map(differenceWords)[0]).toBe('+14 to +60');
});

test('who moved where is shown of the same people, with those who did not answer again', () => {
  const points = ['a', 'b'].map((id, at) =>
    asked(id, `2026-11-2${at}`, { X: 10, Y: 10 }, { eventId: 'event', isMultiple: false }),
  );
  const crossed = new Map([
    [
      'a b',
      [
        { first: { option: 'x' }, second: { option: 'y' }, count: 7 },
        { first: { option: 'y' }, second: { option: 'y' }, count: 9 },
        { first: { option: 'x' }, second: undefined, count: 3 },
      ],
    ],
  ]);
  const text = textOf(report(compared(points, { crossed })).html);
  expect(text).toContain('Who moved where, of 16 who answered both times');
  expect(text).toMatch(/X 0 7 3 Y 0 9 0/);
});

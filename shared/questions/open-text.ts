import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../plain-text.ts';
import type { QuestionSpec } from '../question.ts';
import { finding, noFinding } from './finding.ts';
import { anyOf } from './pretend.ts';
import type { Finding, NoFinding, QuestionType, ResultTable, TallyBase } from './question-type.ts';
import { bump, onlyOf, ownOf, putOwn } from './counts.ts';
import { textId } from './text-id.ts';
import { refusesOptions } from './text-spec.ts';
import { seen, type ReadTexts, type TextSight } from './written-text.ts';

export const MAX_TEXT = 500 as const;
const MIN_LENGTH = 20;

const answer = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TEXT), z.refine(isPlainText, NOT_PLAIN)),
});

export type OpenTextAnswer = z.infer<typeof answer>;

/** How often each text was written, letter for letter. */
export interface OpenTextTally extends TallyBase, ReadTexts {
  texts: Record<string, number>;
}

/** One answer as it is read. The id is the text's own: it stays, and says nothing of who wrote it. */
export interface OpenAnswer {
  id: string;
  text: string;
  group?: string;
}

const PRETEND_TEXTS = [
  'We start with the course, not with the problem.',
  'Nobody has asked the people who do the work.',
  'Too many tools, too little time.',
  'My manager would have to learn first.',
  'It works where somebody cares.',
];

/** Open text: one answer in one's own words, read first where it was set up so, gathered under labels by an organiser. */
export const openText: QuestionType<OpenTextAnswer, OpenTextTally> = {
  name: 'open-text',
  takesOptions: false,
  settings: z.strictObject({
    maxLength: z.optional(z.int().check(z.minimum(MIN_LENGTH), z.maximum(MAX_TEXT))),
    moderated: z.optional(z.boolean()),
  }),
  answer,
  comparedBy: 'nothing',
  picks: 'one',
  pickedIds: () => [],
  refusesSpec: refusesOptions,
  refuses(spec, { text }) {
    const most = maxLengthOf(spec);
    return text.length > most
      ? [{ path: 'text', message: `Write at most ${most} letters; this has ${text.length}.` }]
      : [];
  },
  empty: () => ({ ballots: 0, abstained: 0, texts: {} }),
  add(tally, { text }, sign) {
    tally.ballots += sign;
    bump(tally.texts, text, sign, false);
    return tally;
  },
  forRoom: read,
  texts: {
    wait: ({ settings }) => settings['moderated'] === true,
    areGrouped: true,
    key: (text) => text,
    all: ({ texts }) => Object.entries(texts).map(([text, count]) => ({ text, count, about: [] })),
    read,
    withoutReasons: (given) => given,
  },
  results: (_spec, tally) => ({ options: [], answers: answersOf(tally), groups: groupsOf(tally) }),
  table: openTable,
  labels: (_spec, { text }) => [text],
  columns: () => [],
  row: () => [],
  finding: (_spec, tally) => largestGroup(tally),
  rules: {
    'largest-group':
      'Answers in own words were gathered under labels by the host; the label that holds most of them is named.',
  },
  pretend: (_spec, mind) => ({ text: anyOf(PRETEND_TEXTS, mind) ?? 'It depends.' }),
};

export function maxLengthOf({ settings }: Pick<QuestionSpec, 'settings'>): number {
  const { maxLength } = settings;
  return typeof maxLength === 'number' ? maxLength : MAX_TEXT;
}

/** [OT3] The texts that may be seen, with their labels; the labels count every text that stands under them. */
function read(tally: OpenTextTally, sight: TextSight): OpenTextTally {
  const labels: Record<string, number> = {};
  for (const [text, count] of Object.entries(tally.texts)) {
    const group = sight.groupOf(text);
    if (group !== null) putOwn(labels, group, (ownOf(labels, group) ?? 0) + count);
  }
  const newest = seen(Object.keys(tally.texts), sight);
  const grouped = newest.flatMap((text) => {
    const group = sight.groupOf(text);
    return group === null ? [] : [[text, group] as const];
  });
  const texts = onlyOf(tally.texts, newest);
  return { ...tally, texts, newest, groups: Object.fromEntries(grouped), labels };
}

/** As they are to be read; who wrote the same counts each. */
export function answersOf({ texts, newest, groups = {} }: OpenTextTally): OpenAnswer[] {
  return (newest ?? Object.keys(texts)).flatMap((text) => {
    const group = ownOf(groups, text);
    const id = textId(text);
    return Array.from({ length: ownOf(texts, text) ?? 0 }, (_, at) => ({
      id: at === 0 ? id : `${id}-${at + 1}`,
      text,
      ...(group === undefined ? {} : { group }),
    }));
  });
}

/** Largest first; of as many in the order of the alphabet. */
export function groupsOf({ labels = {} }: ReadTexts): { label: string; count: number }[] {
  return Object.entries(labels)
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** The labels and what stands under none; the texts themselves where there are no labels. */
function openTable(_spec: QuestionSpec, tally: OpenTextTally): ResultTable {
  const groups = groupsOf(tally);
  const rest = tally.ballots - groups.reduce((sum, { count }) => sum + count, 0);
  const texts = (tally.newest ?? Object.keys(tally.texts)).map((text) =>
    row(text, ownOf(tally.texts, text) ?? 0),
  );
  const grouped = [
    ...groups.map(({ label, count }) => row(label, count)),
    ...(rest > 0 ? [{ ...row('(under no label)', rest), id: 'no-label' }] : []),
  ];
  return { columns: [{ id: 'answers', label: 'Answers' }], rows: groups.length > 0 ? grouped : texts };
}

function row(label: string, count: number) {
  return { id: `text:${label}`, label, cells: [String(count)] };
}

/** [OT4] The largest group, where answers were gathered under labels and one is larger than all others. */
function largestGroup(tally: OpenTextTally): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const [first, second] = groupsOf(tally);
  if (!first) return noFinding('finding.own-words');
  if (first.count === second?.count) return noFinding('finding.groups-level', { n: first.count });
  return finding(
    { kind: 'describes', rule: 'largest-group', leaders: [] },
    { key: 'finding.largest-group', values: { group: first.label, n: first.count, ballots: tally.ballots } },
    second ? [{ key: 'finding.next-group', values: { group: second.label, n: second.count } }] : [],
  );
}

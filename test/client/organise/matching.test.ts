import { expect, test } from 'vitest';
import { matchingEffects } from '../../../client/organise/matching/matching-effects.ts';
import { matchingLayout } from '../../../client/organise/matching/matching-layout.ts';
import {
  firstDecisions,
  mapsAsBefore,
  mapsToKeep,
  problemsOf,
  withKind,
  withTarget,
  withWire,
  type Decision,
  type Decisions,
  type There,
} from '../../../client/organise/matching/matching-state.ts';
import { wireWords } from '../../../client/organise/matching/wire-words.ts';
import type { AlignmentMap } from '../../../shared/alignment.ts';
import type { DataPointId, OptionId } from '../../../shared/ids.ts';
import type { Option } from '../../../shared/question.ts';

const id = (text: string) => text as OptionId;
const DATA_POINT = 'd1' as DataPointId;
const options: Option[] = ['Product', 'Design', 'Content', 'Data'].map((label) => ({ id: id(label), label }));

function there(label: string, more: Partial<There> = {}): There {
  return {
    key: label,
    from: { dataPointId: DATA_POINT, label },
    label,
    own: null,
    figure: '',
    votes: null,
    ...more,
  };
}
const decided = (as: Decision['as'], ...to: string[]): Decision => ({
  to: to.map(id),
  as,
  standing: 'decided',
});
const map = (label: string, as: AlignmentMap['as'], ...to: string[]): AlignmentMap => ({
  from: { dataPointId: DATA_POINT, label },
  to: to.map(id),
  as,
});

test('what was decided goes before what was entered, and that before what the labels propose', () => {
  const others = [there('Content', { own: id('Content') }), there('Product'), there('Date')];
  const decisions = firstDecisions(
    others,
    options,
    [map('Product', 'renamed', 'Data')],
    [map('Product', 'same', 'Product'), map('Date', 'renamed', 'Data')],
  );
  expect(decisions).toEqual({
    Content: { to: ['Content'], as: 'same', standing: 'entered' },
    Product: { to: ['Data'], as: 'renamed', standing: 'decided' },
    Date: { to: ['Data'], as: 'renamed', standing: 'proposed' },
  });
});

test('another kind keeps as many options as it takes', () => {
  const merged = decided('merged', 'Design', 'Content');
  expect(withKind(merged, 'same').to).toEqual(['Design']);
  expect(withKind(merged, 'dropped').to).toEqual([]);
  expect(withTarget(merged, id('Content')).to).toEqual(['Design']);
  expect(withTarget(decided('same', 'Design'), id('Data')).to).toEqual(['Data']);
});

test('a first wire makes it the same or renamed, a second one merges', () => {
  const first = withWire(decided('dropped'), 'design', id('Design'), options);
  expect(first).toMatchObject({ to: ['Design'], as: 'same' });
  expect(withWire(decided('dropped'), 'Looks', id('Design'), options)).toMatchObject({ as: 'renamed' });
  expect(withWire(first, 'design', id('Content'), options)).toMatchObject({
    to: ['Design', 'Content'],
    as: 'merged',
  });
});

test.each<[string, Record<string, Decision>, string[]]>([
  ['merged with one option alone', { A: decided('merged', 'Design'), B: decided('dropped') }, ['A']],
  ['renamed to nothing', { A: decided('renamed'), B: decided('added') }, ['A']],
  ['a part without another part', { A: decided('split', 'Design'), B: decided('dropped') }, ['A']],
  [
    'two that are the same one',
    { A: decided('same', 'Design'), B: decided('renamed', 'Design') },
    ['A', 'B'],
  ],
  ['two parts of one', { A: decided('split', 'Design'), B: decided('split', 'Design') }, []],
])('%s', (_, decisions, wrong) => {
  expect(Object.keys(problemsOf([there('A'), there('B')], decisions))).toEqual(wrong);
});

test('what is kept: ours, proposals included, and everything that was decided elsewhere', () => {
  const others = [there('A', { own: id('Data') }), there('B'), there('C')];
  const elsewhere: AlignmentMap = { from: { optionId: id('old') }, to: [id('Data')], as: 'renamed' };
  const decisions: Decisions = {
    A: { to: [id('Data')], as: 'renamed', standing: 'entered' },
    B: { to: [id('Design')], as: 'same', standing: 'proposed' },
    C: decided('dropped'),
  };
  expect(mapsToKeep(others, decisions, [elsewhere, map('B', 'dropped')])).toEqual([
    elsewhere,
    map('B', 'same', 'Design'),
    map('C', 'dropped'),
  ]);
});

test('what belongs together stands side by side, merged options in the middle of theirs', () => {
  const others = [there('Product'), there('Design and content'), there('Social')];
  const decisions = {
    Product: decided('same', 'Product'),
    'Design and content': decided('merged', 'Design', 'Content'),
    Social: decided('dropped'),
  };
  const layout = matchingLayout(options, others, decisions);
  expect(layout.here.map(({ option, y }) => [option.label, y])).toEqual([
    ['Product', 0.5],
    ['Design', 1.5],
    ['Content', 2.5],
    ['Data', 3.5],
  ]);
  expect(layout.there.map(({ option, y, isAlone }) => [option.label, y, isAlone])).toEqual([
    ['Product', 0.5, false],
    ['Design and content', 2, false],
    ['Social', 4.5, true],
  ]);
  expect(wireWords(layout.wires).map(({ as, y }) => [as, y])).toEqual([
    ['same', 0.5],
    ['merged', 2],
  ]);
});

test('what it means: groups, who chose one of them, and what stands in no line', () => {
  const others = [there('Product', { votes: 12 }), there('Both', { votes: 4 }), there('Else', { votes: 1 })];
  const decisions = {
    Product: decided('same', 'Product'),
    Both: decided('merged', 'Design', 'Content'),
    Else: decided('dropped'),
  };
  const votes = { Product: 30, Design: 9, Content: 5, Data: 11 };
  expect(matchingEffects(options, others, decisions, votes)).toEqual([
    { isGood: true, text: 'Two groups can be compared' },
    { isGood: true, text: '44 of 55 and 16 of 17 chose one of them' },
    { isGood: false, text: 'Data, 11 votes, is listed under the chart, in no line: not offered there' },
    { isGood: false, text: 'Else, 1 vote, is listed under the chart, in no line: offered only there' },
  ]);
});

test('votes that are not known are not said', () => {
  const effects = matchingEffects(options, [there('Product')], { Product: decided('same', 'Product') }, null);
  expect(effects.map(({ text }) => text)).toEqual([
    'One option can be compared',
    'Design, Content and Data are listed under the chart, in no line: not offered there',
  ]);
});

test('undone, ours stand as they stood before, undecided where nobody had decided, and all others as they are', () => {
  const elsewhere: AlignmentMap = { from: { optionId: id('old') }, to: [id('Data')], as: 'renamed' };
  const earlier = [map('A', 'same', 'Data'), { ...elsewhere, to: [] }];
  const current = [elsewhere, map('A', 'dropped'), map('B', 'same', 'Design')];
  expect(mapsAsBefore([there('A'), there('B')], earlier, current)).toEqual([
    elsewhere,
    map('A', 'same', 'Data'),
  ]);
  expect(mapsAsBefore([there('A'), there('B')], [], current)).toEqual([elsewhere]);
});

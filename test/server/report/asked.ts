import type { AskedQuestion } from '../../../server/report/asked-question.ts';
import type { Asking } from '../../../shared/asking.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { single } from '../../../shared/questions/single.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { PROMPT } from '../../shared/charts/demo-comparison.ts';

/** What a report is made of, without a server. */

export function anEvent(more: Partial<LiveEvent> = {}): LiveEvent {
  return {
    title: 'Learning Lounge Live',
    startsOn: '2026-11-24',
    place: 'London',
    audience: 'Leaders in learning',
    roomSize: { low: 90, high: 90 },
    ...more,
  } as LiveEvent;
}

const COUNTS: Record<string, number> = {
  'Product Manager': 14,
  'Performance Consultant': 30,
  Designer: 9,
  Marketing: 4,
  'Content Producer': 5,
  Data: 11,
  Social: 5,
};

/** 78 of 81 phones answered, of 90 in the room. */
export function anAskedQuestion(
  more: Partial<AskedQuestion> & { counts?: Record<string, number> } = {},
): AskedQuestion {
  const { counts = COUNTS, prompt = PROMPT, ...fields } = more;
  const options = Object.keys(counts).map((label) => ({ id: label.toLowerCase(), label }));
  const spec = { type: 'single', prompt, options, settings: {} } as unknown as QuestionSpec;
  const ballots = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tally = {
    ballots,
    abstained: 0,
    counts: Object.fromEntries(Object.entries(counts).map(([label, count]) => [label.toLowerCase(), count])),
    other: 0,
    others: {},
  };
  const room = { joined: ballots + 3, roomSize: { low: 90, high: 90 } };
  return {
    asking: { id: 'lounge', state: 'closed', conditions: CONDITIONS, said: null } as unknown as Asking,
    prompt,
    type: questionType('single'),
    results: {
      ballots,
      ...room,
      haveNotAnswered: 90 - ballots,
      table: single.table(spec, tally as never, room),
      ...single.results(spec, tally as never, room),
    } as AskedQuestion['results'],
    finding: single.finding(spec, tally as never, room),
    comparison: null,
    ...fields,
  };
}

const CONDITIONS = {
  barsVisible: true,
  lastResultVisible: false,
  shuffled: false,
  changeAllowed: true,
  seconds: 90,
  duplicateControl: 'device',
};

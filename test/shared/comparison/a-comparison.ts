import type {
  Comparison,
  ComparisonPoint,
  PointDifference,
  PointOption,
} from '../../../shared/comparison/comparison.ts';
import { say } from '../../../shared/words/comparison-words.ts';

const DISCLOSURE = {
  asked: '',
  whoAnswered: '',
  reached: '',
  wording: '',
  options: '',
  responseRate: '',
  knownHow: '',
  whileVoting: '',
  source: '',
};

/** One option at one point, counted. */
export function counted(optionId: string, share: number, range = 0.1): PointOption {
  return {
    optionId,
    state: 'counted',
    share,
    low: Math.max(0, share - range),
    high: Math.min(1, share + range),
  };
}

/** A time asked, counted here; years apart. */
export function aPoint(id: string, more: Partial<ComparisonPoint> = {}): ComparisonPoint {
  return {
    id,
    kind: 'asking',
    label: 'Learning Lounge',
    whenText: '2026',
    when: { date: '2026-11-24', precision: 'day' },
    provenance: 'counted-here',
    exactness: 'counts',
    interim: false,
    place: null,
    audience: null,
    audienceTags: [],
    eventId: null,
    base: 'cast',
    n: 64,
    nText: '64 phones',
    said: { when: { date: '2026-11-24', precision: 'day' }, answered: say('answered.phones', { n: 64 }) },
    options: [counted('pm', 0.22), counted('pc', 0.47)],
    unmapped: [],
    disclosure: DISCLOSURE,
    note: null,
    ...more,
  };
}

/** A comparison of two options; a point for each text of when, a year apart. */
export function aComparison(whens: readonly string[], more: Partial<Comparison> = {}): Comparison {
  const points = whens.map((whenText, at) =>
    aPoint(`p${at}`, { whenText, when: { date: `${2019 + at}-06-01`, precision: 'day' } }),
  );
  return {
    question: { id: 'q', type: 'single', prompt: 'Who would you put in charge?', version: 1 },
    base: 'cast',
    reading: 'all',
    options: [
      { optionId: 'pm', label: 'Product Manager', optionIds: ['pm'], isCommon: true },
      { optionId: 'pc', label: 'Performance Consultant', optionIds: ['pc'], isCommon: true },
    ],
    foreground: 'pm',
    points,
    differences: points.slice(1).map((point, at) => aDifference(points[at]?.id ?? '', point.id)),
    sentences: ['Product Manager: a clear difference between these groups'],
    said: [say('comparison.describes')],
    howWeKnow: [],
    warnings: [],
    ...more,
  };
}

/** Two groups, the first option clearly different. */
export function aDifference(from: string, to: string, more: Partial<PointDifference> = {}): PointDifference {
  return {
    from,
    to,
    kind: 'two-groups',
    isAlike: false,
    unlike: ['the kind of audience'],
    reading: 'all',
    n: { from: 64, to: 64 },
    options: [
      {
        optionId: 'pm',
        shares: { from: null, to: null },
        difference: 0.2,
        low: 0.1,
        high: 0.3,
        clear: true,
        verdict: 'difference',
      },
      {
        optionId: 'pc',
        shares: { from: null, to: null },
        difference: 0.02,
        low: -0.1,
        high: 0.1,
        clear: false,
        verdict: 'chance',
      },
    ],
    test: null,
    ...more,
  };
}

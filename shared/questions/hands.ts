import type { Hands } from '../asking.ts';
import type { QuestionSpec } from '../question.ts';
import type { ChoiceTally } from './choice.ts';
import { emptyChoice } from './choice.ts';
import { MOST_NAMED } from './choice-finding.ts';
import { sumOf } from './counts.ts';
import { finding, noFinding } from './finding.ts';
import type { Finding, NoFinding, ResultTable, RoomCount } from './question-type.ts';

/** Raised hands as the tally of a choice. */

/** One hand a person, so there are as many answers as hands. */
export function oneHandEach(spec: QuestionSpec, { counts }: Hands): ChoiceTally {
  return { ...raised(spec, counts), ballots: handsIn(counts) };
}

/**
 * A person may raise a hand for several options, so nobody knows how many people did: shares are of those present, and
 * where they were not counted, of all hands.
 */
export function severalHandsEach(spec: QuestionSpec, { counts, present }: Hands): ChoiceTally {
  return { ...raised(spec, counts), ballots: present ?? handsIn(counts) };
}

/** All hands that were raised, however many people they belong to. */
export function handsIn(counts: Hands['counts']): number {
  return sumOf(counts);
}

/** The table of a choice, its votes called what they are. */
export function handsTable(table: ResultTable): ResultTable {
  const columns = table.columns.map((column) =>
    column.id === 'votes' ? { ...column, id: 'hands', label: 'Hands' } : column,
  );
  return { ...table, columns };
}

/** Who could have raised a hand, as far as it is known of a choice of one (`picks`) or of several. */
export function roomOfHands(
  { counts, present }: Hands,
  picks: 'one' | 'several',
  room: RoomCount['roomSize'],
): RoomCount {
  if (present !== null) return { joined: present, roomSize: { low: present, high: present } };
  // Hands of people who raise several say nothing of a room.
  return { joined: handsIn(counts), roomSize: picks === 'one' ? room : null };
}

/**
 * [HA6] Hands are counted by one person, in sight of everybody: the sentence says which had most, and no rule that asks
 * how sure that is.
 */
export function handsFinding(spec: QuestionSpec, { counts, present }: Hands): Finding | NoFinding {
  const ranked = spec.options.map(({ id, label }) => ({ id, label, count: counts[id] ?? 0 }));
  const most = Math.max(0, ...ranked.map(({ count }) => count));
  if (most === 0) return noFinding('finding.no-hands');
  const first = ranked.filter(({ count }) => count === most);
  const all = { n: most, hands: handsIn(counts) };
  const facts = {
    kind: 'describes' as const,
    rule: 'hands-counted',
    leaders: first.map(({ id }) => id),
  };
  const detail = [
    { key: 'finding.hands-counted' as const, values: { n: handsIn(counts) } },
    ...(present === null ? [] : [{ key: 'finding.hands-present' as const, values: { n: present } }]),
  ];
  const [only] = first;
  if (only && first.length === 1)
    return finding(facts, { key: 'finding.most-hands', values: { option: only.label, ...all } }, detail);
  return first.length > MOST_NAMED
    ? finding(facts, { key: 'finding.many-most-hands', values: { count: first.length, ...all } }, detail)
    : finding(
        facts,
        { key: 'finding.level-hands', values: { options: first.map(({ label }) => label), ...all } },
        detail,
      );
}

function raised(spec: QuestionSpec, counts: Hands['counts']): ChoiceTally {
  const tally = emptyChoice(spec);
  return { ...tally, counts: { ...tally.counts, ...counts } };
}

import type { LastTime, LastTimeOption, Shift } from './last-time.ts';
import { unlikeness } from './alike.ts';
import { answeredSaid, answeredWords } from './answered-words.ts';
import { comparisonPoint, provenanceOf } from './comparison-point.ts';
import type { ComparedPoint } from './compared-point.ts';
import { differenceOf } from './pair.ts';
import { rowsOf, type Row } from './rows.ts';
import { atMostMonth, whenWords } from './when-words.ts';

/** The result before this one, option by option of the asking that is voted on now: the ghost behind its bars. */
export function lastTimeOf(before: ComparedPoint, now: ComparedPoint): LastTime {
  const rows = rowsOf([before, now]);
  const then = comparisonPoint(before, rows, { base: 'cast', reading: 'all', common: [] });
  const when = atMostMonth(before.when);
  const isThen = ({ members }: Row) => members.has(before.id);
  return {
    pointId: before.id,
    label: before.label,
    whenText: whenWords(when),
    nText: answeredWords(before),
    provenance: provenanceOf(before),
    note: then.note,
    unlike: unlikeness(before, now, rows),
    said: { when, answered: answeredSaid(before) },
    options: now.offered.map(({ key }) => optionThen(key, now, rows, then.options)),
    gone: rows
      .filter((row) => isThen(row) && !row.members.has(now.id))
      .map(({ label, optionId }) => ({
        label,
        share: then.options.find((each) => each.optionId === optionId)?.share ?? null,
      })),
  };
}

/** Of an option now: what its row had then. A row that was split since has one share, which is nobody's of the parts. */
function optionThen(
  key: string,
  now: ComparedPoint,
  rows: readonly Row[],
  then: ReturnType<typeof comparisonPoint>['options'],
): LastTimeOption {
  const nothing = { share: null, low: null, high: null };
  const row = rows.find(({ members }) => members.get(now.id)?.some((member) => member.key === key));
  const found = row && then.find(({ optionId }) => optionId === row.optionId);
  if (!row || !found) return { optionId: key, state: 'new', ...nothing };
  if ((row.members.get(now.id)?.length ?? 0) > 1) return { optionId: key, state: 'unknown', ...nothing };
  if (found.state === 'not-offered') return { optionId: key, state: 'new', ...nothing };
  if (found.state === 'unknown') return { optionId: key, state: 'unknown', ...nothing };
  const { state, share, low, high } = found;
  return {
    optionId: key,
    state,
    share,
    low: state === 'counted' ? null : low,
    high: state === 'counted' ? null : high,
  };
}

/**
 * What moved since then, by option of the asking now; what has no partner is not in it. Of everybody who answered, as the
 * bars are: where other options were on offer, what is not clear then cannot be told.
 */
export function shiftsOf(before: ComparedPoint, now: ComparedPoint): Shift[] {
  const rows = rowsOf([before, now]);
  const { options } = differenceOf(before, now, rows, { reading: 'all', withTest: false });
  return rows.flatMap((row) => {
    const members = row.members.get(now.id) ?? [];
    const found = options.find(({ optionId }) => optionId === row.optionId);
    const [only] = members;
    if (!found || !only || members.length > 1) return [];
    return [{ optionId: only.key, difference: found.difference, verdict: found.verdict }];
  });
}

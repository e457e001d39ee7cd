import type { DataPoint } from '../../../shared/data-point.ts';
import type { UnderstoodFile, UnderstoodItem } from '../../../shared/result-file.ts';
import { Refused } from '../../../shared/result.ts';
import type { Store } from '../../store/store.ts';
import { everyQuestion } from './every-question.ts';

/** Refuses results that were already brought in from the very same bytes, and names the first. */
export async function refuseAgain(
  store: Store,
  { sha256, file }: UnderstoodFile,
  items: readonly UnderstoodItem[],
): Promise<void> {
  const here = await broughtInFrom(store, sha256);
  const known = items.find((item) => here.some((point) => isOf(point, item)));
  if (!known) return;
  const what = known.prompt === null ? `Result ${known.index}` : `“${known.prompt}”`;
  throw new Refused(
    'CONTENT_CONFLICT',
    `${what} was already brought in from this file (${file}). Nothing was stored. To have it twice, say so (again).`,
  );
}

async function broughtInFrom(store: Store, sha256: string): Promise<DataPoint[]> {
  const ids = (await everyQuestion(store)).map(({ id }) => id);
  const counts = await store.dataPoints.counts(ids);
  const points: DataPoint[] = [];
  for (const id of ids.filter((_id, index) => (counts[index] ?? 0) > 0))
    points.push(...(await store.dataPoints.ofQuestion(id)).map(({ point }) => point));
  return points.filter(({ imported }) => imported?.sha256 === sha256);
}

/** Several sessions of one file have the same words and options: their counts tell them apart. */
function isOf({ results }: DataPoint, item: UnderstoodItem): boolean {
  return (
    results.length === item.results.length &&
    item.results.every(
      ({ label, count }, index) =>
        results[index]?.label === label && (count === undefined || results[index].count === count),
    )
  );
}

import type { ComparedPoint } from '../../shared/comparison/compared-point.ts';
import type { Means } from '../../shared/comparison/means.ts';
import { reportedPoint } from '../../shared/comparison/reported-point.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { Question } from '../../shared/question.ts';
import type { Store } from '../store/store.ts';
import { askedPoints, isForEverybody } from './asked-points.ts';

/** The result that was there before an asking, whichever it is: the latest that everybody may see and that has numbers. */
export async function pointBefore(
  store: Pick<Store, 'askings' | 'dataPoints' | 'ballots'>,
  question: Question,
  means: Means,
  { id, at }: { id: AskingId; at: number },
): Promise<ComparedPoint | undefined> {
  const [asked, stored] = await Promise.all([
    store.askings.ofQuestion(question.id),
    store.dataPoints.ofQuestion(question.id),
  ]);
  const reported = stored.map(({ point, evidence }) =>
    reportedPoint(point, question, means, evidence !== null),
  );
  const latest = reported
    .filter((point) => point.at < at && hasNumbers(point))
    .sort(byTime)
    .at(-1);
  // Of a question with a long history only one time is wanted, and it is rarely far back.
  for (const time of asked.filter((each) => each.asking.id !== id && isForEverybody(each)).reverse()) {
    if ((time.asking.openedAt ?? at) >= at) continue;
    const [point] = await askedPoints(store, question, [time], means);
    if (!point || (latest && latest.at >= point.at)) break;
    if (hasNumbers(point)) return point;
  }
  return latest;
}

function byTime(a: ComparedPoint, b: ComparedPoint): number {
  return a.at - b.at;
}

function hasNumbers({ answered, offered }: ComparedPoint): boolean {
  return answered?.high !== 0 && offered.some(({ known }) => known.kind !== 'unreported');
}

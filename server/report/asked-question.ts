import type { Asking } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { Finding, NoFinding } from '../../shared/questions/question-type.ts';
import { questionType, type AnyQuestionType } from '../../shared/questions/registry.ts';
import { loadComparison } from '../comparisons.ts';
import { askingResults, findingOf, type AskingResults } from '../live-event/asking-results.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { Store } from '../store/store.ts';

/** One stop of the running order as a report has it. */
export interface AskedQuestion {
  asking: Asking;
  prompt: string;
  type: AnyQuestionType;
  results: AskingResults;
  finding: Finding | NoFinding;
  /** This time beside earlier ones; null where there are none, or none that this reader may see. */
  comparison: Comparison | null;
}

export interface ReportedEvent {
  event: LiveEvent;
  asked: AskedQuestion[];
}

interface Reader {
  store: Store;
  /** Organisers see every time a question was asked; others what everybody may see. */
  isOrganiser: boolean;
}

/** So many earlier times stand beside a result. */
const MOST_EARLIER = 3;

/** What was asked in an event and has closed, in running order, each with last time beside it. */
export async function readEventReport(host: LiveEventHost, reader: Reader): Promise<ReportedEvent> {
  // [RE3] Nothing of a rehearsal is reported.
  const stops = host.event.isRehearsal ? [] : host.askings();
  const closed = stops.filter(({ state }) => state === 'closed');
  const asked = await Promise.all(
    closed.map(async (asking) => ({
      asking,
      prompt: host.specOf(asking.id).prompt,
      type: questionType(host.specOf(asking.id).type),
      // A report is handed on: of what people wrote it has what the room was shown.
      results: askingResults(host, asking, true),
      finding: findingOf(host, asking),
      comparison: await besideEarlier(asking, reader),
    })),
  );
  return { event: host.event, asked };
}

async function besideEarlier(asking: Asking, { store, isOrganiser }: Reader): Promise<Comparison | null> {
  const question = await store.questions.get(asking.questionId);
  if (!question || questionType(question.type).comparedBy !== 'shares') return null;
  const isPublic = !isOrganiser;
  const { points } = await loadComparison({ store }, question, { isPublic });
  const place = points.findIndex(({ id }) => id === asking.id);
  if (place < 1) return null;
  const ids = points.slice(Math.max(0, place - MOST_EARLIER), place + 1).map(({ id }) => id);
  return loadComparison({ store }, question, { isPublic, points: ids });
}

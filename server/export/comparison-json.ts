import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { DataPointId, QuestionId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';

export const COMPARISON_FORMAT = 'askagain-comparison';
const FORMAT_VERSION = 1;

/**
 * A comparison whole, piece by piece, as one JSON document: the answer itself, how options were matched, and every result
 * that was brought in, its evidence included (its `bytes` in base64, as in an event's file).
 */
export async function* comparisonJson(
  store: Pick<Store, 'dataPoints' | 'alignments'>,
  comparison: Comparison,
): AsyncGenerator<string> {
  const id = comparison.question.id as QuestionId;
  const [alignment = null] = await store.alignments.ofQuestion(id);
  const head = { format: COMPARISON_FORMAT, formatVersion: FORMAT_VERSION, comparison, alignment };
  yield `${JSON.stringify(head).slice(0, -1)},"dataPoints":[`;
  const brought = comparison.points.filter(({ kind }) => kind === 'data-point');
  for (const [index, { id }] of brought.entries()) {
    const whole = await dataPointWhole(store, id as DataPointId);
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(whole)}`;
  }
  yield ']}\n';
}

/** One at a time: evidence may weigh megabytes. */
async function dataPointWhole({ dataPoints }: Pick<Store, 'dataPoints'>, id: DataPointId) {
  const stored = await dataPoints.get(id);
  const kept = stored?.evidence ? await dataPoints.evidence(id) : undefined;
  const evidence = kept ? { ...kept.evidence, bytes: Buffer.from(kept.bytes).toString('base64') } : null;
  return { ...stored?.point, evidence };
}

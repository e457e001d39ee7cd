import type { OfferedOption } from './alignment.ts';
import type { DataPoint } from './data-point.ts';
import { sameLabel } from './data-points/labels.ts';
import type { OptionId } from './ids.ts';
import type { Question } from './question.ts';

/** Options that stood side by side: those of one version, or of one data point. */
export interface OfferedPlace {
  offered: OfferedHere[];
}

/** An option at its place, and what it stands for as long as nobody decides otherwise. */
export interface OfferedHere {
  from: OfferedOption;
  label: string;
  own: OptionId | null;
}

/** Every version of a question and every data point of it, each with what it offered. */
export function offeredPlaces(question: Question, dataPoints: readonly DataPoint[]): OfferedPlace[] {
  return [
    ...question.versions.map(({ options }) => ({
      offered: options.map(({ id, label }) => ({ from: { optionId: id }, label, own: id })),
    })),
    ...dataPoints.map((point) => ({ offered: offeredAt(point) })),
  ];
}

/** What a data point offered: every option it names, or those it reports. */
export function offeredAt({
  id,
  optionsOffered,
  results,
}: Pick<DataPoint, 'id' | 'optionsOffered' | 'results'>): OfferedHere[] {
  const labels = optionsOffered ?? results.map(({ label }) => label);
  return labels.map((label) => ({
    from: { dataPointId: id, label },
    label,
    own: results.find((result) => sameLabel(result.label, label))?.optionId ?? null,
  }));
}

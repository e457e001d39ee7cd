import type { DataPointBody } from '../data-point-schema.ts';
import type { Question } from '../question.ts';
import type { FieldError } from '../result.ts';

/** What is wrong with the options a result names: each stands there once, was offered, and is one option at most. */
export function refusesLabels({ results, optionsOffered }: DataPointBody, question: Question): FieldError[] {
  const labels = results.map(({ label }) => label);
  return [
    ...refusesTwice(labels, (index) => `results.${index}.label`),
    ...refusesTwice(optionsOffered ?? [], (index) => `optionsOffered.${index}`),
    ...(optionsOffered ? refusesNotOffered(labels, optionsOffered) : []),
    ...refusesOptionIds(results, question),
  ];
}

/** Labels that differ by case alone are the same. */
export function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refusesTwice(labels: readonly string[], pathOf: (index: number) => string): FieldError[] {
  return labels.flatMap((label, index) =>
    labels.findIndex((each) => sameLabel(each, label)) === index
      ? []
      : [{ path: pathOf(index), message: `“${label}” stands there twice.` }],
  );
}

function refusesNotOffered(labels: readonly string[], offered: readonly string[]): FieldError[] {
  return labels.flatMap((label, index) =>
    offered.some((each) => sameLabel(each, label))
      ? []
      : [
          {
            path: `results.${index}.label`,
            message: `“${label}” is not among the options that were offered.`,
          },
        ],
  );
}

/** Options of any version; two results that are one option are merged by the alignment, where a person decides it. */
function refusesOptionIds(results: DataPointBody['results'], { versions }: Question): FieldError[] {
  const known = new Set<string>(versions.flatMap(({ options }) => options.map(({ id }) => id)));
  const seen = new Set<string>();
  return results.flatMap(({ optionId }, index) => {
    if (optionId === undefined) return [];
    const path = `results.${index}.optionId`;
    if (!known.has(optionId)) return [{ path, message: 'The question has no such option.' }];
    if (seen.has(optionId)) return [{ path, message: 'This option is mapped twice.' }];
    seen.add(optionId);
    return [];
  });
}

import { reportedWords } from '../history/result-facts.ts';
import type { OutsideResultView, QuestionView } from '../entities.ts';
import { optionCalled } from '../questions/option-called.ts';
import type { There } from './matching-state.ts';

/** Every option that a result from elsewhere offered or reported; what was not reported is the option that is called the same. */
export function thereOfResult(result: OutsideResultView, question: QuestionView): There[] {
  const labels = [
    ...new Set([...(result.optionsOffered ?? []), ...result.results.map(({ label }) => label)]),
  ];
  return labels.map((label) => {
    const reported = result.results.find((each) => each.label === label);
    return {
      key: label,
      from: { dataPointId: result.id, label },
      label,
      own: (reported ? reported.optionId : optionCalled(question, label)) ?? null,
      figure: reported ? reportedWords({ ...reported, label: '' }).replace(/^:?\s*/, '') : '',
      votes: result.exactness === 'counts' ? (reported?.count ?? null) : null,
    };
  });
}

/** Every option of an earlier version that the newest has no more. */
export function thereOfVersions({ versions, options }: QuestionView): There[] {
  const known = new Map(versions.flatMap((version) => version.options.map((each) => [each.id, each])));
  const gone = [...known.values()].filter(({ id }) => !options.some((option) => option.id === id));
  return gone.map(({ id, label }) => ({
    key: id,
    from: { optionId: id },
    label,
    own: null,
    figure: '',
    votes: null,
  }));
}

import fc from 'fast-check';
import type { QuestionSpec } from '../../../shared/question.ts';

/** Any answer that counts to a choice which takes "other" and abstentions: texts from a few, so that they repeat. */
export function anyAnswer({ type, options }: QuestionSpec): fc.Arbitrary<unknown> {
  const ids = options.map(({ id }) => id as string);
  const other = fc.constantFrom('Ann', 'ann', 'constructor', '__proto__', 'ß');
  const abstain = fc.constant({ abstain: true });
  if (type === 'single')
    return fc.oneof(
      { weight: 4, arbitrary: fc.record({ option: fc.constantFrom(...ids) }) },
      fc.record({ other }),
      abstain,
    );
  const picks = fc.record({ options: fc.shuffledSubarray(ids, { minLength: 1 }) });
  return fc.oneof(
    { weight: 4, arbitrary: picks },
    fc.record({ options: fc.shuffledSubarray(ids), other }),
    abstain,
  );
}

/** Any answer, and now and then one that must be refused. */
export function anySaying(spec: QuestionSpec): fc.Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(
    null,
    'a',
    {},
    { option: 'zz' },
    { options: [] },
    { options: ['a', 'a'] },
    { option: 'a', abstain: true },
    { other: '  ' },
    { abstain: false },
  );
  return fc.oneof({ weight: 5, arbitrary: anyAnswer(spec) }, wrong);
}

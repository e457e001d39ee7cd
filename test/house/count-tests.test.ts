import { expect, test } from 'vitest';
import { countVitest, lastLine, sum } from '../../scripts/count-tests.mjs';

const fine = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('passed, failed, skipped and todo are counted', () => {
  expect(countVitest({ ...fine, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, 1)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
  });
});

test('a file that does not load, an error outside all tests, no tests and no report are failures', () => {
  const unloaded = { ...fine, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(countVitest(unloaded, 1).failed).toBe(1);
  expect(countVitest(fine, 1).failed).toBe(1);
  expect(countVitest({ ...fine, numPassedTests: 0 }, 0).failed).toBe(1);
  expect(countVitest(undefined, 0).failed).toBe(1);
  expect(countVitest(fine, 0).failed).toBe(0);
});

test('the last line is plain, and names what was skipped only if there is any', () => {
  expect(lastLine(sum({ passed: 3, failed: 0, skipped: 0 }, { passed: 9, failed: 0, skipped: 0 }))).toBe(
    '12 passed, 0 failed',
  );
  expect(lastLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});

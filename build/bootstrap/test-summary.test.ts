import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-suites.mjs';
import { addCounts, formatCounts, formatSuites, judgeSuite } from './test-summary.mjs';

const clean = { passed: 3, failed: 0, skipped: 1 };

test.each([
  ['all is well', { exitCode: 0, counts: clean }, { ...clean, problem: null }],
  ['a test failed', { exitCode: 1, counts: { ...clean, failed: 2 } }, { ...clean, failed: 2, problem: null }],
  [
    'the runner failed without a failing test',
    { exitCode: 1, counts: clean },
    { ...clean, failed: 1, problem: 'its runner ended with code 1' },
  ],
  [
    'no test ran',
    { exitCode: 0, counts: { passed: 0, failed: 0, skipped: 2 } },
    { passed: 0, failed: 1, skipped: 2, problem: 'it ran no test' },
  ],
  [
    'the runner broke off',
    { exitCode: 137, counts: null },
    { passed: 0, failed: 1, skipped: 0, problem: 'its runner ended with code 137 and left no report' },
  ],
])('verdict where %s', (_, outcome, verdict) => {
  expect(judgeSuite(outcome)).toEqual(verdict);
});

test('a file that could not be loaded counts as a failure, one with failed tests is not counted twice', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('flaky tests and errors outside of tests count as failures', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no tests found' }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

test('only the closing line has the form that machines look for', () => {
  const results = [
    { name: 'unit', durationMs: 1234, ...clean, problem: null },
    { name: 'e2e', durationMs: 0, passed: 0, failed: 1, skipped: 0, problem: 'it ran no test' },
  ];
  const table = formatSuites(results);
  expect(table).toBe(
    [
      '  ok      unit         4 tests, 0 of them failed, 1.2 s',
      '  FAILED  e2e          1 tests, 1 of them failed, 0.0 s (it ran no test)',
    ].join('\n'),
  );
  expect(formatCounts(addCounts(results))).toBe('1 skipped\n3 passed, 1 failed');
  expect(formatCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
});

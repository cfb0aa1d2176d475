/**
 * @typedef {import('./test-suites.mjs').Counts} Counts
 * @typedef {Counts & { readonly name: string, readonly durationMs: number, readonly problem: string | null }} SuiteResult
 */

/**
 * What a suite came to. A runner that broke off counts as a failure, whatever its report says, and so does one without tests.
 * @param {{ readonly exitCode: number, readonly counts: Counts | null }} outcome
 * @returns {Counts & { readonly problem: string | null }}
 */
export function judgeSuite({ exitCode, counts }) {
  if (counts === null) {
    return { passed: 0, failed: 1, skipped: 0, problem: `its runner ended with code ${exitCode} and left no report` };
  }
  if (counts.failed > 0) return { ...counts, problem: null };
  if (exitCode !== 0) return { ...counts, failed: 1, problem: `its runner ended with code ${exitCode}` };
  if (counts.passed === 0) return { ...counts, failed: 1, problem: 'it ran no test' };
  return { ...counts, problem: null };
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function addCounts(counts) {
  const sum = (/** @type {keyof Counts} */ key) => counts.reduce((total, each) => total + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The last line is exactly `N passed, N failed`, which machines look for; what was skipped stands above it.
 * @param {Counts} counts
 */
export function formatCounts({ passed, failed, skipped }) {
  return `${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`;
}

/**
 * A line per suite. Only the last line of all has the form `N passed, N failed`, which machines look for.
 * @param {readonly SuiteResult[]} results
 */
export function formatSuites(results) {
  return results
    .map(({ name, passed, failed, skipped, durationMs, problem }) => {
      const mark = failed === 0 ? 'ok    ' : 'FAILED';
      const figures = `${passed + failed + skipped} tests, ${failed} of them failed`;
      return `  ${mark}  ${name.padEnd(12)} ${figures}, ${(durationMs / 1000).toFixed(1)} s${problem ? ` (${problem})` : ''}`;
    })
    .join('\n');
}

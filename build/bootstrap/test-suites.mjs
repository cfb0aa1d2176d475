// The suites of `npm test`: how each is run and how its report is counted. Adding one is an entry here.
import { fromRoot } from './project.mjs';

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} needsBuild
 * @property {boolean} needsDisplay
 * @property {(reportFile: string, pattern: readonly string[]) => { readonly args: readonly string[], readonly env: NodeJS.ProcessEnv }} command of Node
 * @property {(report: any) => Counts} count
 */

/**
 * @param {string} name of a project in vitest.config.ts
 * @param {{ readonly needsBuild: boolean }} needs
 * @returns {Suite}
 */
function vitestSuite(name, { needsBuild }) {
  return {
    name,
    needsBuild,
    needsDisplay: false,
    command: (reportFile, pattern) => ({
      args: [
        fromRoot('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        `--project=${name}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...pattern,
      ],
      env: {},
    }),
    count: countVitest,
  };
}

/**
 * @param {any} report of Vitest's JSON reporter
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that could not be loaded has failed without a test that did.
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report of Playwright's JSON reporter
 * @returns {Counts} an error outside of every test counts as one failure
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** @type {readonly Suite[]} */
export const suites = [
  vitestSuite('unit', { needsBuild: false }),
  vitestSuite('integration', { needsBuild: true }),
  {
    name: 'e2e',
    needsBuild: true,
    needsDisplay: true,
    command: (reportFile, pattern) => ({
      args: [fromRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...pattern],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    }),
    count: countPlaywright,
  },
];

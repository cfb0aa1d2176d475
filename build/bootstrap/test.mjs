// `npm test`, `npm test -- unit|integration|e2e [pattern…]`: builds what has changed, runs the suites one after the other and
// ends with the line `N passed, N failed`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeForbiddenSandbox, readSandboxState } from './chromium-sandbox.mjs';
import { hasDisplay } from './display.mjs';
import { findRuntime } from './electron-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { runGroup } from './process-group.mjs';
import { BootstrapError, exitWith, readJson } from './project.mjs';
import { suites } from './test-suites.mjs';
import { addCounts, formatCounts, formatSuites, judgeSuite } from './test-summary.mjs';

const suiteLimitMs = 20 * 60_000;
const virtualDisplay = ['-a', '-s', '-screen 0 1920x1200x24 -nolisten tcp'];

/**
 * @param {import('./test-suites.mjs').Suite} suite
 * @param {readonly string[]} pattern
 * @param {string} folder for the report and the temporary files of the tests
 * @returns {Promise<import('./test-summary.mjs').SuiteResult>}
 */
async function runSuite(suite, pattern, folder) {
  console.log(`\ntest: ${suite.name}`);
  const startedAt = performance.now();
  const reportFile = join(folder, `${suite.name}.json`);
  const { args, env } = suite.command(reportFile, pattern);
  const inherited = { ...process.env };
  // Set in the terminals of editors that are Electron apps themselves; the app under test would be a bare Node.
  delete inherited.ELECTRON_RUN_AS_NODE;
  const isHidden = suite.needsDisplay && !hasDisplay(process.platform, process.env);
  const command = isHidden ? 'xvfb-run' : process.execPath;
  const exitCode = await runGroup(command, isHidden ? [...virtualDisplay, process.execPath, ...args] : args, {
    // What a killed app leaves behind goes with this folder.
    env: { ...inherited, ...env, TMPDIR: folder, TEMP: folder, TMP: folder },
    limitMs: suiteLimitMs,
  });
  const report = readJson(reportFile);
  const verdict = judgeSuite({ exitCode, counts: report === null ? null : suite.count(report) });
  return { name: suite.name, durationMs: performance.now() - startedAt, ...verdict };
}

/** @param {readonly string[]} args */
function chooseSuites([name, ...pattern]) {
  if (name === undefined) return { chosen: suites, pattern: [] };
  const chosen = suites.filter((suite) => suite.name === name);
  if (chosen.length > 0) return { chosen, pattern };
  throw new BootstrapError(
    `There is no suite "${name}". Use one of ${suites.map((suite) => suite.name).join(', ')}, then a pattern of file names.`,
  );
}

/** @returns {Promise<string | null>} null where the app is built; a broken build must not hide what the unit tests say */
async function findBuildProblem() {
  try {
    await ensureBuilt();
    return null;
  } catch (error) {
    if (error instanceof BootstrapError) return error.message;
    throw error;
  }
}

/** Playwright starts the app without the sandbox on Linux, so the tests run also where `npm start` would not. */
function tellOfForbiddenSandbox() {
  const executable = findRuntime()?.executable;
  if (executable !== undefined && readSandboxState(executable) === 'forbidden')
    console.log(`test: The tests run without the sandbox of Chromium. ${describeForbiddenSandbox(executable)}`);
}

/**
 * @param {import('./test-suites.mjs').Suite} suite
 * @param {string} problem
 * @returns {import('./test-summary.mjs').SuiteResult}
 */
function failSuite(suite, problem) {
  return { name: suite.name, passed: 0, failed: 1, skipped: 0, durationMs: 0, problem };
}

async function test() {
  const { chosen, pattern } = chooseSuites(process.argv.slice(2));
  const buildProblem = chosen.some((suite) => suite.needsBuild) ? await findBuildProblem() : null;
  if (chosen.some((suite) => suite.needsDisplay)) tellOfForbiddenSandbox();
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-test-'));
  const results = [];
  try {
    for (const suite of chosen) {
      if (suite.needsBuild && buildProblem !== null) results.push(failSuite(suite, buildProblem));
      else results.push(await runSuite(suite, pattern, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const counts = addCounts(results);
  console.log(`\ntest: summary\n${formatSuites(results)}\n\n${formatCounts(counts)}`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

test().catch(exitWith);

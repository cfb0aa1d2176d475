// Makes a fresh checkout ready to start or, with --tests, to be tested: dependencies, the Electron runtime, the system
// libraries that it needs; with --dependencies nothing but these. It checks what is there instead of remembering what it did, says what it does, and is silent
// and quick when nothing is missing.
import { describeForbiddenSandbox, readSandboxState } from './chromium-sandbox.mjs';
import { prepareDependencies } from './dependencies.mjs';
import { hasDisplay } from './display.mjs';
import { prepareElectron } from './electron-runtime.mjs';
import { requireNode } from './node-version.mjs';
import { BootstrapError, exitWith, fromRoot, readJson } from './project.mjs';
import { prepareSystemLibraries } from './system-libraries.mjs';

/** @param {string} line */
const say = (line) => console.log(`prepare: ${line}`);

/** @param {{ readonly isForTests: boolean, readonly onlyDependencies: boolean }} options */
async function prepare({ isForTests, onlyDependencies }) {
  requireNode(process.versions.node, readJson(fromRoot('package.json')).engines.node);
  await prepareDependencies(say);
  if (onlyDependencies) return;
  const canShowWindow = hasDisplay(process.platform, process.env);
  try {
    const { executable } = await prepareElectron(say);
    await prepareSystemLibraries({ executable, needsVirtualDisplay: !canShowWindow }, say);
    // Only told: Playwright starts the app without the sandbox, so the tests run all the same.
    if (isForTests && readSandboxState(executable) === 'forbidden') say(describeForbiddenSandbox(executable));
  } catch (error) {
    // Without a display `npm start` runs the tour in the terminal, which needs no Electron.
    if (isForTests || canShowWindow || !(error instanceof BootstrapError)) throw error;
    say(`The window could not be opened here yet. ${error.message}`);
  }
}

const isAsked = (/** @type {string} */ option) => process.argv.includes(option);
prepare({ isForTests: isAsked('--tests'), onlyDependencies: isAsked('--dependencies') }).catch(exitWith);

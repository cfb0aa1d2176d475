// `npm start`: builds what has changed and opens the app; without a display it runs the tour in the terminal.
import { constants } from 'node:os';
import { spawn } from 'node:child_process';
import { describeForbiddenSandbox, readSandboxState } from './chromium-sandbox.mjs';
import { hasDisplay } from './display.mjs';
import { findRuntime } from './electron-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { BootstrapError, exitWith, fromRoot, projectRoot } from './project.mjs';

/**
 * Runs a program in the foreground and ends as it ends.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code, as a shell would count it
 */
function runInForeground(command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env };
    // Set in the terminals of editors that are Electron apps themselves; it would start a bare Node.
    delete env.ELECTRON_RUN_AS_NODE;
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

async function runTour() {
  console.log('start: There is no display here, so the sample requests run in the terminal instead of a window.\n');
  const code = await runInForeground(process.execPath, [fromRoot('dist', 'cli', 'lodestone.mjs'), 'tour']);
  console.log('\nstart: To open the window under a virtual display, run: xvfb-run -a npm start');
  return code;
}

/** @param {readonly string[]} args */
async function openWindow(args) {
  const runtime = findRuntime();
  if (!runtime) throw new BootstrapError('There is no Electron here yet. Run: node build/bootstrap/prepare.mjs');
  const sandbox = readSandboxState(runtime.executable);
  if (sandbox === 'forbidden') throw new BootstrapError(describeForbiddenSandbox(runtime.executable));
  const switches = [
    // Chromium refuses to build its sandbox as root.
    ...(sandbox === 'impossible' ? ['--no-sandbox'] : []),
    // What Electron does by itself from 38 on.
    ...(process.env.WAYLAND_DISPLAY ? ['--ozone-platform-hint=auto'] : []),
  ];
  console.log(`start: Opening the app in Electron ${runtime.version} (${runtime.kind}).`);
  return runInForeground(runtime.executable, [...switches, projectRoot, ...args]);
}

async function start() {
  await ensureBuilt();
  const canShowWindow = hasDisplay(process.platform, process.env);
  process.exitCode = canShowWindow ? await openWindow(process.argv.slice(2)) : await runTour();
}

start().catch(exitWith);

// `npm run check [name…]`: everything that can be said about the code without running it. Shows the output of what failed.
import { availableParallelism } from 'node:os';
import { exitWith, BootstrapError } from '../bootstrap/project.mjs';
import { run } from '../bootstrap/run-command.mjs';
import { checks } from './checks.mjs';

/**
 * @param {import('./checks.mjs').Check} check
 * @returns {Promise<boolean>} whether all is well
 */
async function runCheck({ name, args }) {
  const startedAt = performance.now();
  const { code, output } = await run(process.execPath, args, { quiet: true, env: { FORCE_COLOR: '0', NO_COLOR: '1' } });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`check: ${code === 0 ? 'ok    ' : 'FAILED'}  ${name}, ${seconds} s`);
  if (output.trim() !== '' && (code !== 0 || name === 'files')) console.log(`${output.trim()}\n`.replace(/^/gm, '  '));
  return code === 0;
}

/** @param {readonly string[]} names all checks where there are none; a name stands for every check that begins with it */
function chooseChecks(names) {
  const chosen = checks.filter(({ name }) => names.length === 0 || names.some((asked) => name.startsWith(asked)));
  if (chosen.length > 0) return chosen;
  throw new BootstrapError(`No check is called so. There are: ${checks.map(({ name }) => name).join(', ')}.`);
}

async function checkAll() {
  const waiting = [...chooseChecks(process.argv.slice(2))];
  /** @type {boolean[]} */
  const verdicts = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) verdicts.push(await runCheck(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const failed = verdicts.filter((isWell) => !isWell).length;
  console.log(`check: ${verdicts.length - failed} of ${verdicts.length} checks passed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

checkAll().catch(exitWith);

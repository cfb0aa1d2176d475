// docs/ipc.md from the contract: says whether the file is up to date or, with --write, writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exitWith, fromRoot } from '../bootstrap/project.mjs';
import { formatContract } from './format-contract.mjs';
import { readContract } from './read-contract.mjs';

const file = fromRoot('docs', 'ipc.md');

async function main() {
  const text = formatContract(await readContract());
  if (process.argv.includes('--write')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error('docs/ipc.md is not what the contract says. Run npm run docs:ipc and commit it.');
    process.exitCode = 1;
  }
}

main().catch(exitWith);

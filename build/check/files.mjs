// Measures the project's files; tests and fixtures are left out of the figures.
import { readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from '../bootstrap/project.mjs';
import { judgeColours, judgeName, judgeSize, judgeSizes, percentile } from './file-rules.mjs';

const files = ['shared', 'electron', 'renderer', 'build', 'tests']
  .flatMap((folder) =>
    readdirSync(fromRoot(folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|tsx|css|mjs|cjs)$/.test(path) && !path.startsWith('tests/fixtures/'))
  .map((path) => {
    const text = readFileSync(fromRoot(path), 'utf8');
    return { path, text, lines: text.split('\n').length - 1 };
  });
const isTest = (/** @type {{ path: string }} */ { path }) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
const sources = files.filter((file) => !isTest(file));
const sizes = sources.map((file) => file.lines);

const problems = [
  ...judgeSizes(sizes),
  ...files.flatMap((file) => [...judgeSize(file), ...judgeName(file.path)]),
  ...files.filter((file) => file.path.endsWith('.module.css')).flatMap((file) => judgeColours(file.path, file.text)),
];
for (const problem of problems) console.log(problem);
console.log(
  `${sources.length} files: median ${percentile(sizes, 0.5)} lines, nine in ten at most ${percentile(sizes, 0.9)}, longest ${Math.max(...sizes)}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

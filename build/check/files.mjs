// Measures the files that git knows or would take, tests and fixtures left out of the figures.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot, projectRoot } from '../bootstrap/project.mjs';
import { judgeColours, judgeName, judgeSize, judgeSizes, percentile } from './file-rules.mjs';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: projectRoot,
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((path) => /^(shared|electron|renderer|build|tests)\/.*\.(ts|tsx|css|mjs|cjs)$/.test(path))
  .filter((path) => !path.startsWith('tests/fixtures/') && existsSync(fromRoot(path)))
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

import { expect, test } from 'vitest';
import { choosePackages, formatCommands, packageManagers, readAptCandidates } from './linux-packages.mjs';

const apt = packageManagers.find(({ program }) => program === 'apt-get')!;

const debian12 = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
libasound2:
  Installed: 1.2.8-1+b1
  Candidate: 1.2.8-1+b1
libatk-bridge2.0-0:
  Installed: (none)
  Candidate: 2.46.0-5
`;
// Ubuntu 24.04 still knows the old names, as virtual packages.
const ubuntu24 = `libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1build2
libasound2:
  Installed: (none)
  Candidate: (none)
`;

test.each([
  ['Debian 12', debian12, ['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0']],
  ['Ubuntu 24.04', ubuntu24, ['libgtk-3-0t64', 'libasound2t64']],
  ['a system whose lists were never fetched', '', []],
])('candidates on %s', (_, policy, names) => {
  expect([...readAptCandidates(policy)]).toEqual(names);
});

test('each library is asked for by the name that the system has, else by its oldest', () => {
  const libraries = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libasound2t64', 'libasound2']];
  const candidates = readAptCandidates(ubuntu24);
  expect(choosePackages(libraries, (name) => candidates.has(name))).toEqual([
    'libgtk-3-0t64',
    'libnss3',
    'libasound2t64',
  ]);
});

test('the command is one line for a shell, with sudo for an ordinary user', () => {
  const commands = apt.commands(['xvfb', 'xauth']);
  expect(formatCommands(commands, { isRoot: false })).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth',
  );
  expect(formatCommands(commands, { isRoot: true })).toBe(
    'apt-get update && apt-get install -y --no-install-recommends xvfb xauth',
  );
});

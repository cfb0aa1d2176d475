import { expect, test } from 'vitest';
import { contract } from './contract.ts';
import { callNames } from './names.ts';

test('the list of call names is exactly the calls of the contract', () => {
  const calls = Object.entries(contract)
    .filter(([, entry]) => entry.kind !== 'topic')
    .map(([name]) => name);
  expect([...callNames].sort()).toEqual(calls.sort());
});

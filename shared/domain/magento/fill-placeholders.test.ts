import { expect, it } from 'vitest';
import { fillPlaceholders, type FaultParameters } from './fill-placeholders.ts';

it.each<readonly [string, FaultParameters | null, string]>([
  ['No such entity with %fieldName = %fieldValue', { fieldName: 'id', fieldValue: 7 }, 'No such entity with id = 7'],
  ['At least %1 of %2', ['8', 9], 'At least 8 of 9'],
  ['%10 and %1', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'], 'j and a'],
  ['%1 and %2', { 1: 'one' }, 'one and %2'],
  ['%field and %fieldName', { field: 'a', fieldName: 'b' }, 'a and b'],
  ['Stays %here', { other: 'x' }, 'Stays %here'],
  ['Stays %here', null, 'Stays %here'],
  ['100% of %1', ['%1'], '100% of %1'],
  ['%a.b', { 'a.b': 'dot' }, 'dot'],
  ['%list %none %object', { list: ['x', 'y'], none: null, object: { a: 1 } }, 'x, y null {"a":1}'],
  ['%constructor', {}, '%constructor'],
])('fills %j from %j', (template, parameters, expected) => {
  expect(fillPlaceholders(template, parameters)).toBe(expected);
});

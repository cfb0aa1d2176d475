import { describe, expect, test } from 'vitest';
import { err, ok } from '../../kernel/result.ts';
import { environmentScope } from './environment-scope.ts';
import { findVariables } from './find-variables.ts';
import { resolveVariables } from './resolve.ts';

const scope = new Map([
  ['base', 'http://shop.test'],
  ['rest', '{{base}}/rest/{{store}}'],
  ['store', 'default'],
  ['a', 'x{{b}}'],
  ['b', '{{c}}'],
  ['c', '{{a}}'],
  ['self', '{{self}}'],
  ['empty', ''],
]);

describe('resolving', () => {
  test.each([
    ['no variable', ok('no variable')],
    ['{{rest}}/V1', ok('http://shop.test/rest/default/V1')],
    ['{{ store }}{{store}}{{empty}}', ok('defaultdefault')],
    ['{store} {{}} {{ }} {{{store}}}', ok('{store} {{}} {{ }} {default}')],
    ['{{widget type="a"}}{{var x}}{{/if}} {{store}}', ok('{{widget type="a"}}{{var x}}{{/if}} default')],
    ['{{nope}} {{rest}} {{other}} {{nope}}', err({ unknown: ['nope', 'other'], cycles: [] })],
    ['{{self}}', err({ unknown: [], cycles: ['self → self'] })],
    ['{{a}}', err({ unknown: [], cycles: ['a → b → c → a'] })],
  ])('%s', (text, result) => {
    expect(resolveVariables(text, scope)).toEqual(result);
  });
});

test('positions are where the braces stand', () => {
  expect(findVariables('a {{ b }} {{c}} {{ }}')).toEqual([
    { name: 'b', start: 2, end: 9 },
    { name: 'c', start: 10, end: 15 },
  ]);
});

test('an environment defines base, store and its own variables', () => {
  const variables = [
    { name: 'sku', value: '24-MB01', isEnabled: true },
    { name: 'off', value: 'x', isEnabled: false },
  ];
  expect([...environmentScope({ baseUrl: 'http://shop.test/', storeCode: 'fr', variables })]).toEqual([
    ['base', 'http://shop.test'],
    ['store', 'fr'],
    ['sku', '24-MB01'],
  ]);
});

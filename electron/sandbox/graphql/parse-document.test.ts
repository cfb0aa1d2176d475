import { describe, expect, it } from 'vitest';
import { GraphqlSyntaxError, parseDocument } from './parse-document.ts';

describe('parsing GraphQL', () => {
  it('reads aliases, arguments, variables and nested selections', () => {
    const text =
      'query Q($name: String = "x") {\n  mine: storeConfig(a: 1, b: [true, ENUM], c: {d: $name}) { code }\n}';
    expect(parseDocument(text, { name: 'value' })).toEqual({
      kind: 'query',
      selections: [
        {
          name: 'storeConfig',
          alias: 'mine',
          arguments: { a: 1, b: [true, 'ENUM'], c: { d: 'value' } },
          location: { line: 2, column: 3 },
          selections: [
            { name: 'code', alias: 'code', arguments: {}, selections: [], location: { line: 2, column: 61 } },
          ],
        },
      ],
    });
  });

  it.each([
    ['{ storeConfig {', 'Syntax Error: Expected Name, found <EOF>', { line: 1, column: 16 }],
    ['', 'Syntax Error: Unexpected <EOF>', { line: 1, column: 1 }],
    ['{ a ? }', 'Syntax Error: Cannot parse the unexpected character "?".', { line: 1, column: 5 }],
    ['{ a(b: [1', 'Syntax Error: Unexpected <EOF>', { line: 1, column: 10 }],
    ['fragment F on T { a }', 'Syntax Error: Unexpected Name "fragment"', { line: 1, column: 1 }],
    ['{ ...F }', 'Syntax Error: Cannot parse the unexpected character ".".', { line: 1, column: 3 }],
  ])('refuses %j', (text, message, location) => {
    let caught: unknown;
    try {
      parseDocument(text, {});
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(GraphqlSyntaxError);
    expect(caught).toMatchObject({ message, location });
  });
});

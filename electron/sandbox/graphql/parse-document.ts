// The part of the GraphQL language that discovery and signing in need: one operation, fields with aliases, arguments and
// selections, variables. Fragments and directives are not read.

export interface Location {
  readonly line: number;
  readonly column: number;
}
export interface FieldNode {
  readonly name: string;
  readonly alias: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly selections: readonly FieldNode[];
  readonly location: Location;
}
export interface OperationNode {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly FieldNode[];
}

/** A document that can't be parsed; the message is that of the reference implementation. */
export class GraphqlSyntaxError extends Error {
  readonly location: Location;

  constructor(message: string, location: Location) {
    super(`Syntax Error: ${message}`);
    this.name = 'GraphqlSyntaxError';
    this.location = location;
  }
}

type TokenKind = 'name' | 'number' | 'string' | 'punctuator' | 'end';
interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly location: Location;
}

const tokenPattern =
  /(?<skip>[\s,\uFEFF]+|#[^\n]*)|(?<name>[_A-Za-z]\w*)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<punctuator>[{}()[\]:!$=])/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const locate = (index: number): Location => {
    const lines = text.slice(0, index).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  let index = 0;
  while (index < text.length) {
    tokenPattern.lastIndex = index;
    const groups = tokenPattern.exec(text)?.groups;
    if (!groups) throw new GraphqlSyntaxError(`Cannot parse the unexpected character "${text[index]}".`, locate(index));
    const [kind, value] = Object.entries<string | undefined>(groups).find(([, part]) => part !== undefined) ?? [];
    if (kind === undefined || value === undefined) break;
    if (kind !== 'skip') tokens.push({ kind: kind as TokenKind, text: value, location: locate(index) });
    index += value.length;
  }
  return [...tokens, { kind: 'end', text: '<EOF>', location: locate(text.length) }];
}

function describe(token: Token): string {
  if (token.kind === 'name') return `Name "${token.text}"`;
  return token.kind === 'number' ? `Int "${token.text}"` : token.text;
}

/** Parses the first operation of a document. Throws a GraphqlSyntaxError. */
export function parseDocument(text: string, variables: Readonly<Record<string, unknown>>): OperationNode {
  const tokens = tokenize(text);
  let position = 0;
  const peek = (): Token => tokens[Math.min(position, tokens.length - 1)] as Token;
  const next = (): Token => tokens[Math.min(position++, tokens.length - 1)] as Token;
  const accept = (punctuator: string): boolean => {
    if (peek().text !== punctuator || peek().kind !== 'punctuator') return false;
    position += 1;
    return true;
  };
  const fail = (expected: string): GraphqlSyntaxError =>
    new GraphqlSyntaxError(`Expected ${expected}, found ${describe(peek())}`, peek().location);
  const expectPunctuator = (punctuator: string): void => {
    if (!accept(punctuator)) throw fail(punctuator);
  };
  const expectName = (): Token => {
    if (peek().kind !== 'name') throw fail('Name');
    return next();
  };

  const readValue = (): unknown => {
    if (accept('$')) return variables[expectName().text];
    if (accept('[')) {
      const members: unknown[] = [];
      while (!accept(']')) members.push(readValue());
      return members;
    }
    if (accept('{')) return readPairs('}');
    const token = next();
    if (token.kind === 'string') return JSON.parse(token.text) as string;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind !== 'name') throw new GraphqlSyntaxError(`Unexpected ${describe(token)}`, token.location);
    return { true: true, false: false, null: null }[token.text] ?? token.text;
  };
  const readPairs = (end: string): Record<string, unknown> => {
    const pairs: Record<string, unknown> = {};
    while (!accept(end)) {
      const { text: name } = expectName();
      expectPunctuator(':');
      pairs[name] = readValue();
    }
    return pairs;
  };
  const readSelections = (): FieldNode[] => {
    const fields: FieldNode[] = [];
    do fields.push(readField());
    while (!accept('}'));
    return fields;
  };
  const readField = (): FieldNode => {
    const first = expectName();
    const name = accept(':') ? expectName().text : first.text;
    const args = accept('(') ? readPairs(')') : {};
    const selections = accept('{') ? readSelections() : [];
    return { name, alias: first.text, arguments: args, selections, location: first.location };
  };

  const isShorthand = peek().text === '{';
  const keyword = isShorthand ? 'query' : peek().text;
  if (keyword !== 'query' && keyword !== 'mutation') {
    throw new GraphqlSyntaxError(`Unexpected ${describe(peek())}`, peek().location);
  }
  // Names and types of variables are not checked, so everything up to the selection is passed over.
  while (peek().text !== '{' && peek().kind !== 'end') position += 1;
  expectPunctuator('{');
  return { kind: keyword, selections: readSelections() };
}

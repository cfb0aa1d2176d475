// Lays JSON out for people without understanding it: tokens are copied as they stand. Parsing and printing again would turn
// 9007199254740993 into …992 and 1.0 into 1, drop repeated names and unescape strings; a pretty view must not lie about a
// body. One pass and no recursion: a body may have 50 MB, or 100,000 levels.
import { readJsonToken, skipJsonBlanks } from './json-token.ts';

/** The text laid out, or where and why it is no JSON; `offset` counts UTF-16 code units. */
export type FormattedJson =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: { readonly offset: number; readonly message: string } };

type Expectation = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const complaints: Readonly<Record<Expectation, string>> = {
  value: 'A value is expected here.',
  valueOrEnd: 'A value or “]” is expected here.',
  name: 'A name in double quotes is expected here.',
  nameOrEnd: 'A name in double quotes or “}” is expected here.',
  colon: 'A colon is expected here.',
  commaOrEnd: 'A comma or the closing bracket is expected here.',
  nothing: 'Nothing may follow the value.',
};

/** Deeper levels are not indented further, or the blanks alone would outgrow any body. */
const deepestIndentation = 100;

/**
 * Formats a JSON text (RFC 8259) with `indent` spaces a level; every token stays as written. Accepts and refuses exactly
 * what `JSON.parse` does.
 */
export function formatJson(text: string, indent = 2): FormattedJson {
  const layout = new JsonLayout(indent);
  let position = skipJsonBlanks(text, 0);
  while (position < text.length) {
    const step = layout.take(text, position);
    if (!step.ok) return { ok: false, error: { offset: step.offset, message: step.message } };
    position = skipJsonBlanks(text, step.end);
  }
  if (layout.expectation === 'nothing') return { ok: true, text: layout.finish() };
  return { ok: false, error: { offset: text.length, message: 'The text ends before the value does.' } };
}

/** What has been laid out so far, and what may come next. */
class JsonLayout {
  expectation: Expectation = 'value';
  #text = '';
  /** The line breaks with their indentation, by depth. */
  readonly #lineBreaks: string[] = [];
  /** The brackets that have to be closed, innermost last. */
  readonly #closers: ('}' | ']')[] = [];
  readonly #indent: number;

  constructor(indent: number) {
    this.#indent = indent;
  }

  /** Takes the token at `start`. */
  take(text: string, start: number): ReturnType<typeof readJsonToken> {
    const character = text.charAt(start);
    const end = start + 1;
    if (this.expectation.endsWith('OrEnd') && character === this.#closers.at(-1)) this.#close();
    else if (this.expectation === 'commaOrEnd' && character === ',') this.#separate();
    else if (this.expectation === 'colon' && character === ':') this.#push(': ', 'value');
    else if (this.#isValueExpected() && (character === '{' || character === '[')) this.#open(character);
    else return this.#takeToken(text, start);
    return { ok: true, end };
  }

  finish(): string {
    return this.#text;
  }

  #isValueExpected(): boolean {
    return this.expectation === 'value' || this.expectation === 'valueOrEnd';
  }

  #takeToken(text: string, start: number): ReturnType<typeof readJsonToken> {
    const isName = this.expectation === 'name' || this.expectation === 'nameOrEnd';
    if (!(isName && text.charAt(start) === '"') && !this.#isValueExpected()) {
      return { ok: false, offset: start, message: complaints[this.expectation] };
    }
    const token = readJsonToken(text, start);
    if (!token.ok) return token.offset === start ? { ...token, message: complaints[this.expectation] } : token;
    this.#breakAfterOpening();
    this.#push(text.slice(start, token.end), isName ? 'colon' : this.#afterValue());
    return token;
  }

  #open(bracket: '{' | '['): void {
    this.#breakAfterOpening();
    this.#closers.push(bracket === '{' ? '}' : ']');
    this.#push(bracket, bracket === '{' ? 'nameOrEnd' : 'valueOrEnd');
  }

  #close(): void {
    const closer = this.#closers.pop() ?? '';
    // An empty object or array stays on its line.
    this.#push(this.expectation === 'commaOrEnd' ? this.#lineBreak() + closer : closer, this.#afterValue());
  }

  #separate(): void {
    this.#push(`,${this.#lineBreak()}`, this.#closers.at(-1) === '}' ? 'name' : 'value');
  }

  #breakAfterOpening(): void {
    if (this.expectation.endsWith('OrEnd')) this.#text += this.#lineBreak();
  }

  #afterValue(): Expectation {
    return this.#closers.length === 0 ? 'nothing' : 'commaOrEnd';
  }

  #lineBreak(): string {
    const depth = Math.min(this.#closers.length, deepestIndentation);
    return (this.#lineBreaks[depth] ??= `\n${' '.repeat(this.#indent * depth)}`);
  }

  #push(part: string, expectation: Expectation): void {
    this.#text += part;
    this.expectation = expectation;
  }
}

// Words as a POSIX shell splits them, with the $'…' of bash that browsers copy, and the line ends of cmd and PowerShell.
// Nothing is expanded: a variable in a pasted command stays as it is written.

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

const piece =
  /\\\r?\n|[\^`]\r?\n|(\s+)|\$'((?:[^'\\]|\\.)*)'|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\$^`]+|[$^`])/gs;

/** Splits a command into its words. A quote that nothing closes is passed over. */
export function splitShellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const [, blank, ansi, single, double, escaped, plain] of command.matchAll(piece)) {
    if (blank !== undefined) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    const text =
      (ansi === undefined ? undefined : unescapeAnsi(ansi)) ??
      single ??
      double?.replace(/\\(["\\$`])/g, '$1').replace(/\\\r?\n/g, '') ??
      escaped ??
      plain;
    if (text !== undefined) word = (word ?? '') + text;
  }
  return word === null ? words : [...words, word];
}

function unescapeAnsi(text: string): string {
  return text.replace(/\\(?:u[0-9a-fA-F]{1,4}|x[0-9a-fA-F]{1,2}|.)/gs, (escape) => {
    if (/^\\[ux]./.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    return escapes[escape.slice(1)] ?? escape;
  });
}

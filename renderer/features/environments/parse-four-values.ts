export interface FourValues extends Readonly<Record<string, string>> {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

const labels: readonly (readonly [field: keyof FourValues & string, pattern: RegExp])[] = [
  ['accessTokenSecret', /access[\s_-]*token[\s_-]*secret/i],
  ['accessToken', /access[\s_-]*token(?![\s_-]*secret)/i],
  ['consumerSecret', /consumer[\s_-]*secret/i],
  ['consumerKey', /consumer[\s_-]*key/i],
];

/**
 * The four values of an integration from a pasted text: by their labels as the admin panel writes them, or four words in
 * the panel's order (consumer key, consumer secret, access token, access token secret). Null where it is neither.
 */
export function parseFourValues(text: string): FourValues | null {
  const labelled: Partial<Record<string, string>> = {};
  for (const [field, pattern] of labels) {
    const value = new RegExp(`${pattern.source}["']?[\\s:=]+["']?([^\\s"',;]{8,})`, 'i').exec(text)?.[1];
    if (value !== undefined) labelled[field] = value;
  }
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = labelled;
  if (consumerKey && consumerSecret && accessToken && accessTokenSecret) {
    return { consumerKey, consumerSecret, accessToken, accessTokenSecret };
  }
  const [first, second, third, fourth, ...more] = text.split(/[\s,;]+/).filter(Boolean);
  if (!first || !second || !third || !fourth || more.length > 0) return null;
  return { consumerKey: first, consumerSecret: second, accessToken: third, accessTokenSecret: fourth };
}

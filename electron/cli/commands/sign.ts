import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { parseHeader } from './parse-header.ts';
import { parseProfile } from './parse-profile.ts';
import { readBodyText, readStandardInput } from './read-body.ts';
import { readIdentitySecrets } from './read-identity-secrets.ts';
import { parseJson, type SignInput, signInputSchema, signOne, type SignOutput } from './sign-line.ts';

export const signOptionsSchema = z.object({
  env: z.string(),
  as: z.string(),
  header: z.array(z.string()),
  data: z.string().optional(),
  profile: z.string().optional(),
  signatureMethod: z.string(),
  nonce: z.string().optional(),
  timestamp: z.string().optional(),
  exact: z.boolean(),
  json: z.boolean(),
  dataDir: z.string().optional(),
  secrets: z.string().optional(),
});
type SignOptions = z.infer<typeof signOptionsSchema> & {
  /** `-` reads the whole request, secrets included, as one JSON object from standard input. */
  readonly method: string;
  readonly target: string | undefined;
};

/** `lodestone sign`: signs one request without sending it. */
export async function runSign(options: SignOptions, terminal: Terminal): Promise<ExitCode> {
  const input = options.method === '-' ? readInput() : await buildInput(options, terminal);
  const output = signOne(input);
  if (options.json) terminal.out(JSON.stringify(output));
  else tellSignature(terminal, output);
  return exitCodes.done;
}

function readInput(): SignInput {
  const parsed = signInputSchema.safeParse(parseJson(readStandardInput()));
  if (parsed.success) return parsed.data;
  throw usage('Standard input does not say what to sign.', z.prettifyError(parsed.error));
}

async function buildInput(options: SignOptions, terminal: Terminal): Promise<SignInput> {
  const { target } = options;
  if (target === undefined) throw usage('There is nothing to sign.', 'The path or URL is missing.');
  const { environment, secrets } = await readIdentitySecrets(options, terminal);
  return {
    profile: options.profile === undefined ? environment.profile : parseProfile(options.profile),
    method: options.method.toUpperCase(),
    url: buildTargetUrl({ url: target, parameters: [] }, environment),
    headers: options.header.map(parseHeader).map(([name, value]) => [name, value]),
    body: readBodyText(options.data),
    consumerKey: secrets['consumerKey'] ?? '',
    consumerSecret: secrets['consumerSecret'],
    token: secrets['accessToken'],
    tokenSecret: secrets['accessTokenSecret'],
    nonce: options.nonce ?? randomBytes(16).toString('hex'),
    timestamp: options.timestamp ?? String(Math.floor(Date.now() / 1000)),
    signatureMethod: options.signatureMethod,
    version: '1.0',
    exact: options.exact,
  };
}

function tellSignature(terminal: Terminal, output: SignOutput): void {
  const rows = [
    ['Base string', output.baseString],
    ['Signature', output.signature],
    ['Authorization', output.authorizationHeader],
    ['URL to send', output.sentUrl],
  ] as const;
  for (const [label, text] of rows) terminal.out(`${terminal.style('bold', label)}\n  ${text}`);
  for (const warning of output.warnings) terminal.note(`${terminal.style('yellow', 'Warning:')} ${warning}`);
}

function usage(message: string, cause: string): AppError {
  return new AppError({
    code: 'input.invalid',
    message,
    cause,
    nextStep: 'Write `sign METHOD PATH --env NAME --as NAME`, or give one object of `sign --batch` to `sign -`.',
  });
}

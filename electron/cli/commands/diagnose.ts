import { z } from 'zod';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import { diagnoseSignature } from '#shared/domain/oauth1/diagnosis/diagnose-signature.ts';
import type { Diagnosis } from '#shared/domain/oauth1/diagnosis/diagnosis.ts';
import type { SubjectSecrets } from '#shared/domain/oauth1/diagnosis/diagnosis-subject.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { nodeSigner } from '#electron/core/auth/node-signer.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { type DiagnoseInput, diagnoseInputSchema, readDiagnosedRequest, sortHeaders } from './diagnose-input.ts';
import { parseProfile } from './parse-profile.ts';
import { readBodyText, readStandardInput } from './read-body.ts';
import { readIdentitySecrets } from './read-identity-secrets.ts';
import { parseJson } from './sign-line.ts';

export const diagnoseOptionsSchema = z.object({
  header: z.array(z.string()),
  method: z.string().optional(),
  url: z.string().optional(),
  body: z.string().optional(),
  curl: z.string().optional(),
  baseString: z.string().optional(),
  profile: z.string().optional(),
  env: z.string().optional(),
  as: z.string(),
  json: z.boolean(),
  dataDir: z.string().optional(),
  secrets: z.string().optional(),
});
type DiagnoseOptions = z.infer<typeof diagnoseOptionsSchema> & {
  /** `-` reads everything, secrets included, as one JSON object from standard input. */
  readonly source: string | undefined;
};

/** `lodestone diagnose`: says why a signature is refused. The exit code is 1 where nothing explains it. */
export async function runDiagnose(options: DiagnoseOptions, terminal: Terminal): Promise<ExitCode> {
  const input = options.source === '-' ? readInput() : readOptions(options);
  const request = readDiagnosedRequest(input);
  const given =
    options.env === undefined ? null : await readIdentitySecrets({ ...options, env: options.env }, terminal);
  const secrets = secretsOfInput(input) ?? (given ? secretsOfIdentity(given.secrets) : null);
  if (!secrets && request.baseString === null) throw noSecrets();
  const profile = options.profile ?? input.profile;
  const diagnosis = diagnoseSignature(
    {
      ...request,
      url: completeUrl(request.url, given?.environment),
      secrets,
      profile: profile ? parseProfile(profile) : (given?.environment.profile ?? 'magento-2.4.4'),
      nowSeconds: Math.floor(Date.now() / 1000),
    },
    nodeSigner,
  );
  if (options.json) terminal.out(JSON.stringify(diagnosis));
  else tellDiagnosis(terminal, diagnosis);
  return diagnosis.finding === 'unknown' ? exitCodes.answerIsFailure : exitCodes.done;
}

function readInput(): DiagnoseInput {
  const parsed = diagnoseInputSchema.safeParse(parseJson(readStandardInput()));
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'input.invalid',
    message: 'Standard input does not say what to diagnose.',
    cause: z.prettifyError(parsed.error),
    nextStep: 'Compare it with the fields of `diagnose -` in docs/cli.md.',
  });
}

function readOptions(options: DiagnoseOptions): DiagnoseInput {
  return {
    ...sortHeaders(options.header),
    method: options.method,
    url: options.url,
    body: readBodyText(options.body),
    curl: readBodyText(options.curl),
    baseString: readBodyText(options.baseString),
  };
}

const secretsOfInput = ({ consumerKey, consumerSecret, token, tokenSecret }: DiagnoseInput): SubjectSecrets | null =>
  typeof consumerSecret !== 'string'
    ? null
    : {
        consumerSecret,
        tokenSecret: tokenSecret ?? null,
        ...(consumerKey ? { consumerKey } : {}),
        ...(token ? { token } : {}),
      };

function secretsOfIdentity(secrets: Readonly<Record<string, string>>): SubjectSecrets {
  const { consumerKey = '', consumerSecret = '', accessToken = '', accessTokenSecret = '' } = secrets;
  return { consumerKey, consumerSecret, token: accessToken, tokenSecret: accessTokenSecret };
}

const completeUrl = (url: string, environment: Environment | undefined): string =>
  environment ? buildTargetUrl({ url, parameters: [] }, environment) : url;

function tellDiagnosis(terminal: Terminal, { finding, detail, profile, firstDifference }: Diagnosis): void {
  terminal.out(`${terminal.style('bold', finding)}${profile ? ` (${profile})` : ''}\n  ${detail}`);
  if (!firstDifference) return;
  const { index, expected, actual } = firstDifference;
  const name = (byte: string): string => (byte === '' ? 'nothing more' : `“${byte}”`);
  terminal.out(`  From byte ${index} on: the server’s base string has ${name(expected)}, ${name(actual)} was signed.`);
}

function noSecrets(): AppError {
  return new AppError({
    code: 'input.invalid',
    message: 'A signature can’t be diagnosed without the secrets that should have made it.',
    cause: 'No identity was named, and standard input has no consumerSecret.',
    nextStep: 'Name the integration with --env and --as, give everything to `diagnose -`, or give its --base-string.',
  });
}

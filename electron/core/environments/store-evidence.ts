// What an address answers to a guest: three anonymous calls of which any one proves a Magento.
import { callStore, type StoreAnswer } from '#electron/core/exchange/call-store.ts';
import type { Transport } from '#electron/core/exchange/transport.ts';
import { headerValue } from '#shared/domain/http/headers.ts';
import { AppError } from '#shared/errors/app-error.ts';

/** What GraphQL tells of the stores behind an address. */
export interface StoreFacts {
  readonly storeCode: string;
  readonly storeCodes: readonly string[];
  readonly baseUrl: string;
  readonly secureBaseUrl: string;
}

/** The answers of one address. */
export interface StoreEvidence {
  readonly isMagento: boolean;
  readonly facts: StoreFacts | null;
  /** As `/magento_version` told it; empty where it did not. */
  readonly release: string;
  /** The address that it redirects to, without the path of the call; null where it does not redirect. */
  readonly movedTo: string | null;
  readonly statuses: readonly number[];
}

const callTimeoutMs = 10_000;

const storesQuery =
  '{ availableStores { store_code store_name is_default_store } storeConfig { store_code base_url secure_base_url } }';
/** For releases whose schema does not know the fields of the first. */
const leanQuery = '{ storeConfig { code base_url secure_base_url } }';

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** Asks one address. Throws `AppError` where the network fails every call, `CancelledError` where `signal` is aborted. */
export async function gatherEvidence(base: string, transport: Transport, signal: AbortSignal): Promise<StoreEvidence> {
  const call = ({ method, path, body }: Call): Promise<StoreAnswer> =>
    callStore(transport, { method, url: `${base}${path}`, body, verifiesTls: true, timeoutMs: callTimeoutMs }, signal);
  const graphql: Call = { method: 'POST', path: '/graphql', body: { query: storesQuery } };
  const calls: readonly Call[] = [
    graphql,
    { method: 'GET', path: '/magento_version' },
    { method: 'GET', path: '/rest/V1/directory/countries' },
  ];
  const answers = await settleCalls(calls.map(call), signal);
  const [stores = noAnswer, version = noAnswer, countries = noAnswer] = answers;
  const isGraphql = stores.status === 200 && isRecord(stores.json);
  const facts =
    readFacts(stores.json) ??
    (isGraphql ? await readLeanFacts(call({ ...graphql, body: { query: leanQuery } }), signal) : null);
  const release = version.status === 200 && /^Magento\/\d/.test(version.text.trim()) ? version.text.trim() : '';
  return {
    isMagento: facts !== null || release !== '' || isMagentoRest(countries),
    facts,
    release,
    movedTo: readMove(version, `${base}/magento_version`) ?? readMove(stores, `${base}/graphql`),
    statuses: answers.filter((answer) => answer !== noAnswer).map(({ status }) => status),
  };
}

/** Stands for a call that the network failed: it proves nothing. */
const noAnswer: StoreAnswer = { status: 0, headers: [], text: '', json: undefined };

/** Waits for all calls: one that is cut off must not lose what the others tell. Throws where none was answered. */
async function settleCalls(calls: readonly Promise<StoreAnswer>[], signal: AbortSignal): Promise<StoreAnswer[]> {
  const settled = await Promise.allSettled(calls);
  const failures = settled.filter((outcome) => outcome.status === 'rejected');
  const isHopeless = failures.length === settled.length || signal.aborted;
  const worst = failures.find(({ reason }) => isHopeless || !(reason instanceof AppError));
  if (worst) throw worst.reason;
  return settled.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : noAnswer));
}

/** The second question about the stores; its failure is no worse than no answer. */
async function readLeanFacts(answer: Promise<StoreAnswer>, signal: AbortSignal): Promise<StoreFacts | null> {
  try {
    return readFacts((await answer).json);
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError)) throw error;
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readFacts(json: unknown): StoreFacts | null {
  const data = isRecord(json) ? json['data'] : null;
  const config = isRecord(data) ? data['storeConfig'] : null;
  if (!isRecord(data) || !isRecord(config)) return null;
  const storeCode = text(config['store_code']) || text(config['code']);
  if (storeCode === '') return null;
  const stores = Array.isArray(data['availableStores']) ? data['availableStores'] : [];
  const codes = stores.map((store: unknown) => (isRecord(store) ? text(store['store_code']) : '')).filter(Boolean);
  return {
    storeCode,
    storeCodes: codes.length > 0 ? codes : [storeCode],
    baseUrl: text(config['base_url']),
    secureBaseUrl: text(config['secure_base_url']),
  };
}

/** A list of countries, or one of the sentences with which only Magento's web API refuses. */
function isMagentoRest({ json }: StoreAnswer): boolean {
  if (Array.isArray(json))
    return json.length > 0 && json.every((country) => isRecord(country) && 'two_letter_abbreviation' in country);
  const message = isRecord(json) ? text(json['message']) : '';
  return /^(?:The consumer isn't authorized to access|Request does not match any route|Specified request cannot be processed)/.test(
    message,
  );
}

/** A redirect that keeps the path of the call tells the right address (http to https, `www.` or a folder). */
function readMove(answer: StoreAnswer, called: string): string | null {
  const location = headerValue(answer.headers, 'Location');
  if (answer.status < 300 || answer.status > 399 || location === undefined || !URL.canParse(location, called))
    return null;
  const target = new URL(location, called);
  const path = called.slice(called.lastIndexOf('/'));
  return target.pathname.endsWith(path) ? `${target.origin}${target.pathname.slice(0, -path.length)}` : null;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SandboxRequest } from '../message.ts';
import { findHeader } from '../message.ts';
import { ApplicationFault, internalError, refuseCaller, refuseInput, refuseMissing } from '../rest/rest-fault.ts';
import type { ServerProfileId } from '#shared/domain/oauth1/server-profile-id.ts';
import { buildBaseString, readSentUrl } from './base-string.ts';
import type { NonceRegister } from './nonce-register.ts';
import { encodeBytes, fromByteText } from './percent-encoding.ts';
import { findOauthText } from './protocol-parameters.ts';
import { verificationProfiles, type VerificationProfile } from './verification-profiles.ts';

/** What an integration signs with. */
export interface Consumer {
  readonly consumerId: number;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string | null;
  readonly accessTokenSecret: string | null;
  readonly isTokenRevoked: boolean;
}

export interface VerificationContext {
  readonly profile: ServerProfileId;
  readonly consumers: readonly Consumer[];
  readonly nonces: NonceRegister;
  /** The server's clock in milliseconds. */
  readonly nowMs: number;
  /** Counts reports of internal errors. */
  readonly nextReport: () => number;
}

const requiredNames = [
  'oauth_consumer_key',
  'oauth_signature',
  'oauth_signature_method',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_token',
] as const;
const tokenLength = 32;
const allowedLeadSeconds = 600;

const signatureHashes: Readonly<Record<string, string>> = {
  'HMAC-SHA1': 'sha1',
  'HMAC-SHA256': 'sha256',
  'HMAC-SHA512': 'sha512',
};

/**
 * Verifies a signed request in the order of Magento's checks: version, missing parameters, token length, method,
 * consumer, nonce and timestamp, token, signature. The nonce is spent before the signature is looked at.
 *
 * Returns the consumer; null where the request is not signed at all. Throws a RestFault (400 for input, 401 for refusal,
 * 500 for a URL on which the profile's server breaks).
 */
export function verifySignature(request: SandboxRequest, context: VerificationContext): Consumer | null {
  const authorization = findOauthText(findHeader(request.headers, 'authorization'));
  if (authorization === undefined) return null;
  const profile = verificationProfiles[context.profile];
  if (!profile.accepts(request.target)) throw internalError(context.nextReport());

  const parameters = profile.read({ authorization, query: request.query, form: readForm(request) });
  if (!parameters) throw new ApplicationFault();
  const { byName, signed } = parameters;
  if (byName.size === 0) return null;

  checkProtocol(byName, profile);
  const consumer = findConsumer(byName.get('oauth_consumer_key') ?? '', context.consumers);
  checkNonce(byName, consumer, context);
  checkToken(byName.get('oauth_token') ?? '', consumer, context.consumers);
  const url = profile.normalizeUrl(readSentUrl(request));
  checkSignature(buildBaseString(request.method, url, signed), byName, consumer);
  return consumer;
}

function readForm(request: SandboxRequest): string | null {
  const contentType = findHeader(request.headers, 'content-type') ?? '';
  return contentType.startsWith('application/x-www-form-urlencoded')
    ? Buffer.from(request.body).toString('latin1')
    : null;
}

function checkProtocol(protocol: ReadonlyMap<string, string>, profile: VerificationProfile): void {
  const version = protocol.get('oauth_version');
  if (version && version !== '1.0') throw refuseInput(`The "${fromByteText(version)}" Oauth version isn't supported.`);
  const missing = requiredNames.filter((name) => !protocol.get(name));
  if (missing.length > 0) throw refuseMissing(missing);
  if (protocol.get('oauth_token')?.length !== tokenLength) {
    throw refuseInput('The token length is invalid. Check the length and try again.');
  }
  const method = protocol.get('oauth_signature_method') ?? '';
  if (!profile.signatureMethods.includes(method)) {
    throw refuseInput('Signature method %1 is not supported', [fromByteText(method)]);
  }
}

function findConsumer(key: string, consumers: readonly Consumer[]): Consumer {
  if (key.length !== tokenLength) throw refuseCaller('Consumer key is not the correct length');
  const consumer = consumers.find((candidate) => candidate.consumerKey === key);
  if (!consumer) throw refuseCaller('A consumer having the specified key does not exist');
  return consumer;
}

function checkNonce(protocol: ReadonlyMap<string, string>, consumer: Consumer, context: VerificationContext): void {
  const timestamp = Math.trunc(Number.parseFloat(protocol.get('oauth_timestamp') ?? ''));
  const isTimely = timestamp > 0 && timestamp <= Math.floor(context.nowMs / 1000) + allowedLeadSeconds;
  // The message speaks of the nonce for a wrong timestamp, too: that is how Magento answers.
  if (!isTimely) throw refuseCaller('An error occurred validating the nonce');
  const outcome = context.nonces.take(consumer.consumerId, protocol.get('oauth_nonce') ?? '');
  if (outcome === 'used') {
    throw refuseCaller('The nonce is already being used by the consumer with ID %1', [String(consumer.consumerId)]);
  }
  if (outcome === 'collides') throw refuseCaller('An error occurred validating the nonce');
}

function checkToken(token: string, consumer: Consumer, consumers: readonly Consumer[]): void {
  const owner = consumers.find((candidate) => candidate.accessToken === token);
  if (!owner) throw refuseCaller('Specified token does not exist');
  if (owner !== consumer) throw refuseCaller('Token is not associated with the specified consumer');
  if (consumer.isTokenRevoked) throw refuseCaller('Access token has been revoked');
}

function checkSignature(baseString: string, protocol: ReadonlyMap<string, string>, consumer: Consumer): void {
  const hash = signatureHashes[protocol.get('oauth_signature_method') ?? ''];
  const key = [consumer.consumerSecret, consumer.accessTokenSecret ?? ''].map(encodeBytes).join('&');
  // The only method without a hash is PLAINTEXT: its signature is the key (RFC 5849 §3.4.4).
  const expected = hash === undefined ? key : createHmac(hash, key).update(baseString, 'latin1').digest('base64');
  const sent = Buffer.from(protocol.get('oauth_signature') ?? '', 'latin1');
  const isEqual = sent.length === expected.length && timingSafeEqual(sent, Buffer.from(expected, 'latin1'));
  if (!isEqual) throw refuseCaller('The signature is invalid. Verify and try again.');
}

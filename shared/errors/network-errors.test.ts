import { describe, expect, it } from 'vitest';
import { networkError, type NetworkPhase } from './network-errors.ts';

const failure = (code: string, phase: NetworkPhase = 'connect', message = '') =>
  networkError({ code, message, host: 'shop.test', port: 8443, phase });

describe('networkError', () => {
  it('tells what happened, why, what to do, and the facts', () => {
    expect(failure('ECONNREFUSED')).toEqual({
      code: 'network.refused',
      message: 'Nothing accepts connections at shop.test, port 8443.',
      cause: 'The web server is not running, or it listens on another port.',
      nextStep: 'Check that the server runs, and the port in the base URL of the environment.',
      facts: { host: 'shop.test', port: 8443, phase: 'connect', reason: 'ECONNREFUSED' },
    });
  });

  it.each<readonly [string, NetworkPhase, string]>([
    ['ENOTFOUND', 'lookup', 'network.unresolved'],
    ['EAI_AGAIN', 'lookup', 'network.unresolved'],
    ['EHOSTUNREACH', 'connect', 'network.unreachable'],
    ['ENETUNREACH', 'connect', 'network.unreachable'],
    ['ETIMEDOUT', 'connect', 'network.timeout'],
    ['ECONNRESET', 'wait', 'network.reset'],
    ['EPIPE', 'send', 'network.reset'],
    ['ECONNRESET', 'receive', 'network.incomplete'],
    ['ECONNABORTED', 'receive', 'network.incomplete'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'receive', 'network.incomplete'],
    ['HPE_INVALID_CONSTANT', 'wait', 'network.protocol'],
    ['HPE_HEADER_OVERFLOW', 'wait', 'network.protocol'],
    ['EPROTO', 'tls', 'network.tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'network.tls'],
    ['CERT_HAS_EXPIRED', 'tls', 'network.tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'network.tls'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls', 'network.tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'network.tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls', 'network.tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'network.tls'],
    ['', 'lookup', 'network.unresolved'],
    ['EWHATEVER', 'connect', 'network.unreachable'],
    ['', 'receive', 'network.incomplete'],
  ])('%s while in phase %s is %s', (code, phase, expected) => {
    const error = failure(code, phase);
    expect(error.code).toBe(expected);
    for (const sentence of [error.message, error.cause, error.nextStep]) expect(sentence).toMatch(/^\S.*[^{}]\.$/);
  });

  it('reads OpenSSL’s reason where there is no code', () => {
    expect(failure('', 'wait', 'routines:ssl3_get_record:wrong version number').code).toBe('network.tls');
  });

  it('names the host that a certificate should have', () => {
    expect(failure('ERR_TLS_CERT_ALTNAME_INVALID', 'tls').nextStep).toContain('shop.test');
  });
});

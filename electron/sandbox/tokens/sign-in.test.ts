import { describe, expect, it } from 'vitest';
import { createSandboxState } from '../data/sandbox-state.ts';
import { defaultSeed } from '../seed/default-seed.ts';
import { readToken } from './json-web-token.ts';
import { signIn, type SignIn } from './sign-in.ts';

const nowMs = 1_800_000_000_000;
const right: SignIn = { userType: 'admin', username: 'admin', password: 'Sandbox123!', nowMs };
const refusal =
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.';

const createState = () => createSandboxState(defaultSeed(), {}, nowMs);

describe('signing in', () => {
  it('gives admins and customers a token of an hour', () => {
    const iat = nowMs / 1000;
    const admin = readToken(signIn(createState(), right), nowMs);
    expect(admin).toEqual({ uid: 1, utypid: 2, iat, exp: iat + 3600 });
    const customer: SignIn = { ...right, userType: 'customer', username: 'JANE@example.com' };
    expect(readToken(signIn(createState(), customer), nowMs)).toEqual({ uid: 1, utypid: 3, iat, exp: iat + 3600 });
  });

  it.each([
    ['a wrong password', { password: 'nope' }],
    ['an unknown user', { username: 'nobody' }],
    ['an inactive account', { username: 'former' }],
    ['a customer as an admin', { username: 'jane@example.com' }],
  ])('refuses %s in the same words', (_, change) => {
    expect(() => signIn(createState(), { ...right, ...change })).toThrow(refusal);
  });

  it('locks an account for half an hour after six failures, and forgets them after a success', () => {
    const state = createState();
    const fail = (): void => {
      expect(() => signIn(state, { ...right, password: 'nope' })).toThrow(refusal);
    };
    for (let count = 0; count < 5; count += 1) fail();
    signIn(state, right);
    for (let count = 0; count < 6; count += 1) fail();
    expect(() => signIn(state, right)).toThrow(refusal);
    expect(signIn(state, { ...right, nowMs: nowMs + 31 * 60_000 })).toMatch(/^eyJ/);
  });
});

describe('reading a token', () => {
  const token = signIn(createState(), right);
  it.each([
    ['expired', token, nowMs + 3_600_000],
    ['tampered', token.replace(/\.[^.]{4}/, '.eyJ9'), nowMs],
    ['cut', token.slice(0, -1), nowMs],
    ['garbage', 'garbage', nowMs],
  ])('takes one that is %s for none', (_, text, time) => {
    expect(readToken(text, time)).toBeNull();
  });
});

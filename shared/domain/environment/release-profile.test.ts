import { describe, expect, it } from 'vitest';
import type { EnvironmentDraft, ProfileOrigin } from './environment.ts';
import { profileOfRelease, withProfileOfRelease } from './release-profile.ts';

describe('profileOfRelease', () => {
  it.each([
    ['', null],
    ['Magento/2.4 (Community)', null],
    ['2.4', null],
    ['Magento/2.3 (Enterprise)', 'magento-2.4.3'],
    ['2.3.0', 'magento-2.4.3'],
    ['2.3.7-p4', 'magento-2.4.3'],
    ['2.4.0', 'magento-2.4.3'],
    ['2.4.3-p2', 'magento-2.4.3'],
    ['2.4.4', 'magento-2.4.4'],
    ['Adobe Commerce 2.4.5-p1', 'magento-2.4.4'],
    ['2.4.6-p3', 'magento-2.4.6'],
    ['2.4.6p3', 'magento-2.4.6'],
    [' 2.4.10 ', 'magento-2.4.6'],
    ['2.2.11', null],
    ['2.5.0', null],
    ['1.9.4.5', null],
    ['12.4.6', null],
    ['2.4.6.1', null],
    ['soon', null],
  ])('“%s”: %s', (release, expected) => {
    expect(profileOfRelease(release)).toBe(expected);
  });
});

describe('withProfileOfRelease', () => {
  const at = '2026-11-23T12:00:00.000Z';
  const draft = (release: string, kind: ProfileOrigin['kind']): EnvironmentDraft => ({
    name: 'Acme',
    baseUrl: 'https://shop.test',
    storeCode: '',
    storeCodes: [],
    release,
    profile: 'magento-2.4.4',
    profileOrigin: { kind, at: null },
    colour: 'blue',
    isProduction: false,
    verifiesTls: true,
    variables: [],
    notes: '',
  });
  const found = { profile: 'magento-2.4.6', profileOrigin: { kind: 'release', at } };

  it.each<readonly [string, ProfileOrigin['kind'], object]>([
    ['2.4.6', 'default', found],
    ['2.4.6', 'release', found],
    ['2.4.6', 'chosen', {}],
    ['2.4.6', 'probed', {}],
    ['2.4', 'default', {}],
    ['2.4.4', 'release', {}],
  ])('release %s over a profile that was “%s”', (release, kind, change) => {
    const before = draft(release, kind);
    expect(withProfileOfRelease(before, at)).toEqual({ ...before, ...change });
  });
});

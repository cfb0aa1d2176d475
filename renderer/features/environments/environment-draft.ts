import type { Discovery, EnvironmentDraft } from '#shared/domain/environment/environment.ts';

/** A new environment as it was found out, with fair defaults for the rest. */
export const draftOfDiscovery = (found: Discovery): EnvironmentDraft => ({
  name: found.suggestedName,
  baseUrl: found.baseUrl,
  storeCode: found.storeCode,
  storeCodes: found.storeCodes,
  release: found.release,
  profile: 'magento-2.4.4',
  profileOrigin: { kind: 'default', at: null },
  colour: 'blue',
  isProduction: false,
  verifiesTls: true,
  variables: [],
  notes: '',
});

/** A new environment of which nothing is known but the URL that was typed. */
export function draftOfUrl(typed: string): EnvironmentDraft {
  const url = typed.trim();
  return draftOfDiscovery({
    baseUrl: url.replace(/\/+$/, ''),
    storeCode: 'default',
    storeCodes: ['default'],
    release: '',
    suggestedName: url.replace(/^\w+:\/\//, '').replace(/[/?#].*$/, ''),
    remarks: [],
  });
}

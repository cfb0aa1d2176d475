import type { ServerProfileId } from '../oauth1/server-profile-id.ts';
import type { EnvironmentDraft } from './environment.ts';

/**
 * The server profile of a release such as `2.4.6-p3` or `Magento/2.3 (Community)`. Null where the text decides nothing:
 * `2.4` alone, as `/magento_version` tells it, covers several.
 */
export function profileOfRelease(release: string): ServerProfileId | null {
  const match = /(?:^|[^\d.])2\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(release);
  if (!match) return null;
  const minor = Number(match[1]);
  if (minor === 3) return 'magento-2.4.3';
  if (minor !== 4 || match[2] === undefined) return null;
  const patch = Number(match[2]);
  if (patch <= 3) return 'magento-2.4.3';
  return patch <= 5 ? 'magento-2.4.4' : 'magento-2.4.6';
}

/** Gives a draft the profile of its release, unless a person or the store has already decided. */
export function withProfileOfRelease(draft: EnvironmentDraft, at: string): EnvironmentDraft {
  const { kind } = draft.profileOrigin;
  const profile = profileOfRelease(draft.release);
  if (profile === null || kind === 'chosen' || kind === 'probed') return draft;
  if (kind === 'release' && profile === draft.profile) return draft;
  return { ...draft, profile, profileOrigin: { kind: 'release', at } };
}

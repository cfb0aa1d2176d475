import type { ProfileOrigin } from '#shared/domain/environment/environment.ts';

const sentences: Readonly<Record<ProfileOrigin['kind'], string>> = {
  default: 'The default, as long as nothing is known of the store',
  chosen: 'Chosen by hand',
  release: 'Taken from the release',
  probed: 'Found by asking the store',
};

/** How the server profile of an environment was found, and when. */
export function describeProfileOrigin({ kind, at }: ProfileOrigin): string {
  const date = at === null ? '' : ` on ${new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })}`;
  return `${sentences[kind]}${date}.`;
}

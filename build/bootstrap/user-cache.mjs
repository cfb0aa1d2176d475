import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where this user's caches of the project live, by the XDG Base Directory Specification.
 * @param {NodeJS.ProcessEnv} environment
 */
export function userCacheFolder(environment = process.env) {
  const base = environment.XDG_CACHE_HOME;
  // The specification says that a relative path must be ignored.
  return join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'lodestone');
}

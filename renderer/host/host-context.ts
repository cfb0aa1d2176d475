import { createContext, useContext } from 'react';
import type { Host } from './host-client.ts';

export const HostContext = createContext<Host | null>(null);

/** The host client of this window. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('No host above this component');
  return host;
}

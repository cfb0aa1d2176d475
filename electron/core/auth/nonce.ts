import type { Clock, Random } from '../ports.ts';

/** A nonce that was never used: 32 characters, because Magento keeps no more and longer ones could clash. */
export const createNonce = (random: Random): string => Buffer.from(random.bytes(16)).toString('hex');

/** `oauth_timestamp`: seconds since 1970. */
export const currentTimestamp = (clock: Clock): string => String(Math.floor(clock.now() / 1000));

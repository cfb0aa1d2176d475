/** Nonces seen, per consumer. Magento stores 32 characters and looks up the whole text, so longer ones can collide. */
export interface NonceRegister {
  /** Stores a nonce, whether or not its signature will turn out right. */
  take(consumerId: number, nonce: string): 'taken' | 'used' | 'collides';
  clear(): void;
}

const storedLength = 32;

export function createNonceRegister(): NonceRegister {
  const seen = new Set<string>();
  return {
    take: (consumerId, nonce) => {
      const key = `${consumerId} ${nonce.slice(0, storedLength)}`;
      if (!seen.has(key)) {
        seen.add(key);
        return 'taken';
      }
      return nonce.length > storedLength ? 'collides' : 'used';
    },
    clear: () => seen.clear(),
  };
}

/** Who wants to hear of something, in the order in which they asked. */
export interface Listeners<T> {
  /** Tells everyone now; a listener that ends its own subscription meanwhile disturbs nobody. */
  emit(value: T): void;
  /** Adds a listener and returns what ends its subscription. */
  subscribe(listener: (value: T) => void): () => void;
}

/** Makes an empty list of listeners. */
export function createListeners<T = void>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      // A wrapper of its own, so that the same function may subscribe twice and end each subscription alone.
      const entry = (value: T) => listener(value);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}

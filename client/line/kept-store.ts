/** What is kept on this phone. Never throws. */
export interface KeptStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/**
 * The browser's storage, and beside it this page's memory: private mode, a full or a forbidden storage lose nothing
 * until the page is left. `storage` may throw when it is touched.
 */
export function keptStore(storage: () => Storage): KeptStore {
  const memory = new Map<string, string>();
  const trying = <T>(act: (real: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => memory.get(key) ?? trying((real) => real.getItem(key)) ?? null,
    set(key, value) {
      memory.set(key, value);
      trying((real) => real.setItem(key, value));
    },
    remove(key) {
      memory.delete(key);
      trying((real) => real.removeItem(key));
    },
  };
}

/** What stands under a key as JSON, or `otherwise` where nothing or nothing readable does. */
export function readKept<T>(store: KeptStore, key: string, otherwise: T): T {
  try {
    return (JSON.parse(store.get(key) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

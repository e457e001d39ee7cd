/** What is kept on this phone. Never throws. */
export interface KeptStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/**
 * The browser's storage, and this page's memory for what it did not take: private mode, a full or a forbidden storage
 * lose nothing until the page is left. What it took is read from it again: another tab may have written since. `storage`
 * may throw when it is touched.
 */
export function keptStore(storage: () => Storage): KeptStore {
  const memory = new Map<string, string>();
  const trying = <T>(act: (real: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => memory.get(key) ?? trying((real) => real.getItem(key), null),
    set(key, value) {
      const isTaken = trying((real) => {
        real.setItem(key, value);
        return true;
      }, false);
      if (isTaken) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      trying((real) => real.removeItem(key), undefined);
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

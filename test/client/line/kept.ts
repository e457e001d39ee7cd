import type { KeptStore } from '../../../client/line/kept-store.ts';

/** A phone's storage, as a map that outlives a reload. */
export function keptIn(map: Map<string, string>): KeptStore {
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
  };
}

/** `localStorage` as far as it is used here. */
export function storageOf(map: Map<string, string>): Storage {
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  } as unknown as Storage;
}

import type { Refusal } from '../../../shared/result.ts';

/** What a thread can be asked: nouns with their methods, synchronous inside. */
export type Calls = Record<string, object>;

export type Role = 'writer' | 'reader' | 'copier';

/** What a thread is started with. */
export interface ThreadData {
  role: Role;
  file: string;
  /** A quota in pages, for tests of a full disk. */
  mostPages?: number | undefined;
}

/** `method` is `noun.verb`; `close` is the last one a thread answers. */
export interface Question {
  id: number;
  method: string;
  args: unknown[];
}

export type Reply =
  | { kind: 'ready' }
  | { kind: 'log'; line: string }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; error: Refusal };

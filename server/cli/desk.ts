import type { EventRole, UserRole } from '../../shared/access.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { Imported } from '../import/import-event.ts';
import type { ApiToken } from '../store/store.ts';

export interface TokenLine {
  id: string;
  name: string;
  role: ApiToken['role'];
  lastUsedAt: string | null;
}

export interface UserLine {
  id: string;
  name: string;
  role: UserRole;
  hasPassword: boolean;
}

export interface OneTimeLink {
  link: string;
  expiresAt: string;
}

export interface InviteWish {
  role: UserRole;
  eventId: string | null;
  eventRole: EventRole | null;
}

export type ExportFormat = 'csv' | 'json' | 'xlsx';

/** What the commands do, on the data itself or through the server that holds it. */
export interface Desk {
  /** `event` is an id or a join code. */
  exportEvent(event: string, format: ExportFormat): Promise<AsyncIterable<string | Uint8Array>>;
  /** `question` is an id, or how its words begin. */
  compare(question: string): Promise<Comparison>;
  importEvent(file: unknown): Promise<Imported>;
  backup(file: string): Promise<void>;
  tokens(): Promise<TokenLine[]>;
  addToken(name: string, role: ApiToken['role']): Promise<{ id: string; token: string }>;
  revokeToken(id: string): Promise<void>;
  users(): Promise<UserLine[]>;
  invite(wish: InviteWish): Promise<OneTimeLink>;
  /** A link for the person of this name. */
  reset(name: string): Promise<OneTimeLink>;
  close(): Promise<void>;
}

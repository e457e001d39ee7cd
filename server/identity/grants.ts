import type { ScreenMay } from '../../shared/access.ts';
import { newId, type EventId, type RandomBytes } from '../../shared/ids.ts';
import type { Act, ApiToken, ScreenGrant, Store } from '../store/store.ts';
import { API_TOKEN_PREFIX, hashSecret, newSecret, SCREEN_TOKEN_PREFIX } from './secrets.ts';

/** A token as it is shown, once. */
export type Fresh<Grant> = Grant & { token: string };

/** Tokens of programs and of screens: made, shown once, kept as hashes, revoked. */
export class Grants {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #random: RandomBytes;

  constructor(parts: { store: Store; now: () => number; random: RandomBytes }) {
    this.#store = parts.store;
    this.#now = parts.now;
    this.#random = parts.random;
  }

  async addToken(name: string, role: ApiToken['role'], by: string | null): Promise<Fresh<ApiToken>> {
    const secret = newSecret(this.#random, API_TOKEN_PREFIX);
    const token: ApiToken = { id: newId(this.#random), name, role, createdAt: this.#now(), lastUsedAt: null };
    await this.#store.tokens.add(token, hashSecret(secret), this.#act('token:add', by, null, { name, role }));
    return { ...token, token: secret };
  }

  /** False when there is none with that id. */
  revokeToken(id: string, by: string | null): Promise<boolean> {
    return this.#store.tokens.revoke(id, this.#act('token:revoke', by, null, { id }));
  }

  async addScreen(
    eventId: EventId,
    may: ScreenMay,
    label: string,
    by: string | null,
  ): Promise<Fresh<ScreenGrant>> {
    const secret = newSecret(this.#random, SCREEN_TOKEN_PREFIX);
    const grant: ScreenGrant = { id: newId(this.#random), eventId, may, label, createdAt: this.#now() };
    await this.#store.screens.add(
      grant,
      hashSecret(secret),
      this.#act('screen:add', by, eventId, { may, label }),
    );
    return { ...grant, token: secret };
  }

  revokeScreen(id: string, eventId: EventId, by: string | null): Promise<boolean> {
    return this.#store.screens.revoke(id, this.#act('screen:revoke', by, eventId, { id }));
  }

  #act(what: string, by: string | null, eventId: EventId | null, detail: Record<string, unknown>): Act {
    return { at: this.#now(), by, what, eventId, detail };
  }
}

import { VOTER_TOKEN } from '../shared/schemas.ts';
import type { EventRight, EventRole } from '../shared/access.ts';
import type { EventId, RandomBytes, UserId } from '../shared/ids.ts';
import { NOBODY, rightsOf, type Caller } from './identity/caller.ts';
import { Grants } from './identity/grants.ts';
import { sourceOf, type SeenHeaders, type Source } from './identity/origin.ts';
import { People } from './identity/people.ts';
import {
  API_TOKEN_PREFIX,
  hashSecret,
  isSameSecret,
  keyedVoterHash,
  newSecret,
  newVoterToken,
  SCREEN_TOKEN_PREFIX,
} from './identity/secrets.ts';
import { readSession } from './identity/session-cookie.ts';
import type { Store } from './store/store.ts';

export interface IdentityParts {
  store: Store;
  now: () => number;
  random: RandomBytes;
  /** `ASKAGAIN_API_TOKEN`: an owner's, for automation. */
  apiToken?: string | undefined;
  /** The addresses of this server besides the `Host` a request names. */
  ownUrls: () => readonly string[];
}

/** What ended: a screen's or a program's token, or (some of) what a person may do. Whoever is connected by it is cut off. */
export interface Revoked {
  screenId?: string;
  tokenId?: string;
  userId?: UserId;
}

/** Who somebody is and what they may do. Secrets go out once and are kept as hashes only. */
export class Identity {
  readonly people: People;
  readonly grants: Grants;
  readonly #parts: IdentityParts;
  readonly #voterKey: string;
  readonly #listeners = new Set<(revoked: Revoked) => void>();

  private constructor(parts: IdentityParts, voterKey: string) {
    this.#parts = parts;
    this.#voterKey = voterKey;
    this.people = new People(parts);
    this.grants = new Grants(parts);
  }

  /** The key of the voters' hashes is drawn once, on the first start. */
  static async open(parts: IdentityParts): Promise<Identity> {
    return new Identity(parts, await parts.store.settings.putOnce('voter-key', newSecret(parts.random)));
  }

  /** `/organise#sign-in=…`, for one use. */
  async newSignInLink(): Promise<string> {
    return (await this.people.signInLink()).path;
  }

  newVoterToken(): string {
    return newVoterToken(this.#parts.random);
  }

  voterHash(eventId: EventId, token: string): string {
    return keyedVoterHash(this.#voterKey, eventId, token);
  }

  /** Whether a request comes from a page of ours, of somebody else, or does not say. */
  sourceOf(headers: SeenHeaders): Source {
    return sourceOf(headers, this.#parts.ownUrls);
  }

  /**
   * Who a request comes from. A token in `Authorization` counts alone. The session's cookie never counts from a foreign
   * page; for a change only with the `Origin` of our own, which browsers send with every change.
   */
  async callerOf(headers: SeenHeaders, isChange: boolean): Promise<Caller> {
    if (headers.authorization !== undefined)
      return this.callerOfToken(/^Bearer (\S+)$/i.exec(headers.authorization)?.[1] ?? '');
    const source = this.sourceOf(headers);
    if (source === 'foreign' || (isChange && headers.origin === undefined)) return NOBODY;
    const session = readSession(headers.cookie);
    if (session === undefined) return NOBODY;
    const sessionHash = hashSecret(session);
    const user = await this.#parts.store.users.bySession(sessionHash, this.#parts.now());
    return user ? { kind: 'user', user, sessionHash } : NOBODY;
  }

  /** Who holds this token. Any 22 letters are a voter's: whether its event knows it, the event tells. */
  async callerOfToken(token: string): Promise<Caller> {
    const { apiToken, store } = this.#parts;
    if (apiToken !== undefined && isSameSecret(token, apiToken))
      return { kind: 'api-token', name: 'ASKAGAIN_API_TOKEN', role: 'owner' };
    if (token.startsWith(API_TOKEN_PREFIX)) {
      const found = await store.tokens.byHash(hashSecret(token));
      return found ? { kind: 'api-token', id: found.id, name: found.name, role: found.role } : NOBODY;
    }
    if (token.startsWith(SCREEN_TOKEN_PREFIX)) {
      const grant = await store.screens.byHash(hashSecret(token));
      return grant ? { kind: 'screen', grant } : NOBODY;
    }
    return VOTER_TOKEN.test(token) ? { kind: 'voter', token } : NOBODY;
  }

  /** What a caller may do in an event; for a stranger, nothing, whether the event exists or not. */
  async rightsIn(caller: Caller, eventId: EventId): Promise<EventRight[]> {
    if (caller.kind === 'screen') return caller.grant.eventId === eventId ? rightsOf(caller.grant.may) : [];
    if (caller.kind === 'api-token') return rightsOf(caller.role);
    if (caller.kind !== 'user') return [];
    if (caller.user.role !== 'member') return rightsOf(caller.user.role);
    const role = await this.#parts.store.users.eventRole(caller.user.id, eventId);
    return role ? rightsOf(role) : [];
  }

  async revokeScreen(id: string, eventId: EventId, by: string | null): Promise<boolean> {
    const isGone = await this.grants.revokeScreen(id, eventId, by);
    if (isGone) this.revoked({ screenId: id });
    return isGone;
  }

  async revokeToken(id: string, by: string | null): Promise<boolean> {
    const isGone = await this.grants.revokeToken(id, by);
    if (isGone) this.revoked({ tokenId: id });
    return isGone;
  }

  async setEventRole(
    userId: UserId,
    eventId: EventId,
    role: EventRole | null,
    by: string | null,
  ): Promise<void> {
    const act = { at: this.#parts.now(), by, what: 'member:put', eventId, detail: { userId, role } };
    await this.#parts.store.users.setEventRole(userId, eventId, role, act);
    this.revoked({ userId });
  }

  /** Calls back when something ended, so that its connections are cut. */
  onRevoked(listener: (revoked: Revoked) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  revoked(what: Revoked): void {
    for (const listener of this.#listeners) listener(what);
  }
}

import type { EventRole, UserRole } from '../../shared/access.ts';
import { newId, type EventId, type RandomBytes, type UserId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import type { Act, Link, LinkPurpose, Store, User } from '../store/store.ts';
import { Budget } from './budget.ts';
import { hashPassword, isPassword, MAX_PASSWORD, MIN_PASSWORD } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { SESSION_DAYS } from './session-cookie.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LINK_LASTS_MS: Record<LinkPurpose, number> = { 'sign-in': DAY_MS, reset: DAY_MS, invite: 7 * DAY_MS };
const TRIES = { windowMs: 15 * 60_000, perName: 10, inAll: 300 };
const FIRST_OWNER = 'Owner';

export interface Invite {
  role: UserRole;
  eventId: EventId | null;
  eventRole: EventRole | null;
}

export interface MadeLink {
  /** A path with the secret in its fragment, which no server and no log sees. */
  path: string;
  expiresAt: number;
}

/** The people of this machine: how they come in, and stay in. */
export class People {
  readonly #store: Store;
  readonly #now: () => number;
  readonly #random: RandomBytes;
  readonly #triesByName: Budget;
  readonly #triesInAll: Budget;

  constructor(parts: { store: Store; now: () => number; random: RandomBytes }) {
    this.#store = parts.store;
    this.#now = parts.now;
    this.#random = parts.random;
    this.#triesByName = new Budget({ ...TRIES, most: TRIES.perName, now: parts.now });
    this.#triesInAll = new Budget({ ...TRIES, most: TRIES.inAll, now: parts.now });
  }

  /** A one-time link for the owner; the first one makes the owner. */
  async signInLink(): Promise<MadeLink> {
    const owner = (await this.#store.users.list()).find(({ role }) => role === 'owner');
    const userId = owner?.id ?? (await this.#addUser(FIRST_OWNER, 'owner', null)).id;
    return this.#addLink('sign-in', { userId, role: null, eventId: null, eventRole: null }, null);
  }

  invite(invite: Invite, by: string | null): Promise<MadeLink> {
    return this.#addLink('invite', { userId: null, ...invite }, by);
  }

  async reset(userId: UserId, by: string | null): Promise<MadeLink> {
    if (!(await this.#store.users.get(userId)))
      throw new Refused('NOT_FOUND', 'There is nobody with that id.');
    return this.#addLink('reset', { userId, role: null, eventId: null, eventRole: null }, by);
  }

  /** Comes in by a one-time link. An invite makes the person of that name; a reset takes the old password away. */
  async useLink(token: string, name: string | undefined): Promise<User> {
    const hash = hashSecret(token);
    const link = await this.#store.users.useLink(hash, this.#now());
    if (!link)
      throw new Refused('UNAUTHENTICATED', 'This link was used already, or is too old. Ask for a new one.');
    if (link.purpose === 'invite') return this.#welcome(link, hash, name);
    const user = link.userId && (await this.#store.users.get(link.userId));
    if (!user) throw new Refused('UNAUTHENTICATED', 'Whom this link was for is not here any more.');
    if (link.purpose !== 'reset') return user;
    await this.#store.users.setPassword(
      user.id,
      null,
      null,
      this.#act('user:reset', null, { userId: user.id }),
    );
    return { ...user, hasPassword: false };
  }

  async #welcome(link: Link, hash: string, name: string | undefined): Promise<User> {
    // Only whoever holds a link learns which names are taken; and it was not for nothing: it works again.
    if (name === undefined || (await this.#store.users.byName(name))) {
      await this.#store.users.addLink(hash, link, this.#act('link:kept', null));
      throw name === undefined ? nameMissing() : nameTaken();
    }
    const user = await this.#addUser(name, link.role ?? 'member', name);
    if (link.eventId && link.eventRole) {
      await this.#store.users.setEventRole(
        user.id,
        link.eventId,
        link.eventRole,
        this.#act('member:put', name, { userId: user.id, role: link.eventRole }, link.eventId),
      );
    }
    return user;
  }

  /** Comes in by name and password. Tries are limited per name and in all; links are not. */
  async usePassword(name: string, password: string): Promise<User> {
    const key = name.normalize('NFKC').trim().toLowerCase();
    // Taken before the check and given back after it: tries that come at once count like tries that come in turn.
    if (!this.#triesByName.take(key) || !this.#triesInAll.take('')) {
      throw new Refused(
        'RATE_LIMITED',
        'Too many wrong passwords. Wait a quarter of an hour, or use a sign-in link.',
      );
    }
    const user = await this.#store.users.byName(name);
    const hash = user && (await this.#store.users.passwordHash(user.id));
    if (!(await isPassword(password, hash)) || !user)
      throw new Refused('UNAUTHENTICATED', 'Name or password is wrong.');
    this.#triesByName.giveBack(key);
    this.#triesInAll.giveBack('');
    return user;
  }

  /** Ends the person's other sessions. A password that is there has to be given first. */
  async setPassword(
    user: User,
    wanted: { password: string; current?: string | undefined },
    keepSession: string,
  ): Promise<void> {
    const length = [...wanted.password].length;
    if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
      throw invalid('password', `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`);
    }
    if (!this.#triesByName.take(user.id)) throw new Refused('RATE_LIMITED');
    const stored = await this.#store.users.passwordHash(user.id);
    if (stored !== undefined && !(await isPassword(wanted.current ?? '', stored)))
      throw invalid('current', 'That is not your password now.');
    this.#triesByName.giveBack(user.id);
    const hash = await hashPassword(wanted.password);
    await this.#store.users.setPassword(
      user.id,
      hash,
      keepSession,
      this.#act('user:password', user.name, { userId: user.id }),
    );
  }

  /** A new session; its secret goes into the cookie and is kept nowhere. */
  async startSession(user: User): Promise<string> {
    const secret = newSecret(this.#random);
    await this.#store.users.addSession(hashSecret(secret), user.id, this.#now() + SESSION_DAYS * DAY_MS);
    return secret;
  }

  async #addUser(name: string, role: UserRole, by: string | null): Promise<User> {
    const user = { id: newId<UserId>(this.#random), name, role, createdAt: this.#now() };
    await this.#store.users.save(user, this.#act('user:add', by, { userId: user.id, role }));
    return { ...user, hasPassword: false };
  }

  async #addLink(
    purpose: LinkPurpose,
    link: Omit<Link, 'purpose' | 'expiresAt'>,
    by: string | null,
  ): Promise<MadeLink> {
    const secret = newSecret(this.#random);
    const expiresAt = this.#now() + LINK_LASTS_MS[purpose];
    await this.#store.users.addLink(
      hashSecret(secret),
      { purpose, ...link, expiresAt },
      this.#act(`link:${purpose}`, by, { role: link.role }, link.eventId),
    );
    return { path: `/organise#${purpose}=${secret}`, expiresAt };
  }

  #act(
    what: string,
    by: string | null,
    detail: Record<string, unknown> = {},
    eventId: EventId | null = null,
  ): Act {
    return { at: this.#now(), by, what, eventId, detail };
  }
}

function nameMissing(): Refused {
  return new Refused('INVALID', 'Say how you are called here.', {
    errors: [{ path: 'name', message: 'A name is needed.' }],
  });
}

function nameTaken(): Refused {
  return invalid('name', 'Somebody here has that name already. Choose another one.');
}

function invalid(path: string, message: string): Refused {
  return new Refused('INVALID', message, { errors: [{ path, message }] });
}

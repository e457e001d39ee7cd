import { mayIn, type EventRight } from '../../shared/access.ts';
import type { ApiToken, ScreenGrant, User } from '../store/store.ts';

/** Who a request comes from. */
export type Caller =
  | { kind: 'nobody' }
  /** A phone; what it may do depends on the event. */
  | { kind: 'voter'; token: string }
  | { kind: 'user'; user: User; sessionHash: string }
  /** Without an id: the one of the environment, which ends with the process. */
  | { kind: 'api-token'; id?: string; name: string; role: ApiToken['role'] }
  | { kind: 'screen'; grant: ScreenGrant };

export const NOBODY: Caller = { kind: 'nobody' };

const ALL_RIGHTS: readonly EventRight[] = ['watch', 'step', 'read', 'run', 'organise'];

/** The rights that a role or a grant carries, least first. */
export function rightsOf(grant: Parameters<typeof mayIn>[0]): EventRight[] {
  return ALL_RIGHTS.filter((right) => mayIn(grant, right));
}

/** Owner and organiser: everything in every event. */
export function isOrganiser(caller: Caller): boolean {
  return machineRole(caller) === 'organiser' || isOwner(caller);
}

/** Also people and the machine. */
export function isOwner(caller: Caller): boolean {
  return machineRole(caller) === 'owner';
}

/** A person or a program of theirs; not a phone, nor a screen. */
export function isPerson(caller: Caller): boolean {
  return caller.kind === 'user' || caller.kind === 'api-token';
}

/** Who stands in the log of acts; a screen by its label. Voters never do. */
export function nameOf(caller: Caller): string | null {
  if (caller.kind === 'user') return caller.user.name;
  if (caller.kind === 'api-token') return caller.name;
  return caller.kind === 'screen' ? caller.grant.label : null;
}

function machineRole(caller: Caller): User['role'] | undefined {
  if (caller.kind === 'user') return caller.user.role;
  return caller.kind === 'api-token' ? caller.role : undefined;
}

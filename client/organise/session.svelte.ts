import type { Result } from '../../shared/result.ts';
import { api } from './api.ts';
import type { Me } from './entities.ts';

/** A one-time link that was opened: what it is for, and its secret. */
export interface OneTimeToken {
  kind: 'sign-in' | 'invite' | 'reset';
  token: string;
}

export type SignIn = { token: string; name?: string } | { name: string; password: string };

/** Who uses this console. */
class Session {
  state = $state<'asking' | 'in' | 'out'>('asking');
  user = $state.raw<Me>();
  /** Why the sign-in page is shown, when there is something to say. */
  notice = $state('');
  /** After a reset link: a new password has to be chosen. */
  mustChoosePassword = $state(false);
  /** Unused until the person behind an invite has given a name. */
  readonly link: OneTimeToken | undefined = takeFragment();

  /** Makes events and questions; a member only has a part in some events. */
  get isOrganiser(): boolean {
    return this.user?.role === 'owner' || this.user?.role === 'organiser';
  }

  get isOwner(): boolean {
    return this.user?.role === 'owner';
  }

  /** Uses the link that was opened, or the session that is already there. */
  async start(): Promise<void> {
    api.onUnauthenticated = () => this.#lost();
    if (this.link && this.link.kind !== 'invite') {
      const used = await this.signIn({ token: this.link.token });
      if (used.ok || (await this.#askWho())) return;
      this.notice = used.error.message;
    } else if (!this.link && (await this.#askWho())) return;
    this.state = 'out';
  }

  async signIn(by: SignIn): Promise<Result<unknown>> {
    const signedIn = await api.post<{ user: Me }>('/sign-in', by);
    if (!signedIn.ok) return signedIn;
    this.user = signedIn.value.user;
    this.mustChoosePassword = this.link?.kind === 'reset';
    await this.#askWho();
    this.state = 'in';
    return signedIn;
  }

  async signOut(): Promise<void> {
    await api.post('/sign-out');
    this.user = undefined;
    this.notice = 'You are signed out.';
    this.state = 'out';
  }

  async #askWho(): Promise<boolean> {
    const me = await api.get<{ user: Me }>('/me');
    if (!me.ok) {
      if (me.error.code !== 'UNAUTHENTICATED') this.notice = me.error.message;
      return false;
    }
    this.user = me.value.user;
    this.state = 'in';
    return true;
  }

  #lost(): void {
    if (this.state !== 'in') return;
    this.notice = 'You are signed out. Sign in to go on where you were.';
    this.state = 'out';
  }
}

/** Reads a one-time link and takes it out of the address, so that it stays in no history and no screenshot. */
function takeFragment(): OneTimeToken | undefined {
  const [, kind, token] = /^#(sign-in|invite|reset)=(.+)$/.exec(location.hash) ?? [];
  if (!kind || !token) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return { kind: kind as OneTimeToken['kind'], token: decodeURIComponent(token) };
}

export const session = new Session();

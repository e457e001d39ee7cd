import type { SharedAfterwards } from '../../shared/afterwards.ts';
import { parseJoinCode, spacedCode } from '../../shared/ids.ts';
import { parseTicket } from '../../shared/tickets.ts';
import { keptStore } from '../line/kept-store.ts';
import { VoterConnection } from '../voter-connection.svelte.ts';
import { joinEvent, problemWith, type Turned } from './join.ts';
import { forgetTicket, secretFor, ticketFor } from './kept-phones.ts';

/** One phone: outside with a code in its hand, or in one event. */
export class Phone {
  /** The code as it stands in the field. */
  code = $state('');
  problem = $state('');
  /** The last try did not get through at all. */
  isCutOff = $state(false);
  isJoining = $state(false);
  title = $state('');
  /** What the event of the code shares, now that it has ended. */
  shared = $state.raw<SharedAfterwards>();
  connection = $state.raw<VoterConnection | null>(null);
  /** Why the code did not let this phone in. */
  turned = $state<Turned>();
  #scanned: string | undefined;
  /** Seeds this phone's order of options. */
  seed = '';
  readonly #store = keptStore(() => localStorage);

  /** `/CODE` joins at once, and so does the ticket in `/CODE/TICKET`. */
  constructor(path: string) {
    const [typed = '', ticket = ''] = decodePath(path).split('/');
    if (typed === '') return;
    this.#scanned = parseTicket(ticket);
    const code = parseJoinCode(typed);
    this.code = code ? spacedCode(code) : typed.slice(0, 12).toUpperCase();
    void this.join();
  }

  async join(): Promise<void> {
    if (this.isJoining) return;
    const code = parseJoinCode(this.code);
    this.isCutOff = false;
    this.problem = problemWith(this.code) ?? '';
    if (!code || this.problem) return;
    this.isJoining = true;
    const own = secretFor(code, this.#store, (length) => crypto.getRandomValues(new Uint8Array(length)));
    const ticket = ticketFor(code, this.#store, this.#scanned);
    const secret = ticket ?? own;
    const answer = await joinEvent(code, secret);
    this.turned = 'turned' in answer ? answer.turned : undefined;
    if (this.turned === 'wrong-ticket') forgetTicket(code, this.#store);
    // It may have ended, and share something.
    if ('isUnknown' in answer) this.shared = await this.#sharedUnder(code, secret);
    this.isJoining = false;
    if (this.shared) return;
    if ('joined' in answer) {
      history.replaceState(null, '', `/${code}`);
      this.title = answer.joined.title;
      this.seed = answer.joined.voterToken;
      this.connection = new VoterConnection({
        eventId: answer.joined.eventId,
        token: answer.joined.voterToken,
        phone: ticket && own,
        store: this.#store,
      });
    } else {
      this.problem = answer.problem;
      this.isCutOff = answer.isLine === true;
    }
  }

  async #sharedUnder(code: string, token: string): Promise<SharedAfterwards | undefined> {
    const { sharedUnder } = await import('./afterwards/shared-under.ts');
    return sharedUnder(code, token);
  }
}

function decodePath(path: string): string {
  const written = path.replace(/^\/+|\/+$/g, '');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

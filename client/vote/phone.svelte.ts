import type { SharedAfterwards } from '../../shared/afterwards.ts';
import { parseJoinCode, spacedCode } from '../../shared/ids.ts';
import { keptStore } from '../line/kept-store.ts';
import { VoterConnection } from '../voter-connection.svelte.ts';
import { joinEvent, problemWith } from './join.ts';
import { secretFor } from './kept-phones.ts';

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
  /** Seeds this phone's order of options. */
  seed = '';
  readonly #store = keptStore(() => localStorage);

  /** `/CODE` joins at once. */
  constructor(path: string) {
    const typed = decodePath(path);
    if (typed === '') return;
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
    const secret = secretFor(code, this.#store, (length) => crypto.getRandomValues(new Uint8Array(length)));
    const answer = await joinEvent(code, secret);
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

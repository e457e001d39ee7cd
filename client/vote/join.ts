import { parseJoinCode, spacedCode, type EventId } from '../../shared/ids.ts';
import { t } from '../words/words.svelte.ts';

export interface Joined {
  eventId: EventId;
  voterToken: string;
  title: string;
}

/** Why a right code did not let this phone in. */
export type Turned = 'door' | 'ticket' | 'wrong-ticket';

const TURNED: Partial<Record<string, Turned>> = {
  DOOR_CLOSED: 'door',
  TICKET_NEEDED: 'ticket',
  TICKET_UNKNOWN: 'wrong-ticket',
};

/** `isUnknown`: no event is open under the code. */
export type JoinAnswer =
  { joined: Joined } | { problem: string; isLine?: true; isUnknown?: true; turned?: Turned };

/** `POST /join`. Whatever goes wrong comes back as the sentence to show. */
export async function joinEvent(code: string, secret: string): Promise<JoinAnswer> {
  try {
    const response = await fetch('/api/v1/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, secret }),
    });
    const body = (await response.json()) as Joined & { code?: string; title?: string };
    if (response.ok && typeof body.voterToken === 'string') return { joined: body };
    if (body.code === 'NOT_FOUND') return { problem: noEvent(code), isUnknown: true };
    const turned = TURNED[body.code ?? ''];
    if (turned) return { problem: t(`turned.${turned}`), turned };
    // An answer that is not ours, of a gateway for instance, says nothing about the code.
    return typeof body.title === 'string' ? { problem: body.title } : cutOff();
  } catch {
    return cutOff();
  }
}

function cutOff(): JoinAnswer {
  return { problem: t('join.cut-off'), isLine: true };
}

/** Unknown, ended and private codes get one answer. */
export function noEvent(typed: string): string {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return t('join.no-event', { code: spacedCode(code).trim() });
}

/** What is wrong with a code as typed, before anybody is asked; undefined: it can be one. */
export function problemWith(typed: string): string | undefined {
  const letters = typed.replace(/[\s-]/g, '').length;
  if (letters !== 6) return t('join.not-six', { n: letters });
  return parseJoinCode(typed) ? undefined : noEvent(typed);
}

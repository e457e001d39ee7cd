import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type VoterSnapshot } from '../../shared/messages.ts';
import type { Result } from '../../shared/result.ts';

export interface PhoneAt {
  socket: Socket;
  token: string;
  askingId: string;
  optionId: string;
}

/** A phone that has joined a running server by its code and has the open question. */
export async function aPhoneAt(url: string, code: string): Promise<PhoneAt> {
  const response = await fetch(`${url}/api/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { eventId, voterToken: token } = (await response.json()) as { eventId: string; voterToken: string };
  const auth = { protocol: PROTOCOL_VERSION, as: 'voter', eventId, token };
  const socket = io(url, { auth, transports: ['websocket'], reconnection: false, forceNew: true });
  const [snapshot] = (await once(socket as never, 'voter:snapshot')) as [VoterSnapshot];
  const [asking] = snapshot.askings;
  const optionId = asking?.question.options[0]?.id;
  if (!asking || !optionId) throw new Error('no question is open');
  return { socket, token, askingId: asking.id, optionId };
}

/** Votes for the first option; gives the receipt once the server has saved it. */
export async function castBy({ socket, askingId, optionId }: PhoneAt): Promise<{ revision: number }> {
  const ballot = { askingId, revision: 1, answer: { option: optionId } };
  const result = (await socket.timeout(5000).emitWithAck('ballot:cast', ballot)) as Result<{
    revision: number;
  }>;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

import type { Agent } from 'node:http';
import { PROTOCOL_VERSION } from '../../shared/messages.ts';
import { keptAgent } from '../crowd/http-json.ts';
import { joinEvent } from '../crowd/join-event.ts';
import { watching } from './cpu.ts';
import { LeanPhone } from './lean-phone.ts';

const AT_ONCE = 32;

export interface Joins {
  phones: LeanPhone[];
  /** Why phones did not get in. */
  failed: string[];
  perSecond: number;
  /** Server processor time per phone, microseconds. */
  cpu: number;
  generator: number;
}

/** Phones of a room: join over HTTP, connect, have the snapshot. */
export async function joinRoom(url: string, code: string, phones: number, pid: number): Promise<Joins> {
  const agent = keptAgent(url);
  const joins = await connectMany(phones, pid, () => joinOne(url, code, agent));
  agent.destroy();
  return joins;
}

/** The floor: as many bare sockets, with a first message as long as a snapshot. */
export function connectBare(url: string, phones: number, pid: number): Promise<Joins> {
  return connectMany(phones, pid, () => LeanPhone.connect(url));
}

async function joinOne(url: string, code: string, agent: Agent): Promise<LeanPhone> {
  const joined = await joinEvent(url, code, agent);
  if (!joined?.ok) throw new Error(joined?.error.message ?? 'no answer');
  return LeanPhone.connect(url, { protocol: PROTOCOL_VERSION, as: 'voter', ...joined.value });
}

/** So many at a time that the server is never idle. */
async function connectMany(n: number, pid: number, connect: () => Promise<LeanPhone>): Promise<Joins> {
  const phones: LeanPhone[] = [];
  const failed: string[] = [];
  let left = n;
  const began = performance.now();
  const oneAfterTheOther = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await connect().then(
        (phone) => phones.push(phone),
        (reason: unknown) => failed.push(reason instanceof Error ? reason.message : String(reason)),
      );
    }
  };
  const { serverMs, generator } = await watching(pid, () =>
    Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther)),
  );
  const seconds = (performance.now() - began) / 1000;
  return { phones, failed, perSecond: phones.length / seconds, cpu: (serverMs * 1000) / n, generator };
}

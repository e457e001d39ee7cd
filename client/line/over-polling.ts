import type { Carrier, CarrierListener } from './carrier.ts';

const PATH = '/socket.io/?EIO=4&transport=polling';
/** Stands between packets that travel together. */
const SEPARATOR = '\x1e';

/** Plain HTTP, for networks that let no WebSocket through: one request always waits for packets, others bring ours. */
export function overPolling(listener: CarrierListener): Carrier {
  const stop = new AbortController();
  let session = '';
  let waiting: string[] = [];
  let isSending = false;

  const ask = async (init: RequestInit): Promise<string> => {
    const response = await fetch(location.origin + PATH + session, {
      ...init,
      cache: 'no-store',
      signal: stop.signal,
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  };
  const end = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    listener.ended();
  };
  const poll = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      for (const packet of (await ask({})).split(SEPARATOR)) {
        if (packet.startsWith('0')) session = `&sid=${(JSON.parse(packet.slice(1)) as { sid: string }).sid}`;
        if (!stop.signal.aborted) listener.packet(packet);
      }
    }
  };
  const send = async (): Promise<void> => {
    isSending = true;
    while (waiting.length > 0) {
      const body = waiting.join(SEPARATOR);
      waiting = [];
      await ask({ method: 'POST', body });
    }
    isSending = false;
  };

  poll().catch(end);
  return {
    send(packet) {
      waiting.push(packet);
      // What is said in one turn travels in one request.
      if (!isSending) queueMicrotask(() => void (isSending || send().catch(end)));
    },
    close() {
      stop.abort();
      if (session === '') return;
      // Else the server would wait for the next request until it takes this page for gone.
      void fetch(location.origin + PATH + session, { method: 'POST', body: '1', keepalive: true }).catch(
        () => undefined,
      );
    },
  };
}

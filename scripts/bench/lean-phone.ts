import { WebSocket } from 'ws';

/** Answered: after how many milliseconds, and with which code where it was refused. */
export type OnAck = (tookMs: number, refusedWith: string | undefined) => void;

const CONNECT_MS = 10_000;

/**
 * A phone's socket for load: it speaks Socket.IO's protocol by hand, because Socket.IO's own client takes more
 * processor time than the server that is to be measured.
 */
export class LeanPhone {
  readonly #socket: WebSocket;
  readonly #acks = new Map<number, { sentAt: number; onAck: OnAck }>();
  #nextId = 0;

  /** Resolves when the first message has come: the phone knows what is on. */
  static connect(url: string, auth?: object): Promise<LeanPhone> {
    return new Promise((settle, fail) => {
      const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
      const socket = new WebSocket(address, {
        perMessageDeflate: false,
        skipUTF8Validation: true,
        handshakeTimeout: CONNECT_MS,
      });
      const phone = new LeanPhone(socket, auth, () => settle(phone), fail);
      socket.on('error', fail);
    });
  }

  private constructor(
    socket: WebSocket,
    auth: object | undefined,
    isReady: () => void,
    fail: (why: Error) => void,
  ) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      else if (text.startsWith('43')) this.#acknowledged(text);
      else if (text.startsWith('42')) isReady();
      else if (text.startsWith('0')) socket.send(`40${auth ? JSON.stringify(auth) : ''}`);
      else if (text.startsWith('44')) fail(new Error(text.slice(2)));
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** What has no answer yet. */
  get waiting(): number {
    return this.#acks.size;
  }

  cast(ballot: object, onAck: OnAck): void {
    this.ask('ballot:cast', ballot, onAck);
  }

  ask(event: string, payload: object, onAck: OnAck): void {
    const id = this.#nextId++;
    this.#acks.set(id, { sentAt: performance.now(), onAck });
    this.#socket.send(`42${id}["${event}",${JSON.stringify(payload)}]`);
  }

  close(): void {
    this.#socket.terminate();
  }

  #acknowledged(text: string): void {
    const end = text.indexOf('[');
    const id = Number(text.slice(2, end));
    const ack = this.#acks.get(id);
    this.#acks.delete(id);
    ack?.onAck(performance.now() - ack.sentAt, refusalIn(text.slice(end)));
  }
}

function refusalIn(answer: string): string | undefined {
  if (answer.startsWith('[{"ok":true')) return undefined;
  return /"code":"([A-Z_]+)"/.exec(answer)?.[1] ?? 'UNREADABLE';
}

import * as http from 'node:http';
import * as https from 'node:https';

export interface JsonRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  body?: unknown;
  token?: string;
  agent?: http.Agent;
}

export interface JsonAnswer {
  status: number;
  /** `undefined` where it was no JSON. */
  body: unknown;
}

const LIMIT_MS = 15_000;

/** On this machine a certificate says nothing, and a real one names another host. */
export function checksCertificate(url: string): boolean {
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** Few connections for all, kept: where connecting is not what is measured. */
export function keptAgent(url: string): http.Agent {
  return agentFor(url, { keepAlive: true, maxSockets: 64 });
}

/**
 * A connection for each request, as every phone of a room brings its own. Joins over shared connections would overtake
 * the sockets: Node accepts one new connection per turn of its event loop, and reads all old ones.
 */
export function agentOfMany(url: string): http.Agent {
  return agentFor(url, { keepAlive: false });
}

function agentFor(url: string, options: http.AgentOptions): http.Agent {
  if (!url.startsWith('https:')) return new http.Agent(options);
  return new https.Agent({ ...options, rejectUnauthorized: checksCertificate(url) });
}

/** `undefined` when no answer came. Plain `node:http`: a load generator should do as little as it can. */
export function requestJson({
  method,
  url,
  body,
  token,
  agent,
}: JsonRequest): Promise<JsonAnswer | undefined> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers: http.OutgoingHttpHeaders = {
    ...(text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((settle) => {
    const none = (): void => settle(undefined);
    const asked = request(
      url,
      { method, headers, timeout: LIMIT_MS, ...(agent ? { agent } : {}) },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          settle({ status: answer.statusCode ?? 0, body: readJson(Buffer.concat(parts)) }),
        );
        answer.on('error', none);
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', none);
    asked.end(text);
  });
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    return undefined;
  }
}

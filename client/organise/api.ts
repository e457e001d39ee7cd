import {
  ERRORS,
  ok,
  refusal,
  refused,
  type ErrorCode,
  type FieldError,
  type Result,
} from '../../shared/result.ts';

/** The root of REST, and of the files it hands out. */
export const API_ROOT = '/api/v1';

const UNREACHABLE =
  'The server cannot be reached. Nothing was changed; what you typed is still here. Check that Askagain is running, then try again.';

/** An RFC 9457 problem, as far as the console reads it. */
interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldError[];
}

/** A list comes in pages; `cursor` asks for the next one. */
interface Page<Row> {
  items: Row[];
  cursor: string | null;
}

/** Every call of the console to REST. Nothing throws: what went wrong comes back as a refusal for people. */
class Api {
  /** Called when the session is over, so that the console can ask to sign in again. */
  onUnauthenticated: () => void = () => {};

  get<T>(path: string): Promise<Result<T>> {
    return this.#call<T>('GET', path);
  }

  /** Carries a fresh `Idempotency-Key`, so that a request the network repeats is done once. */
  post<T>(path: string, body: unknown = {}): Promise<Result<T>> {
    return this.#call<T>('POST', path, body, { 'idempotency-key': randomKey() });
  }

  put<T>(path: string, body: unknown): Promise<Result<T>> {
    return this.#call<T>('PUT', path, body);
  }

  /** A file as it is, with its name. */
  putFile<T>(path: string, file: File): Promise<Result<T>> {
    const named = `${path}?name=${encodeURIComponent(file.name.slice(-200))}`;
    return this.#send<T>('PUT', named, { body: file, headers: { 'content-type': file.type } });
  }

  /** Bytes as they are. */
  postBytes<T>(path: string, bytes: Blob): Promise<Result<T>> {
    const headers = { 'content-type': bytes.type, 'idempotency-key': randomKey() };
    return this.#send<T>('POST', path, { body: bytes, headers });
  }

  patch<T>(path: string, body: unknown): Promise<Result<T>> {
    return this.#call<T>('PATCH', path, body);
  }

  delete<T = null>(path: string): Promise<Result<T>> {
    return this.#call<T>('DELETE', path);
  }

  /** All rows of a list, page after page. */
  async all<Row>(path: string): Promise<Result<Row[]>> {
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const page: Result<Page<Row>> = await this.get<Page<Row>>(withCursor(path, cursor));
      if (!page.ok) return page;
      rows.push(...page.value.items);
      cursor = page.value.cursor;
    } while (cursor);
    return ok(rows);
  }

  #call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Result<T>> {
    if (body === undefined) return this.#send<T>(method, path, { headers });
    return this.#send<T>(method, path, {
      body: JSON.stringify(body),
      headers: { ...headers, 'content-type': 'application/json' },
    });
  }

  async #send<T>(
    method: string,
    path: string,
    { body, headers }: { body?: BodyInit; headers: Record<string, string> },
  ): Promise<Result<T>> {
    const init: RequestInit = {
      method,
      headers: { accept: 'application/json', ...headers },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
    };
    let response: Response;
    try {
      response = await fetch(API_ROOT + path, init);
    } catch {
      return refused('BUSY', UNREACHABLE);
    }
    if (response.ok) return readValue<T>(response);
    const error = await readRefusal(response);
    if (error.code === 'UNAUTHENTICATED' && !path.startsWith('/sign-in') && path !== '/me')
      this.onUnauthenticated();
    return { ok: false, error };
  }
}

export const api = new Api();

async function readValue<T>(response: Response): Promise<Result<T>> {
  if (response.status === 204) return ok(null as T);
  try {
    return ok((await response.json()) as T);
  } catch {
    return refused('INTERNAL', 'The server’s answer could not be read. Reload the page.');
  }
}

async function readRefusal(response: Response) {
  const problem: Problem = await response.json().catch(() => ({}));
  const code = isErrorCode(problem.code) ? problem.code : codeOf(response.status);
  return refusal(code, problem.detail ?? problem.title, problem.errors ? { errors: problem.errors } : {});
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && code in ERRORS;
}

/** A proxy in between may answer without a code of ours. */
function codeOf(status: number): ErrorCode {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  return codes.find((code) => ERRORS[code].status === status) ?? (status >= 500 ? 'BUSY' : 'BAD_REQUEST');
}

function withCursor(path: string, cursor: string | null): string {
  if (!cursor) return path;
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}

/** `crypto.randomUUID` is missing on plain HTTP; random values are not. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

import { API_TOKEN, bearer } from '../server/rest/rest-app.ts';

/** A call of the REST interface, as automation makes it. */
export type Call = <T>(method: string, path: string, body?: object, who?: Headers) => Promise<T>;
type Headers = Record<string, string>;

/** Calls the server under this address with full rights, or as who is named. What is refused is thrown. */
export function restAt(url: string): Call {
  return async <T>(method: string, path: string, body: object = {}, who: Headers = bearer(API_TOKEN)) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...who, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
}

/** Phones that join and vote over plain HTTP, one for each answer. Their tokens, to answer again. */
export async function phonesThatVote(
  call: Call,
  code: string,
  askingId: string,
  options: readonly string[],
): Promise<string[]> {
  const tokens = await Promise.all(
    options.map(async () => (await call<{ voterToken: string }>('POST', '/join', { code }, {})).voterToken),
  );
  await voteAs(call, tokens, askingId, options);
  return tokens;
}

/** Each phone chooses the option at its place. */
export async function voteAs(
  call: Call,
  tokens: readonly string[],
  askingId: string,
  options: readonly string[],
): Promise<void> {
  await Promise.all(
    options.map((option, at) => {
      const ballot = { revision: 1, answer: { option } };
      return call('PUT', `/askings/${askingId}/ballot`, ballot, bearer(tokens[at] ?? ''));
    }),
  );
}

import type { SharedAfterwards } from '../../../shared/afterwards.ts';

/** What the event of this code shares now that it has ended; undefined: nothing, or it could not be asked. */
export async function sharedUnder(code: string, token: string): Promise<SharedAfterwards | undefined> {
  try {
    const response = await fetch(`/api/v1/afterwards/${encodeURIComponent(code)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.ok ? ((await response.json()) as SharedAfterwards) : undefined;
  } catch {
    return undefined;
  }
}

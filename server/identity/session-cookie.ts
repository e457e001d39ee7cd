export const SESSION_COOKIE = 'askagain_session';
export const SESSION_DAYS = 30;

/** The session's secret out of a `Cookie` header. */
export function readSession(cookies: string | undefined): string | undefined {
  for (const part of (cookies ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value) return value;
  }
  return undefined;
}

/** The `Set-Cookie` header of a session; without a secret, of its end. `Secure` only where there is TLS. */
export function sessionCookie(secret: string | undefined, isTls: boolean): string {
  const seconds = secret === undefined ? 0 : SESSION_DAYS * 24 * 3600;
  const parts = [
    `${SESSION_COOKIE}=${secret ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${seconds}`,
  ];
  return (isTls ? [...parts, 'Secure'] : parts).join('; ');
}

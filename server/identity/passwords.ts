import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** 32 MiB and about 0.1 s a try; written into each hash, so that it may grow. */
const COST = { N: 32_768, r: 8, p: 1 };
const MOST_MEMORY = 128 * 1024 * 1024;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Tries run one after the other: a burst of them must not take the memory of the votes. */
let running: Promise<unknown> = Promise.resolve();

/** `scrypt$N$r$p$salt$key`, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether it is the password. Without a hash it takes as long and is false: who is here cannot be timed. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? NOBODY).split('$');
  if (!salt || !key) return false;
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && hash !== undefined;
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const next = running.then(
    () =>
      new Promise<Buffer>((done, failed) => {
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
          error ? failed(error) : done(key),
        );
      }),
  );
  running = next.catch(() => undefined);
  return next;
}

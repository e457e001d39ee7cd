import { BlockList, isIP } from 'node:net';

/** Whether a text is an address or a range of them: `10.0.0.0/8`, `192.168.1.4`, `::1`. Everybody (`/0`) is no proxy. */
export function isCidr(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits(family));
}

/** The proxies whose forwarding headers count, for requests that never pass Fastify: those of sockets. */
export class TrustedProxies {
  readonly #list = new BlockList();

  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIP(address);
      this.#list.addSubnet(address, Number(prefix ?? bits(family)), nameOf(family));
    }
  }

  has(address: string): boolean {
    // A socket that listens on both families gives IPv4 callers as ::ffff:1.2.3.4.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return isIP(plain) !== 0 && this.#list.check(plain, nameOf(isIP(plain)));
  }
}

function bits(family: number): number {
  return family === 4 ? 32 : 128;
}

function nameOf(family: number): 'ipv4' | 'ipv6' {
  return family === 6 ? 'ipv6' : 'ipv4';
}

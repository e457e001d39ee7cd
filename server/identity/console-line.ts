/** How a request reached this server. */
export interface Line {
  isTls: boolean;
  /** The other end's address, as far as a trusted proxy tells. */
  address: string;
  /** The address it came in by: whoever has the same is on this machine, also where HOST is not all of it. */
  ownAddress?: string | undefined;
  /** Whether forwarding headers came along that nobody vouches for. */
  isForwarded: boolean;
}

/** Said where the console is refused over a line that others can read. */
export const INSECURE_CONSOLE =
  'Without TLS the console answers on this machine only, under the address it printed at its start. Serve HTTPS (TLS_CERT_FILE and TLS_KEY_FILE, or a proxy named in TRUST_PROXY), or set ALLOW_INSECURE_CONSOLE=1 on a network you trust.';

/** Whether the console may be used here: over TLS, or on the machine itself; a proxy that is not trusted is neither. */
export function isSafeForConsole({ isTls, address, ownAddress, isForwarded }: Line): boolean {
  return isTls || ((isLoopback(address) || address === ownAddress) && !isForwarded);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

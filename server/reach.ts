import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { Refused } from '../shared/result.ts';
import type { SettingStore } from './store/store.ts';

export interface Address {
  url: string;
  interface: string;
  inUse: boolean;
}

export interface Try {
  at: number;
  host: string;
  agent: string;
  ms: number;
}

export interface ReachParts {
  settings: SettingStore;
  now: () => number;
  /** Where the server listens. */
  host: string;
  port: number;
  isTls: boolean;
  /** `ASKAGAIN_PUBLIC_URL`; it is not ours to change. */
  publicUrl?: string | undefined;
  /** For tests; else this machine's. */
  interfaces?: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
}

const CHOSEN = 'reach-chosen';
const LAST_USED = 'reach-last-used';
const MOST_TRIES = 30;
const MOST_HOSTS = 30;
const MOST_PHONES = 100_000;
const EVERYWHERE = new Set(['0.0.0.0', '::', '']);
/** Lines inside the machine and tunnels: a phone in the room is on none of them. */
const NOT_THE_ROOM =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|cni|flannel|podman)/i;

/** Under which address phones find this machine, and whether they do. */
export class Reach {
  readonly #parts: ReachParts;
  readonly #tries: Try[] = [];
  readonly #joins = new Map<string, Set<string>>();
  #chosen: string | undefined;
  #lastUsed: string | undefined;

  private constructor(parts: ReachParts, chosen: string | undefined, lastUsed: string | undefined) {
    this.#parts = parts;
    this.#chosen = chosen;
    this.#lastUsed = lastUsed;
  }

  static async open(parts: ReachParts): Promise<Reach> {
    const [chosen, lastUsed] = await Promise.all([parts.settings.get(CHOSEN), parts.settings.get(LAST_USED)]);
    const reach = new Reach(parts, chosen || undefined, lastUsed || undefined);
    if (!lastUsed) await reach.#use(reach.url());
    return reach;
  }

  get isFixed(): boolean {
    return this.#parts.publicUrl !== undefined;
  }

  /** What the QR code says, without a slash at its end. */
  url(): string {
    if (this.#parts.publicUrl !== undefined) return this.#parts.publicUrl.replace(/\/+$/, '');
    const urls = this.#found().map(({ url }) => url);
    return urls.find((url) => url === this.#chosen) ?? urls[0] ?? this.#urlOf('localhost');
  }

  /** Every address phones may come by, the one in use marked. */
  addresses(): Address[] {
    const inUse = this.url();
    return this.#found().map((found) => ({ ...found, inUse: found.url === inUse }));
  }

  look(): {
    url: string;
    isFixed: boolean;
    changedFrom: string | null;
    addresses: Address[];
    tries: Try[];
    joins: { host: string; phones: number }[];
  } {
    const url = this.url();
    const hasChanged = !this.isFixed && this.#lastUsed !== undefined && this.#lastUsed !== url;
    return {
      url,
      isFixed: this.isFixed,
      changedFrom: hasChanged ? (this.#lastUsed ?? null) : null,
      addresses: this.addresses(),
      tries: this.#tries,
      joins: [...this.#joins].map(([host, phones]) => ({ host, phones: phones.size })),
    };
  }

  /** Takes one of the addresses, or with null the first; that a former one is gone is no news any more. */
  async choose(url: string | null): Promise<void> {
    if (this.isFixed) throw new Refused('STATE_CONFLICT', 'The address is fixed by ASKAGAIN_PUBLIC_URL.');
    if (url !== null && url !== this.url() && !this.#found().some((found) => found.url === url)) {
      throw new Refused('INVALID', undefined, {
        errors: [{ path: 'url', message: 'This machine has no such address.' }],
      });
    }
    this.#chosen = url ?? undefined;
    await this.#parts.settings.put(CHOSEN, url ?? '');
    await this.#use(this.url());
  }

  noteTry(host: string, agent: string, ms: number): void {
    this.#tries.unshift({ at: this.#parts.now(), host: host.slice(0, 100), agent: agent.slice(0, 200), ms });
    this.#tries.length = Math.min(this.#tries.length, MOST_TRIES);
  }

  /** A phone came in by this `Host`; each counts once. */
  noteJoin(host: string, voterHash: string): void {
    const name = host.slice(0, 100);
    const phones = this.#joins.get(name) ?? new Set();
    if (!this.#joins.has(name) && this.#joins.size >= MOST_HOSTS) return;
    if (phones.size < MOST_PHONES) phones.add(voterHash);
    this.#joins.set(name, phones);
  }

  async #use(url: string): Promise<void> {
    this.#lastUsed = url;
    await this.#parts.settings.put(LAST_USED, url);
  }

  #found(): Omit<Address, 'inUse'>[] {
    const { host, interfaces = networkInterfaces } = this.#parts;
    const all = Object.entries(interfaces()).flatMap(([name, infos = []]) =>
      infos
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ name, address })),
    );
    const bound = EVERYWHERE.has(host) ? all : all.filter(({ address }) => address === host);
    const inRoom = bound.filter(({ name }) => !NOT_THE_ROOM.test(name));
    return (inRoom.length > 0 ? inRoom : bound)
      .sort((a, b) => rank(a.address) - rank(b.address))
      .map(({ name, address }) => ({ url: this.#urlOf(address), interface: name }));
  }

  #urlOf(name: string): string {
    const { isTls, port } = this.#parts;
    const isUsual = port === (isTls ? 443 : 80);
    return `${isTls ? 'https' : 'http'}://${name}${isUsual ? '' : `:${port}`}`;
  }
}

/** Home and office networks first, then larger ones, then public addresses; self-given ones last. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  return address.startsWith('169.254.') ? 4 : 3;
}

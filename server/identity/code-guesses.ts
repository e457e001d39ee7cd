import { isIPv6 } from 'node:net';
import { Budget } from './budget.ts';

const WINDOW_MS = 10 * 60_000;
const WRONG_PER_NETWORK = 25;
const WRONG_IN_ALL = 2000;
/** While too many guess from too many places: room for typing errors. */
const WRONG_WHILE_CROWDED = 3;
const MOST_REMEMBERED = 50_000;

/**
 * Whether a code from an address is still looked at. Only different wrong codes count: a room in which everybody types
 * the same old code guesses nothing. Over its budget a network reaches the codes it has joined before, and no other:
 * one that were still told which codes are right could go on guessing.
 */
export class CodeGuesses {
  readonly #wrongByNetwork: Budget;
  readonly #wrongInAll: Budget;
  readonly #wrong = new Recent();
  readonly #right = new Recent();

  constructor(now: () => number) {
    this.#wrongByNetwork = new Budget({ most: WRONG_PER_NETWORK, windowMs: WINDOW_MS, now });
    this.#wrongInAll = new Budget({ most: WRONG_IN_ALL, windowMs: WINDOW_MS, now });
  }

  /** To be asked before anything is looked up: not even the time it takes may tell. */
  mayTry(address: string, code: string): boolean {
    const network = networkOf(address);
    if (this.#right.has(`${network} ${code}`)) return true;
    if (this.#wrongByNetwork.isSpent(network)) return false;
    return !this.#wrongInAll.isSpent('') || !this.#wrongByNetwork.isSpent(network, WRONG_WHILE_CROWDED);
  }

  wasRight(address: string, code: string): void {
    this.#right.add(`${networkOf(address)} ${code}`);
  }

  wasWrong(address: string, code: string): void {
    const network = networkOf(address);
    const guess = `${network} ${code}`;
    if (this.#wrong.has(guess) && this.#wrongByNetwork.isSpent(network, 1)) return;
    this.#wrong.add(guess);
    this.#wrongByNetwork.take(network);
    this.#wrongInAll.take('');
  }
}

/** One line of the internet has a whole /64 of IPv6 addresses to itself. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  if (tail === undefined) return groups.slice(0, 4).join(':');
  const after = tail === '' ? 0 : tail.split(':').length;
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after) }, () => '0');
  return [...groups, ...zeros, ...tail.split(':')].slice(0, 4).join(':');
}

/** The newest of what was added. */
class Recent {
  readonly #all = new Set<string>();

  has(one: string): boolean {
    return this.#all.has(one);
  }

  add(one: string): void {
    this.#all.delete(one);
    this.#all.add(one);
    const [oldest] = this.#all;
    if (this.#all.size > MOST_REMEMBERED && oldest !== undefined) this.#all.delete(oldest);
  }
}

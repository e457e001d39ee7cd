import { CODE_LETTERS, letters, type RandomBytes } from './ids.ts';

const TICKET_LENGTH = 26;
/** As many as one event may have, and as many as are made at once. */
export const MOST_TICKETS = 2_000;
export const MOST_TICKETS_AT_ONCE = 500;

/** A new one-time ticket: 26 of the letters of a join code, 127 random bits, so that a QR code stays small. It is its voter's secret. */
export function newTicket(random: RandomBytes): string {
  return letters(random, TICKET_LENGTH, CODE_LETTERS);
}

/** A ticket as it stands in an address, in any case; undefined when it cannot be one. */
export function parseTicket(written: string): string | undefined {
  const ticket = written.toUpperCase();
  const isTicket = ticket.length === TICKET_LENGTH && [...ticket].every((one) => CODE_LETTERS.includes(one));
  return isTicket ? ticket : undefined;
}

/** What became of an event's tickets. */
export interface TicketCounts {
  made: number;
  /** A phone came in with it. */
  used: number;
  unused: number;
  /** Tries with what is no ticket of this event. */
  refused: number;
  /** Tickets with which a second phone came while the first was there. */
  duplicates: number;
}

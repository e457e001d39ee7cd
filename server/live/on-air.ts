import { isChangeAllowed, isRevealed, type Asking } from '../../shared/asking.ts';
import type { AskingOnAir, EventOnAir, TallyTick } from '../../shared/messages.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { findingOf } from '../live-event/asking-results.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { accentOf, type Accent } from '../../shared/accent.ts';

const ACCENTS = new Map<string, Accent>();
const MOST_ACCENTS = 100;

/** What phones, screens and presenters alike are told of an event and its askings. */

export function eventOnAir({ event }: LiveEventHost): EventOnAir {
  const { id, title, code, state, isRehearsal, setUp } = event;
  const accent = setUp.accent === null ? null : accentKnown(setUp.accent);
  const { pace, openFrom, openUntil, logo } = setUp;
  return { id, title, code, state, isRehearsal, pace, openFrom, openUntil, accent, logo };
}

/** Reckoned once: every phone that connects is told it. */
function accentKnown(colour: string): Accent {
  const known = ACCENTS.get(colour) ?? accentOf(colour);
  if (ACCENTS.size >= MOST_ACCENTS) ACCENTS.clear();
  ACCENTS.set(colour, known);
  return known;
}

export function askingOnAir(host: LiveEventHost, asking: Asking): AskingOnAir {
  const { id, state, shown, closesAt, settings } = asking;
  const { closeAtEnd } = settings;
  const changeAllowed = isChangeAllowed(asking);
  const byHand = asking.hands ? { isByHand: true as const } : {};
  return { id, question: host.specOf(id), state, shown, closesAt, closeAtEnd, changeAllowed, ...byHand };
}

/** The tally as the room may see it, or null while results are hidden. The sentence comes with the reveal, unless it is left off. */
export function tickForRoom(host: LiveEventHost, asking: Asking | undefined): TallyTick | null {
  if (!asking?.shown || asking.state === 'waiting') return null;
  const isSaid = isRevealed(asking) && asking.settings.showFinding;
  return { ...tickOf(host, asking), finding: isSaid ? findingOf(host, asking) : null };
}

/** All numbers, for those who read the event: hidden or not, with the sentence as soon as voting has closed. */
export function tickForReaders(host: LiveEventHost, asking: Asking | undefined): TallyTick | null {
  if (!asking || asking.state === 'waiting') return null;
  return { ...tickOf(host, asking), finding: asking.state === 'closed' ? findingOf(host, asking) : null };
}

/** Of what people wrote only as much as a room may see, to whomever: thousands of texts are no tick. */
function tickOf(host: LiveEventHost, { id }: Asking): Omit<TallyTick, 'finding'> {
  const tally = questionType(host.specOf(id).type).forRoom(host.tallyOf(id), host.sightOfRoom(id));
  return { askingId: id, version: host.version, tally, heads: host.heads(id) };
}

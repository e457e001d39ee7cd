import type { RoomSize } from '../../../shared/live-event.ts';

export type RoomSizeInput = { ok: true; value: number | RoomSize | null } | { ok: false; problem: string };

const HOW = 'Write a number, “about 300”, or a range such as 280 to 320.';
const ABOUT =
  /^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|c\.|some|etwa|ungefähr|rund|~|≈)\s*(\d+)\s*(?:people|persons)?$/i;
const RANGE = /^(\d+)\s*(?:-|–|—|to|bis|\.\.+|…)\s*(\d+)\s*(?:people|persons)?$/i;
const EXACT = /^(\d+)\s*(?:people|persons)?$/i;

/** How many were in the room, as a person writes it. "About 300" is 280 to 320: a fifteenth either way, in round numbers. */
export function readRoomSize(written: string): RoomSizeInput {
  const text = written.trim().replace(/(\d)[\s,.'](?=\d{3}\b)/g, '$1');
  if (text === '') return { ok: true, value: null };
  const exact = EXACT.exec(text);
  if (exact) return { ok: true, value: Number(exact[1]) };
  const about = ABOUT.exec(text);
  if (about) return { ok: true, value: roundAbout(Number(about[1])) };
  const range = RANGE.exec(text);
  if (!range) return { ok: false, problem: HOW };
  const [low, high] = [Number(range[1]), Number(range[2])];
  return low <= high
    ? { ok: true, value: { low, high } }
    : { ok: false, problem: `The lower number comes first: ${high} to ${low}?` };
}

function roundAbout(n: number): RoomSize {
  const step = n >= 100 ? 10 : 1;
  const spread = Math.max(step, Math.round(n / 15 / step) * step);
  return { low: Math.max(0, n - spread), high: n + spread };
}

/** The same back into the field. */
export function writeRoomSize(size: RoomSize | null): string {
  if (size === null) return '';
  return size.low === size.high ? String(size.low) : `${size.low} to ${size.high}`;
}

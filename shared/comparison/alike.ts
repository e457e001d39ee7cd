import { say, type ComparisonSaid } from '../words/comparison-words.ts';
import type { ComparedPoint } from './compared-point.ts';
import { haveSameOptions, type Row } from './rows.ts';

/**
 * [CO4] Why two points are not marked as the same kind of audience, way of counting, wording and options; empty where they
 * are, and only then a clear difference is a shift. People of one event are one audience.
 */
export function unlikeness(from: ComparedPoint, to: ComparedPoint, rows: readonly Row[]): ComparisonSaid[] {
  return [
    ...unlikeAudience(from, to),
    ...unlikeMethod(asTag(from.method), asTag(to.method)),
    ...(from.base === to.base ? [] : [say('unlike.bases')]),
    ...unlikeWording(from, to),
    ...(haveSameOptions(from, to, rows) ? [] : [say('unlike.options')]),
  ];
}

/** Two of which nobody said how they were counted are not known to be counted alike. */
function unlikeMethod(from: string, to: string): ComparisonSaid[] {
  if (from === '' || to === '') return [say('unlike.counted-unknown')];
  return from === to ? [] : [say('unlike.counted')];
}

function unlikeAudience(from: ComparedPoint, to: ComparedPoint): ComparisonSaid[] {
  if (from.eventId !== null && from.eventId === to.eventId) return [];
  const tags = new Set(from.audienceTags.map(asTag));
  if (to.audienceTags.some((tag) => tags.has(asTag(tag)))) return [];
  return from.audienceTags.length > 0 && to.audienceTags.length > 0
    ? [say('unlike.audience')]
    : [say('unlike.audience-unmarked')];
}

function asTag(tag: string): string {
  return tag.trim().toLowerCase();
}

function unlikeWording(from: ComparedPoint, to: ComparedPoint): ComparisonSaid[] {
  if (from.wordingNumber === null || to.wordingNumber === null) return [say('unlike.wording-unknown')];
  return from.wordingNumber === to.wordingNumber ? [] : [say('unlike.wording')];
}

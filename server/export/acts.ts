import type { Act } from '../store/store.ts';

/** What is done while an event runs; everything else prepares it, and stays after a rehearsal. */
const RUNNING =
  /^(asking:(open|close|show|hide|timer|hands|late|aside)|askings:|stage:|text:|post:|rehearsal:)/;

/** [RE3] The acts of an event, oldest first, without what was done in its rehearsals. */
export function actsOutsideRehearsals(acts: readonly Act[]): Act[] {
  let isRehearsal = false;
  return acts.filter(({ what }) => {
    const isIn = isRehearsal || what === 'rehearsal:begin';
    isRehearsal = isIn && what !== 'rehearsal:end';
    return !isIn || !RUNNING.test(what);
  });
}

import { accentProblem } from '../../shared/accent.ts';
import { refusesSetUp } from '../../shared/event-set-up.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { FieldError } from '../../shared/result.ts';

/** What an event's set-up in a file says that nobody could have set up here. A rehearsal never leaves in a file (RE3). */
export function wrongSetUp({ setUp, isRehearsal }: Pick<LiveEvent, 'setUp' | 'isRehearsal'>): FieldError[] {
  const errors = refusesSetUp(setUp);
  const accent = setUp.accent === null ? undefined : accentProblem(setUp.accent);
  if (accent) errors.push({ path: 'setUp.accent', message: accent });
  if (isRehearsal) errors.push({ path: 'isRehearsal', message: 'Made-up votes are taken from no file.' });
  return errors.map(({ path, message }) => ({ path: `event.${path}`, message }));
}

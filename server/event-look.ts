import { accentProblem } from '../shared/accent.ts';
import type { EventSetUp } from '../shared/event-set-up.ts';
import { Refused, type FieldError } from '../shared/result.ts';
import type { Store } from './store/store.ts';

/** [TH1] Refuses an accent that bars would not stand out in, and a logo that is not kept here. */
export async function mustLookRight(
  { pictures }: Pick<Store, 'pictures'>,
  { accent, logo }: Partial<Pick<EventSetUp, 'accent' | 'logo'>>,
): Promise<void> {
  const errors: FieldError[] = [];
  const problem = accent && accentProblem(accent);
  if (problem) errors.push({ path: 'setUp.accent', message: problem });
  if (logo && !(await pictures.get(logo)))
    errors.push({ path: 'setUp.logo', message: 'There is no such picture here. Add it first.' });
  if (errors.length > 0) throw new Refused('INVALID', errors[0]?.message, { errors });
}

import { newOptionId, type RandomBytes } from './ids.ts';
import type { QuestionSettings } from './question.ts';
import type { Labelled } from './questions/labelled.ts';

/** What a list may hold when it comes in. */
type Given = Partial<Pick<Labelled, 'id'>> & Pick<Labelled, 'label'>;

/** The things a setting lists; none where there is no such list. */
export function listedIn(settings: QuestionSettings, name: string): Labelled[] {
  const list = settings[name];
  return Array.isArray(list) ? (list as Labelled[]) : [];
}

/** Everything the settings of any of these versions listed under a name, each as it was called last. */
export function listedEver(versions: readonly { settings: QuestionSettings }[], name: string): Labelled[] {
  const known = new Map(
    versions.flatMap(({ settings }) => listedIn(settings, name).map((each) => [each.id, each])),
  );
  return [...known.values()];
}

/**
 * [QU6] The settings with an id for everything they list. As with options (QU3) what is given with an id it had before
 * stays the same thing, unless its label changed and that gave it a new meaning; whatever else is new.
 */
export function withListIds(
  settings: QuestionSettings,
  lists: readonly string[],
  versions: readonly { settings: QuestionSettings }[],
  change: 'correction' | 'new-meaning' | undefined,
  random: RandomBytes,
): QuestionSettings {
  const withIds = lists
    .filter((name) => name in settings)
    .map((name) => {
      const before = new Map(listedEver(versions, name).map((each) => [each.id, each]));
      return [
        name,
        listedIn(settings, name).map((each) => identified(each, before, change, random)),
      ] as const;
    });
  return { ...settings, ...Object.fromEntries(withIds) };
}

/** An id stands for one thing: given twice, only the first keeps it. */
function identified(
  { id, label }: Given,
  before: Map<string, Labelled>,
  change: 'correction' | 'new-meaning' | undefined,
  random: RandomBytes,
): Labelled {
  const was = id === undefined ? undefined : before.get(id);
  const isSame = was !== undefined && (was.label === label || change !== 'new-meaning');
  if (isSame) before.delete(was.id);
  return { id: isSame ? was.id : newOptionId(random), label };
}

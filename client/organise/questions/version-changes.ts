import type { Option, QuestionSettings } from '../../../shared/question.ts';

interface Version {
  prompt: string;
  options: Option[];
  settings: QuestionSettings;
}

/** One difference between two versions, as a sentence; `mark` says what it means for comparing them. */
export interface Change {
  text: string;
  mark: 'wording' | 'same' | 'added' | 'dropped' | 'order' | 'settings';
}

/** What became different from one version to the next, option by option, by their ids. */
export function changesBetween(before: Version, after: Version): Change[] {
  return [
    ...promptChange(before, after),
    ...optionChanges(before, after),
    ...settingChanges(before.settings, after.settings),
  ];
}

/** What the edit was said to be, as the beginning of a line: "A correction. "; empty where nobody had to say. */
export function changeWords(
  before: Version,
  after: Version & { change: 'correction' | 'new-meaning' | null },
): string {
  if (before.prompt !== after.prompt)
    return after.change === 'correction' ? 'A correction. ' : 'A new wording. ';
  const isRelabelled = after.options.some(({ id, label }) =>
    before.options.some((was) => was.id === id && was.label !== label),
  );
  return isRelabelled ? 'A correction. ' : '';
}

function promptChange(before: Version, after: Version): Change[] {
  if (before.prompt === after.prompt) return [];
  const [was, is] = differingPart(before.prompt, after.prompt);
  return [{ text: `“${was}” becomes “${is}”`, mark: 'wording' }];
}

function optionChanges(before: Version, after: Version): Change[] {
  const changes: Change[] = [];
  for (const option of after.options) {
    const was = before.options.find(({ id }) => id === option.id);
    if (!was) changes.push({ text: `“${option.label}” is new`, mark: 'added' });
    else if (was.label !== option.label)
      changes.push({ text: `“${was.label}” becomes “${option.label}”, the same option`, mark: 'same' });
  }
  const kept = after.options
    .filter(({ id }) => before.options.some((was) => was.id === id))
    .map(({ id }) => id);
  for (const { id, label } of before.options) {
    if (!after.options.some((option) => option.id === id))
      changes.push({ text: `“${label}” is dropped`, mark: 'dropped' });
  }
  const keptBefore = before.options.map(({ id }) => id).filter((id) => kept.includes(id));
  if (keptBefore.some((id, index) => id !== kept[index]))
    changes.push({ text: 'Another order', mark: 'order' });
  return changes;
}

const SETTING_WORDS: Record<string, [on: string, off: string]> = {
  shuffle: ['Another order on each phone', 'The same order on every phone'],
  other: ['“Other, please say” is offered', 'No “Other, please say” any more'],
  abstain: ['People may abstain', 'No abstaining any more'],
  describes: ['Results can be split by it', 'Results are not split by it any more'],
};

function settingChanges(before: QuestionSettings, after: QuestionSettings): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return changed.map((name) => ({ text: settingWords(name, after[name]), mark: 'settings' }));
}

function settingWords(name: string, value: unknown): string {
  const words = SETTING_WORDS[name];
  if (words) return value === true ? words[0] : words[1];
  const limit = typeof value === 'number' ? String(value) : 'no limit';
  if (name === 'max') return `At most: ${limit}`;
  return name === 'min' ? `At least: ${limit}` : `Setting “${name}” changed`;
}

/** The words between what two wordings begin and end with alike. */
function differingPart(before: string, after: string): [string, string] {
  const [a, b] = [before.split(' '), after.split(' ')];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const part = (words: string[]) => words.slice(start, words.length - end).join(' ');
  // With nothing left on one side, both sentences say more than a gap.
  return part(a) === '' || part(b) === '' ? [before, after] : [part(a), part(b)];
}

import { CliFailure } from './cli-failure.ts';

export interface QuestionLine {
  id: string;
  prompt: string;
}

/** The question a person meant by its id or the beginning of its words, in any case. Throws when none or several fit. */
export function onlyQuestion<Line extends QuestionLine>(meant: string, questions: readonly Line[]): Line {
  const byId = questions.find(({ id }) => id === meant);
  if (byId) return byId;
  const begin = meant.trim().toLowerCase();
  const [found, ...others] = questions.filter(({ prompt }) => prompt.toLowerCase().startsWith(begin));
  if (!found) throw new CliFailure(`There is no question with the id or the words “${meant}”.`);
  if (others.length === 0) return found;
  const lines = [found, ...others].map(({ id, prompt }) => `${id}  ${prompt}`);
  throw new CliFailure(`Several questions begin like that. Take the id of one:\n${lines.join('\n')}`);
}

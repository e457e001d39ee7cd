import { inLanguage, labelsBetween, saidInLanguage } from '../../shared/in-language.ts';
import type { TallyTick } from '../../shared/messages.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import type { Finding, NoFinding } from '../../shared/questions/question-type.ts';
import { currentLanguage } from './words.svelte.ts';

/** [TR3] Something with a question, as it is read in the language of this page. */
export function asRead<Asked extends { question: QuestionSpec }>(asked: Asked): Asked {
  const question = inLanguage(asked.question, currentLanguage());
  return question === asked.question ? asked : { ...asked, question };
}

/** A tally whose sentence has the labels as they are read. */
export function tickAsRead(tick: TallyTick, written: QuestionSpec, read: QuestionSpec): TallyTick {
  if (written === read || tick.finding === null) return tick;
  return { ...tick, finding: findingAsRead(tick.finding, labelsBetween(written, read)) };
}

function findingAsRead(
  finding: Finding | NoFinding,
  labels: ReadonlyMap<string, string>,
): Finding | NoFinding {
  if (finding.kind === 'none') return { ...finding, said: saidInLanguage(finding.said, labels) };
  const { text, detail } = finding.said;
  const said = {
    text: saidInLanguage(text, labels),
    detail: detail.map((each) => saidInLanguage(each, labels)),
  };
  return { ...finding, said };
}

import type { QuestionView } from '../../../client/organise/entities.ts';
import type { OptionId, QuestionId } from '../../../shared/ids.ts';

const at = '2026-11-24T10:00:00Z';

/** A single choice with one version, as REST gives it. */
export function aQuestionView(...labels: string[]): QuestionView {
  const options = labels.map((label) => ({ id: label.toLowerCase() as OptionId, label }));
  const content = { prompt: 'Who?', options, settings: {} };
  return {
    id: 'q' as QuestionId,
    type: 'single',
    version: 1,
    ...content,
    translations: {},
    isPublic: false,
    createdAt: at,
    updatedAt: at,
    versions: [{ version: 1, ...content, translations: {}, change: null, createdAt: at }],
    askings: [],
  };
}

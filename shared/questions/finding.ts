import { inEnglish, type FindingSaid } from '../words/finding-words.ts';
import type { Finding, NoFinding } from './question-type.ts';

/** A finding and its words in English. */
export function finding(
  about: Pick<Finding, 'kind' | 'rule' | 'leaders'>,
  text: FindingSaid,
  detail: FindingSaid[],
): Finding {
  return {
    ...about,
    text: inEnglish(text),
    detail: detail.map(inEnglish).join(' '),
    said: { text, detail },
  };
}

export function noFinding(key: FindingSaid['key'], values: FindingSaid['values'] = {}): NoFinding {
  const said = { key, values };
  return { kind: 'none', reason: inEnglish(said), said };
}

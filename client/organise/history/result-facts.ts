import type { ReportedResult } from '../../../shared/data-point.ts';
import { percentWords, rangeWords } from '../../../shared/comparison/number-words.ts';
import type { OutsideResultView } from '../entities.ts';

const WORDING = { exact: 'known exactly', rough: 'roughly the same', unknown: 'not known' };

/** What was said of a result from elsewhere, under names people know; nothing stands for what is not known. */
export function resultFacts(result: OutsideResultView): { name: string; text: string }[] {
  const { audience, reached, askedBy, method, wording, prompt, optionsOffered, results, imported } = result;
  const facts: [name: string, text: string | null | undefined][] = [
    ['Who was asked', audience],
    ['How they were reached', reached],
    ['Asked by', askedBy],
    ['How it was counted', method],
    ['The words', prompt === null ? WORDING[wording] : `${WORDING[wording]}: “${prompt}”`],
    ['Options offered', optionsOffered === null ? 'not known' : optionsOffered.join(', ')],
    ['Reported', results.map(reportedWords).join('; ')],
    ['Read from', imported?.file],
    ['Note', result.source?.note],
  ];
  return facts.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

/** "Data 19", "Data 85–95 %", "Data: little support". */
export function reportedWords({ label, count, share, shareLow, shareHigh, words }: ReportedResult): string {
  const said = words === undefined ? '' : ` (${words})`;
  if (count !== undefined) return `${label} ${count}${said}`;
  if (shareLow !== undefined && shareHigh !== undefined)
    return `${label} ${rangeWords({ low: shareLow, high: shareHigh })}${said}`;
  if (share !== undefined) return `${label} ${percentWords(share)}${said}`;
  return words === undefined ? label : `${label}: ${words}`;
}

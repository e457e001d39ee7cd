import type { Command } from 'commander';
import type { Comparison, ComparisonPoint } from '../../shared/comparison/comparison.ts';
import { shareWords } from '../../shared/comparison/result-words.ts';
import { onData, withDesk, type DataOptions } from './on-data.ts';
import { say, sayTable, type Io } from './say.ts';

/** `askagain compare QUESTION`: the sentences, a table of what was chosen when, and what must be known beside it. */
export function addComparisonCommand(program: Command, env: NodeJS.ProcessEnv, io: Io): void {
  onData(program.command('compare'))
    .description('set every time a question was asked side by side')
    .argument('<question>', 'its id, or the beginning of its words')
    .option('--json', 'the whole comparison as JSON')
    .action(async (question: string, options: DataOptions & { json?: boolean }) => {
      const comparison = await withDesk(env, options, (desk) => desk.compare(question));
      if (options.json) return say(io, JSON.stringify(comparison, null, 2));
      sayComparison(io, comparison);
    });
}

const MARKS = { 'counted-here': '●', 'brought-in': '■', remembered: '◇' };

function sayComparison(
  io: Io,
  { question, points, options, sentences, warnings, howWeKnow }: Comparison,
): void {
  say(io, question.prompt);
  say(io, '');
  for (const sentence of sentences) say(io, sentence);
  say(io, '');
  sayTable(
    io,
    ['', ...points.map((point) => `${MARKS[point.provenance]} ${point.whenText}`)],
    [
      ['', ...points.map(({ label }) => label)],
      ['', ...points.map(({ nText }) => nText)],
      ...options.map(({ optionId, label }) => [label, ...points.map((point) => shareIn(point, optionId))]),
    ],
  );
  say(io, '');
  say(io, '● counted here  ■ brought in  ◇ remembered  ? not known  – not offered');
  for (const { text } of warnings) say(io, text);
  say(io, '');
  say(io, 'How we know');
  for (const paragraph of howWeKnow) say(io, paragraph);
}

function shareIn({ options }: ComparisonPoint, optionId: string): string {
  const option = options.find((each) => each.optionId === optionId);
  return option ? shareWords(option) : '?';
}

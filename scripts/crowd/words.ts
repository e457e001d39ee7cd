import type { CrowdReport } from './crowd-figures.ts';
import type { Spread } from './percentile.ts';

/** What a crowd has done so far, in one line. */
export function progressLine(report: CrowdReport): string {
  const { phones, joined, connected, sent, acknowledged, changed, cameBack, ack, seconds } = report;
  const refused = sum(report.refused);
  const parts = [
    `${Math.round(seconds)} s`,
    `joined ${joined}/${phones}`,
    `connected ${connected}`,
    `ballots ${sent}, acknowledged ${acknowledged}${refused > 0 ? `, refused ${refused}` : ''}`,
    `changed ${changed}`,
    `came back ${cameBack}`,
  ];
  if (ack) parts.push(`ack p50 ${ms(ack.p50)}, p99 ${ms(ack.p99)} ms`);
  return parts.join('  ');
}

/** The same at the end, whole. */
export function reportLines(report: CrowdReport): string[] {
  const { phones, joined, connected, sent, acknowledged, sentAgain, unanswered } = report;
  const again = sentAgain > 0 ? ` (${sentAgain} sent again)` : '';
  const lines = [
    `phones        ${joined} of ${phones} joined, ${connected} connected at the end`,
    `ballots       ${sent} sent${again}, ${acknowledged} acknowledged, ${unanswered} unanswered`,
    `changed       ${report.changed}`,
    `came back     ${report.cameBack} (${report.dropped} had dropped of their own accord)`,
    `acknowledged  ${ackWords(report.ack)}`,
  ];
  if (sum(report.refused) > 0) lines.push(`refused       ${byCode(report.refused)}`);
  if (sum(report.gaveUp) > 0) lines.push(`gave up       ${byCode(report.gaveUp)}`);
  if (report.missing > 0)
    lines.push(`MISSING       ${report.missing} acknowledged ballots the server did not know afterwards`);
  return lines;
}

function ackWords(ack: Spread | null): string {
  if (!ack) return 'nothing: no question was open';
  return `in p50 ${ms(ack.p50)}, p99 ${ms(ack.p99)}, at most ${ms(ack.max)} ms`;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function byCode(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

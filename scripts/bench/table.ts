import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { BUSY_GENERATOR } from './cpu.ts';
import type { Row } from './row.ts';

/** Without these a figure means nothing. */
export interface Circumstances {
  commit: string;
  date: string;
  node: string;
  cpu: string;
  cores: number;
  phones: number;
  rounds: number;
  /** Share of the machine that neither the servers nor this process took. */
  others: number;
}

export function circumstances(
  root: string,
  measured: Pick<Circumstances, 'phones' | 'rounds' | 'others'>,
): Circumstances {
  const machine = cpus();
  return {
    commit: commitOf(root),
    date: new Date().toISOString(),
    node: process.version,
    cpu: machine[0]?.model.trim() ?? 'unknown',
    cores: machine.length,
    ...measured,
  };
}

/** With a plus where files were changed since. */
function commitOf(root: string): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? '+' : '');
  } catch {
    return 'unknown';
  }
}

/** With more going on beside it, a bench says little. */
const MANY_OTHERS = 0.1;

const HEADER = ['figure', 'ours', 'floor', 'ratio', 'goal', ''];

export function tableLines(rows: readonly Row[], where: Circumstances): string[] {
  const cells = [HEADER, ...rows.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : pad(cell, widths[column] ?? 0, column),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...notesOn(rows, where)];
}

function notesOn(rows: readonly Row[], where: Circumstances): string[] {
  const { commit, date, node, cpu, cores, phones, rounds, others } = where;
  const measured = `${phones} phones, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, medians.`;
  const notes = [`${measured} Commit ${commit}, ${date.slice(0, 16)}Z, Node ${node}, ${cores} × ${cpu}`];
  if (rows.some(({ verdict }) => verdict === 'void'))
    notes.push(
      `void: the load generator took over ${BUSY_GENERATOR * 100} % of a core, or nothing was measured`,
    );
  if (others > MANY_OTHERS)
    notes.push(
      `Others took ${Math.round(others * 100)} % of this machine meanwhile: trust no time above, ratios little.`,
    );
  return notes;
}

function pad(cell: string, width: number, column: number): string {
  return column < 4 ? cell.padStart(width) : cell.padEnd(width);
}

function cellsOf({ figure, unit, ours, floor, ratio, goal, verdict, failed }: Row): string[] {
  return [
    figure,
    `${short(ours)} ${unit}`,
    floor === null ? '' : `${short(floor)} ${unit}`,
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    goal,
    failed.length > 0 ? `${verdict}, ${failed.length} × ${failed[0]}` : verdict,
  ];
}

function short(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

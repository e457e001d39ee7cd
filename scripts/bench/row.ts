import { median } from '../crowd/percentile.ts';
import { BUSY_GENERATOR } from './cpu.ts';

/** What a figure is to reach: of itself, or of its ratio to the floor. */
export interface Goal {
  of: 'ours' | 'ratio';
  most?: number;
  least?: number;
}

/** One figure, measured once a round on either side. */
export interface Measured {
  figure: string;
  unit: string;
  ours: number[];
  /** The same beside it, or what cannot be undercut; empty where there is none. */
  floor: number[];
  goal?: Goal;
  /** Shares of a core the load generator took. */
  generator: number[];
  /** What went wrong, each once; a row in which something failed is not met. */
  failed?: string[];
}

export interface Row {
  figure: string;
  unit: string;
  ours: number;
  floor: number | null;
  ratio: number | null;
  goal: string;
  verdict: 'met' | 'missed' | 'void' | '';
  failed: string[];
  rounds: { ours: number[]; floor: number[]; generator: number[] };
}

/** Ratio of medians; void where the load generator was busy enough to have measured itself. */
export function rowOf(measured: Measured): Row {
  const { figure, unit, goal, generator, failed = [] } = measured;
  const ours = median(measured.ours);
  const floor = measured.floor.length > 0 ? median(measured.floor) : null;
  const ratio = floor === null ? null : ours / floor;
  const isVoid = generator.some((share) => share > BUSY_GENERATOR) || Number.isNaN(ours);
  const verdict = isVoid ? 'void' : verdictOf(goal, goal?.of === 'ratio' ? ratio : ours, failed);
  const rounds = { ours: measured.ours, floor: measured.floor, generator };
  return { figure, unit, ours, floor, ratio, goal: goalWords(goal, unit), verdict, failed, rounds };
}

function verdictOf(goal: Goal | undefined, value: number | null, failed: readonly string[]): Row['verdict'] {
  if (failed.length > 0) return 'missed';
  if (!goal || value === null) return '';
  const isMet = value <= (goal.most ?? Infinity) && value >= (goal.least ?? -Infinity);
  return isMet ? 'met' : 'missed';
}

function goalWords(goal: Goal | undefined, unit: string): string {
  if (!goal) return '';
  const limit = goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`;
  return goal.of === 'ratio' ? `${limit}×` : `${limit} ${unit}`;
}

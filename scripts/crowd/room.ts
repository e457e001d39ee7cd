import type { Agent } from 'node:http';
import type { QuestionSpec } from '../../shared/question.ts';
import type { CrowdFigures } from './crowd-figures.ts';
import type { Opinion } from './opinions.ts';
import type { Cast } from './phone-line.ts';
import type { Pace } from './timing.ts';

/** A ballot the server has acknowledged, as whoever checks the server afterwards needs it. */
export interface Acknowledged extends Cast {
  /** The number of the phone, from 0. */
  phone: number;
  voterToken: string;
  /** Milliseconds of the server's clock. */
  castAt: number;
}

/** What all phones of a crowd have in common. */
export interface Room {
  url: string;
  code: string;
  agent: Agent;
  pace: Pace;
  /** How long the crowd stays, milliseconds; some phones drop in between. */
  stayMs: number;
  figures: CrowdFigures;
  opinion(spec: QuestionSpec): Opinion;
  acknowledged(ballot: Acknowledged): void;
}

import { haveNotAnswered, type Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';
import { noFinding } from '../../shared/questions/finding.ts';
import type { Finding, NoFinding, OptionResult } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { LiveEventHost } from '../live-event-host.ts';

/** The results of one asking as REST gives them. Shares and bounds are 0–1. */
export interface AskingResults {
  askingId: AskingId;
  state: Asking['state'];
  shown: boolean;
  ballots: number;
  joined: number;
  roomSize: { low: number; high: number } | null;
  haveNotAnswered: number;
  conditions: Asking['conditions'];
  finding: Pick<Finding, 'kind' | 'text' | 'rule'> | null;
  findingReason?: string;
  options: OptionResult[];
  [own: string]: unknown;
}

export function askingResults(host: LiveEventHost, asking: Asking): AskingResults {
  const spec = host.specOf(asking.id);
  const room = host.roomOf(asking.id);
  const tally = host.tallyOf(asking.id);
  const found = findingOf(host, asking);
  return {
    askingId: asking.id,
    state: asking.state,
    shown: asking.shown,
    ballots: tally.ballots,
    joined: room.joined,
    roomSize: room.roomSize,
    haveNotAnswered: haveNotAnswered(tally.ballots, room.joined, room.roomSize?.high ?? null),
    conditions: asking.conditions,
    finding: found.kind === 'none' ? null : { kind: found.kind, text: found.text, rule: found.rule },
    ...(found.kind === 'none' ? { findingReason: found.reason } : {}),
    ...questionType(spec.type).results(spec, tally, room),
  };
}

/** The sentence, once voting has closed: while people vote there is no favourite. */
export function findingOf(host: LiveEventHost, asking: Asking): Finding | NoFinding {
  if (asking.state !== 'closed') return noFinding('finding.open');
  const spec = host.specOf(asking.id);
  return questionType(spec.type).finding(spec, host.tallyOf(asking.id), host.roomOf(asking.id));
}

import type { Asking } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';
import { noFinding } from '../../shared/questions/finding.ts';
import { handsFinding, handsTable } from '../../shared/questions/hands.ts';
import type { Finding, NoFinding, OptionResult, ResultTable } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { missingFrom } from '../../shared/questions/who-is-missing.ts';
import { sightOfReaders } from '../../shared/questions/written-text.ts';
import type { LiveEventHost } from '../live-event-host.ts';

/** The results of one asking as REST gives them. Shares and bounds are 0–1. */
export interface AskingResults {
  askingId: AskingId;
  state: Asking['state'];
  shown: boolean;
  ballots: number;
  /** Counted by the presenter, in place of ballots. */
  hands: Asking['hands'];
  joined: number;
  roomSize: { low: number; high: number } | null;
  haveNotAnswered: number;
  late: number;
  conditions: Asking['conditions'];
  finding: Pick<Finding, 'kind' | 'text' | 'rule' | 'leaders'> | null;
  findingReason?: string;
  options: OptionResult[];
  table: ResultTable;
  [own: string]: unknown;
}

/** `isForRoom`: texts that people wrote only as far as an organiser has shown them. */
export function askingResults(host: LiveEventHost, asking: Asking, isForRoom = false): AskingResults {
  const spec = host.specOf(asking.id);
  const type = questionType(spec.type);
  const room = host.roomOf(asking.id);
  const whole = host.tallyOf(asking.id);
  const tally = isForRoom
    ? type.forRoom(whole, host.sightOfRoom(asking.id))
    : (type.texts?.read(whole, sightOfReaders(host.room(asking.id).decisions)) ?? whole);
  const found = isForRoom && !asking.settings.showFinding ? null : findingOf(host, asking);
  return {
    askingId: asking.id,
    state: asking.state,
    shown: asking.shown,
    // Hands are no ballots.
    ballots: asking.hands ? 0 : tally.ballots,
    hands: asking.hands,
    joined: room.joined,
    roomSize: room.roomSize,
    haveNotAnswered: missingFrom(tally, room),
    late: host.lateOf(asking.id),
    conditions: asking.conditions,
    finding: found && found.kind !== 'none' ? findingFacts(found) : null,
    ...(found?.kind === 'none' ? { findingReason: found.reason } : {}),
    table: asking.hands ? handsTable(type.table(spec, tally, room)) : type.table(spec, tally, room),
    ...type.results(spec, tally, room),
  };
}

function findingFacts({ kind, text, rule, leaders }: Finding): AskingResults['finding'] {
  return { kind, text, rule, leaders };
}

/** The sentence, once voting has closed: while people vote there is no favourite. */
export function findingOf(host: LiveEventHost, asking: Asking): Finding | NoFinding {
  if (asking.state !== 'closed') return noFinding('finding.open');
  const spec = host.specOf(asking.id);
  if (asking.hands) return handsFinding(spec, asking.hands);
  const type = questionType(spec.type);
  const whole = host.tallyOf(asking.id);
  // What the room may not read leads nothing.
  const tally = type.texts?.read(whole, host.sightOfRoom(asking.id)) ?? whole;
  return type.finding(spec, tally, host.roomOf(asking.id));
}

import type { EventSetUp } from '../../shared/event-set-up.ts';
import type { EventRight } from '../../shared/access.ts';
import { showsLastTime, type Asking } from '../../shared/asking.ts';
import type { StopDetails } from '../../shared/event-set-up.ts';
import type { AskingId } from '../../shared/ids.ts';
import { comparedQuestion, shownPicture, WALL_STOP, type StopId } from '../../shared/live-event.ts';
import type { OrderEntry, PresenterHere, PresenterState, Stop, TallyTick } from '../../shared/messages.ts';
import { latestVersion } from '../../shared/question.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { askingOnAir, eventOnAir, tickForReaders, tickForRoom } from './on-air.ts';

export interface PresenterView {
  may: EventRight[];
  presenters: PresenterHere[];
  /** What the QR code says. */
  joinUrl: string;
  now: number;
}

/** What a screen, remote or console is shown, as far as it may see it. */
export function presenterState(host: LiveEventHost, view: PresenterView): PresenterState {
  const { theme, roomSize, startsOn, setUp } = host.event;
  return {
    version: host.version,
    serverTime: view.now,
    event: { ...eventOnAir(host), theme, language: setUp.language, roomSize, startsOn, ...doorOf(setUp) },
    joinUrl: view.joinUrl,
    stage: host.stage,
    order: host.event.order.map((id) => ({
      ...orderEntry(host, id),
      ...detailsOf(host.event.setUp.stops[id], view.may.includes('read')),
    })),
    stops: host.askings().map((asking) => stopOf(host, asking, view.may.includes('read'))),
    comparison: host.comparison,
    heads: host.heads(stagedAsking(host)?.id ?? null),
    tally: presenterTick(host, view.may),
    presenters: view.presenters,
    rehearsal: host.rehearsal,
    wall: host.event.setUp.wall,
    may: view.may,
  };
}

function doorOf({ isDoorClosed, entry }: EventSetUp): Pick<EventSetUp, 'isDoorClosed' | 'entry'> {
  return { isDoorClosed, entry };
}

/** The tally of the asking on stage, as somebody with these rights may see it. */
export function presenterTick(host: LiveEventHost, may: readonly EventRight[]): TallyTick | null {
  const asking = stagedAsking(host);
  return may.includes('read') ? tickForReaders(host, asking) : tickForRoom(host, asking);
}

export function stagedAsking(host: LiveEventHost): Asking | undefined {
  const { view, askingId } = host.stage;
  return view === 'asking' && askingId ? host.asking(askingId) : undefined;
}

function stopOf(host: LiveEventHost, asking: Asking, mayRead: boolean): Stop {
  const { questionId, questionVersion, number, settings, conditions, openedAt, closedAt, said } = asking;
  // The room votes without knowing how the last one voted, unless it was set up so.
  const maySee = mayRead || showsLastTime(asking);
  return {
    ...askingOnAir(host, asking),
    questionId,
    questionVersion,
    number,
    settings,
    conditions,
    // Hands that are not shown yet are numbers like any other.
    hands: mayRead || asking.shown ? asking.hands : null,
    openedAt,
    closedAt,
    said: mayRead ? said : null,
    ballots: host.ballotsOf(asking.id),
    joined: host.joinedOf(asking.id),
    late: host.lateOf(asking.id),
    lastTime: maySee ? host.lastTimeOf(asking.id) : null,
    shifts: maySee ? host.shiftsOf(asking.id) : null,
  };
}

/** What the presenter wrote for themselves is nobody else's to read. */
function detailsOf(details: StopDetails = {}, mayRead: boolean): StopDetails {
  const { note: _note, ...shown } = details;
  return mayRead ? details : shown;
}

function orderEntry(host: LiveEventHost, id: StopId): OrderEntry {
  const questionId = comparedQuestion(id);
  if (questionId) {
    const { prompt } = latestVersion(host.comparedQuestion(questionId));
    return { id, kind: 'comparison', questionId, prompt };
  }
  const pictureId = shownPicture(id);
  if (pictureId) return { id, kind: 'picture', pictureId, prompt: host.picture(pictureId).alt || 'Picture' };
  if (id === WALL_STOP) return { id, kind: 'wall', prompt: 'Questions from the room' };
  const askingId = id as AskingId;
  return { id, kind: 'asking', askingId, prompt: host.specOf(askingId).prompt };
}

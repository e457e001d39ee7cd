import { DEFAULT_SET_UP, type EventSetUp } from '../../../../shared/event-set-up.ts';
import type { EventId, JoinCode } from '../../../../shared/ids.ts';
import type { LiveEvent, StopId } from '../../../../shared/live-event.ts';

/** An event as its row, without the stage. */
export interface EventRow {
  id: EventId;
  code: JoinCode;
  title: string;
  state: LiveEvent['state'];
  starts_on: string | null;
  place: string | null;
  audience: string | null;
  audience_tags: string;
  room_low: number | null;
  room_high: number | null;
  is_private: number;
  theme: LiveEvent['theme'];
  running_order: string;
  set_up: string;
  is_rehearsal: number;
  is_template: number;
  sort_at: number;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export function toEventRow(event: LiveEvent): EventRow {
  return {
    id: event.id,
    code: event.code,
    title: event.title,
    state: event.state,
    starts_on: event.startsOn,
    place: event.place,
    audience: event.audience,
    audience_tags: JSON.stringify(event.audienceTags),
    room_low: event.roomSize?.low ?? null,
    room_high: event.roomSize?.high ?? null,
    is_private: event.isPrivate ? 1 : 0,
    theme: event.theme,
    running_order: JSON.stringify(event.order),
    set_up: JSON.stringify(event.setUp),
    is_rehearsal: event.isRehearsal ? 1 : 0,
    is_template: event.isTemplate ? 1 : 0,
    sort_at: sortAt(event),
    created_at: event.createdAt,
    updated_at: event.updatedAt,
    deleted_at: event.deletedAt,
  };
}

export function fromEventRow(row: EventRow): LiveEvent {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    state: row.state,
    startsOn: row.starts_on,
    place: row.place,
    audience: row.audience,
    audienceTags: JSON.parse(row.audience_tags) as string[],
    roomSize:
      row.room_low === null || row.room_high === null ? null : { low: row.room_low, high: row.room_high },
    isPrivate: row.is_private === 1,
    theme: row.theme,
    order: JSON.parse(row.running_order) as StopId[],
    // What can be set up since it was stored stands as it does by itself.
    setUp: { ...DEFAULT_SET_UP, ...(JSON.parse(row.set_up) as Partial<EventSetUp>) },
    isRehearsal: row.is_rehearsal === 1,
    isTemplate: row.is_template === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

/** The day people would name, else when it was made. A day that is none (2026-02-31 is) falls back too. */
function sortAt({ startsOn, createdAt }: LiveEvent): number {
  const day = startsOn === null ? NaN : Date.parse(`${startsOn}T00:00:00Z`);
  return Number.isNaN(day) ? createdAt : day;
}

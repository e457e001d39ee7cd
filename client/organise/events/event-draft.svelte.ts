import { accentProblem } from '../../../shared/accent.ts';
import type { EventSetUp } from '../../../shared/event-set-up.ts';
import type { RoomSize } from '../../../shared/live-event.ts';
import { unique } from '../parts/unique.ts';
import { readRoomSize, writeRoomSize } from './room-size.ts';

interface EventFields {
  title: string;
  startsOn: string | null;
  place: string | null;
  audience: string | null;
  audienceTags: string[];
  roomSize: RoomSize | null;
  isPrivate: boolean;
  theme: 'light' | 'dark';
  setUp: Pick<EventSetUp, 'language' | 'accent' | 'logo'>;
}

/** The facts of an event as they stand in a form, saved or not. */
export class EventDraft {
  title = $state('');
  startsOn = $state('');
  place = $state('');
  audience = $state('');
  tags = $state('');
  room = $state('');
  isPrivate = $state(false);
  theme = $state<'light' | 'dark'>('light');
  language = $state<EventSetUp['language']>(null);
  accent = $state<EventSetUp['accent']>(null);
  logo = $state<EventSetUp['logo']>(null);
  #saved = $state('');

  constructor(event?: EventFields) {
    if (event) this.load(event);
    else this.#saved = this.#snapshot();
  }

  load(event: EventFields): void {
    this.title = event.title;
    this.startsOn = event.startsOn ?? '';
    this.place = event.place ?? '';
    this.audience = event.audience ?? '';
    this.tags = event.audienceTags.join(', ');
    this.room = writeRoomSize(event.roomSize);
    this.isPrivate = event.isPrivate;
    this.theme = event.theme;
    this.language = event.setUp.language;
    this.accent = event.setUp.accent;
    this.logo = event.setUp.logo;
    this.#saved = this.#snapshot();
  }

  get isChanged(): boolean {
    return this.#snapshot() !== this.#saved;
  }

  get tagList(): string[] {
    const tags = this.tags.split(/[,;\n]/).map((tag) => tag.trim());
    return unique(tags.filter((tag) => tag !== ''));
  }

  addTag(tag: string): void {
    this.tags = [...this.tagList, tag].join(', ');
  }

  /** What is wrong before anything is sent, by the path the API would give it. */
  get problems(): Record<string, string> {
    const problems: Record<string, string> = {};
    if (this.title.trim() === '') problems['title'] = 'Give it a title: people see it when they join.';
    const room = readRoomSize(this.room);
    if (!room.ok) problems['roomSize'] = room.problem;
    const colour = this.accent === null ? undefined : colourProblem(this.accent);
    if (colour) problems['setUp.accent'] = colour;
    return problems;
  }

  /** As the API takes it; only when there are no problems. */
  body() {
    const room = readRoomSize(this.room);
    return {
      title: this.title.trim(),
      startsOn: this.startsOn || null,
      place: this.place.trim() || null,
      audience: this.audience.trim() || null,
      audienceTags: this.tagList,
      roomSize: room.ok ? room.value : null,
      isPrivate: this.isPrivate,
      theme: this.theme,
      setUp: { language: this.language, accent: this.accent, logo: this.logo },
    };
  }

  #snapshot(): string {
    return JSON.stringify([
      this.title,
      this.startsOn,
      this.place,
      this.audience,
      this.tags,
      this.room,
      this.isPrivate,
      this.theme,
      this.language,
      this.accent,
      this.logo,
    ]);
  }
}

function colourProblem(accent: string): string | undefined {
  return /^#[\da-f]{6}$/i.test(accent) ? accentProblem(accent) : 'Write a colour as #rrggbb.';
}

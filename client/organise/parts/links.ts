import { router } from '../router.svelte.ts';

/** Every address of the console that the quiet pages lead to. */
export const links = {
  events: () => '/organise',
  event: (id: string) => `/organise/events/${id}/edit`,
  run: (id: string) => `/organise/events/${id}/run`,
  results: (id: string) => `/organise/events/${id}/results`,
  questions: () => '/organise/questions',
  newQuestion: () => '/organise/questions/new',
  question: (id: string) => `/organise/questions/${id}`,
  setup: () => '/organise/setup',
  reach: () => '/organise/reach',
  people: (eventId?: string) => `/organise/people${eventId === undefined ? '' : `?event=${eventId}`}`,
};

/** Goes there as a link would. */
export function visit(href: string): void {
  router.go(href);
}

import { router } from '../router.svelte.ts';

/** Every address of the console that the quiet pages lead to. */
export const links = {
  events: () => '/organise',
  event: (id: string) => `/organise/events/${id}/edit`,
  run: (id: string) => `/organise/events/${id}/run`,
  /** Questions from the room. */
  wall: (id: string) => `/organise/events/${id}/wall`,
  results: (id: string) => `/organise/events/${id}/results`,
  questions: () => '/organise/questions',
  newQuestion: () => '/organise/questions/new',
  /** All the times it was asked. */
  question: (id: string) => `/organise/questions/${id}`,
  editQuestion: (id: string) => `/organise/questions/${id}/edit`,
  newResult: (questionId: string) => `/organise/questions/${questionId}/results/new`,
  outsideResult: (questionId: string, id: string) => `/organise/questions/${questionId}/results/${id}`,
  matching: (questionId: string, id: string) => `/organise/questions/${questionId}/matching/${id}`,
  compare: (questionId: string, points: string[] = []) =>
    `/organise/questions/${questionId}/compare${points.length === 0 ? '' : `?points=${points.join(',')}`}`,
  bringIn: (questionId?: string) =>
    `/organise/import${questionId === undefined ? '' : `?question=${questionId}`}`,
  setup: () => '/organise/setup',
  reach: () => '/organise/reach',
  people: (eventId?: string) => `/organise/people${eventId === undefined ? '' : `?event=${eventId}`}`,
};

/** Goes there as a link would. */
export function visit(href: string): void {
  router.go(href);
}

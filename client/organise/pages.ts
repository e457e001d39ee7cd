import type { Component } from 'svelte';
import type { EventTab, Route } from './routes.ts';

/** Every page is given both and takes what it knows. */
interface PageProps {
  eventId: string;
  questionId: string | undefined;
}

/** `never`: a page may take any of the props, or none. */
type Loader = () => Promise<{ default: Component<never> }>;

export interface Page {
  /** Another key is another page, built anew. */
  key: string;
  title: string;
  props: PageProps;
  /** The Run view brings its own bar: it shows the code, the phones and the screen. */
  hasOwnBar: boolean;
  load: () => Promise<Component<PageProps>>;
}

const SECTIONS: Record<
  'events' | 'questions' | 'question' | 'setup' | 'reach' | 'people' | 'nowhere',
  { title: string; load: Loader }
> = {
  events: { title: 'Events', load: () => import('./events/Events.svelte') },
  questions: { title: 'Questions', load: () => import('./questions/QuestionBank.svelte') },
  question: { title: 'Question', load: () => import('./questions/QuestionEditor.svelte') },
  setup: { title: 'Set-up', load: () => import('./setup/Setup.svelte') },
  reach: { title: 'Can phones reach this?', load: () => import('./reach/Reach.svelte') },
  people: { title: 'People', load: () => import('./people/People.svelte') },
  nowhere: { title: 'Nothing here', load: () => import('./Nowhere.svelte') },
};

const TABS: Record<EventTab, { title: string; load: Loader }> = {
  run: { title: 'Run', load: () => import('./run/Run.svelte') },
  edit: { title: 'Prepare', load: () => import('./event/EventEditor.svelte') },
  results: { title: 'Results', load: () => import('./results/EventResults.svelte') },
  setup: { title: 'Set-up', load: () => import('./setup/Setup.svelte') },
};

/** Which page a route shows; each is fetched when it is first needed. */
export function pageOf(route: Route): Page {
  const eventId = route.page === 'event' ? route.eventId : '';
  const questionId = route.page === 'question' ? route.questionId : undefined;
  const tab = route.page === 'event' ? route.tab : '';
  const { title, load } = route.page === 'event' ? TABS[route.tab] : SECTIONS[route.page];
  return {
    key: `${route.page} ${tab} ${eventId}${questionId ?? ''}`,
    title,
    props: { eventId, questionId },
    hasOwnBar: tab === 'run',
    load: async () => (await load()).default as Component<PageProps>,
  };
}

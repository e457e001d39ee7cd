import type { Component } from 'svelte';
import type { EventTab, QuestionTab, Route } from './routes.ts';

/** Every page is given all and takes what it knows. */
interface PageProps {
  eventId: string;
  questionId: string | undefined;
  /** A result of the question, or whatever else stands at the end of its address. */
  itemId: string | undefined;
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
  'events' | 'questions' | 'new-question' | 'import' | 'setup' | 'reach' | 'people' | 'nowhere',
  { title: string; load: Loader }
> = {
  events: { title: 'Events', load: () => import('./events/Events.svelte') },
  questions: { title: 'Questions', load: () => import('./questions/QuestionBank.svelte') },
  'new-question': { title: 'New question', load: () => import('./questions/QuestionEditor.svelte') },
  import: { title: 'Bring in results', load: () => import('./import/BringIn.svelte') },
  setup: { title: 'Set-up', load: () => import('./setup/Setup.svelte') },
  reach: { title: 'Can phones reach this?', load: () => import('./reach/Reach.svelte') },
  people: { title: 'People', load: () => import('./people/People.svelte') },
  nowhere: { title: 'Nothing here', load: () => import('./Nowhere.svelte') },
};

const TABS: Record<EventTab, { title: string; load: Loader }> = {
  run: { title: 'Run', load: () => import('./run/Run.svelte') },
  edit: { title: 'Prepare', load: () => import('./event/EventEditor.svelte') },
  wall: { title: 'Questions from the room', load: () => import('./wall/WallPage.svelte') },
  results: { title: 'Results', load: () => import('./results/EventResults.svelte') },
  setup: { title: 'Set-up', load: () => import('./setup/Setup.svelte') },
};

const OF_A_QUESTION: Record<QuestionTab, { title: string; load: Loader }> = {
  history: { title: 'Question', load: () => import('./history/QuestionHistory.svelte') },
  edit: { title: 'Edit a question', load: () => import('./questions/QuestionEditor.svelte') },
  result: { title: 'A result from elsewhere', load: () => import('./outside/OutsideResult.svelte') },
  matching: { title: 'Which options are the same?', load: () => import('./matching/Matching.svelte') },
  compare: { title: 'Compare', load: () => import('./compare/Compare.svelte') },
};

/** Which page a route shows; each is fetched when it is first needed. */
export function pageOf(route: Route): Page {
  const eventId = route.page === 'event' ? route.eventId : '';
  const { questionId, itemId } =
    route.page === 'question' ? route : { questionId: undefined, itemId: undefined };
  const tab = 'tab' in route ? route.tab : '';
  const { title, load } = loaderOf(route);
  return {
    key: [route.page, tab, eventId, questionId, itemId].join(' '),
    title,
    props: { eventId, questionId, itemId },
    hasOwnBar: tab === 'run',
    load: async () => (await load()).default as Component<PageProps>,
  };
}

function loaderOf(route: Route): { title: string; load: Loader } {
  if (route.page === 'event') return TABS[route.tab];
  return route.page === 'question' ? OF_A_QUESTION[route.tab] : SECTIONS[route.page];
}

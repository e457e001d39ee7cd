import type { Component } from 'svelte';
import Nowhere from './Nowhere.svelte';
import type { EventTab, Route } from './router.svelte.ts';

type PageProps = { eventId?: string; questionId?: string | undefined };
type PageComponent = Component<PageProps>;
type Loader = () => Promise<PageComponent>;

export interface Page {
  /** Another key is another page, built anew. */
  key: string;
  title: string;
  props: PageProps;
  hasOwnBar: boolean;
  load: Loader;
}

const files = import.meta.glob<{ default: PageComponent }>([
  './events/Events.svelte',
  './event/EventEditor.svelte',
  './questions/QuestionBank.svelte',
  './questions/QuestionEditor.svelte',
  './setup/Setup.svelte',
  './reach/Reach.svelte',
  './people/People.svelte',
  './run/Run.svelte',
  './results/EventResults.svelte',
]);

const TABS: Record<EventTab, { title: string; file: string }> = {
  run: { title: 'Run', file: './run/Run.svelte' },
  edit: { title: 'Prepare', file: './event/EventEditor.svelte' },
  results: { title: 'Results', file: './results/EventResults.svelte' },
  setup: { title: 'Set-up', file: './setup/Setup.svelte' },
};

/** Which page a route shows; each is fetched when it is first needed. */
export function pageOf(route: Route): Page {
  switch (route.page) {
    case 'events':
      return page('events', 'Events', './events/Events.svelte');
    case 'event':
      return eventPage(route.eventId, route.tab);
    case 'questions':
      return page('questions', 'Questions', './questions/QuestionBank.svelte');
    case 'question':
      return page(`question ${route.questionId}`, 'Question', './questions/QuestionEditor.svelte', { questionId: route.questionId });
    case 'setup':
      return page('setup', 'Set-up', './setup/Setup.svelte');
    case 'reach':
      return page('reach', 'Can phones reach this?', './reach/Reach.svelte');
    case 'people':
      return page('people', 'People', './people/People.svelte');
    case 'nowhere':
      return page('nowhere', 'Nothing here', '');
  }
}

function eventPage(eventId: string, tab: EventTab): Page {
  const { title, file } = TABS[tab];
  return { ...page(`${tab} ${eventId}`, title, file, { eventId }), hasOwnBar: tab === 'run' };
}

function page(key: string, title: string, file: string, props: PageProps = {}): Page {
  return { key, title, props, hasOwnBar: false, load: loader(file) };
}

function loader(file: string): Loader {
  const load = files[file];
  return load ? async () => (await load()).default : () => Promise.resolve(Nowhere);
}

const BETWEEN_PAGES = ['vote', 'present', 'organise'];

/** Why this import is against DESIGN's "who may import whom", or undefined. Paths are from the root of the repository. */
export function against(file: string, imported: string): string | undefined {
  return RULES.find(({ forbids }) => forbids(file, imported))?.says;
}

const RULES: { says: string; forbids(file: string, imported: string): boolean }[] = [
  {
    says: 'shared imports shared only, zod, and in stats @stdlib',
    forbids: (file, to) => within(file, 'shared') && !sharedMay(file, to),
  },
  {
    says: 'server never imports client',
    forbids: (file, to) => within(file, 'server') && within(to, 'client'),
  },
  {
    says: 'client never imports server',
    forbids: (file, to) => within(file, 'client') && within(to, 'server'),
  },
  {
    says: 'client never imports node',
    forbids: (file, to) => within(file, 'client') && to.startsWith('node:'),
  },
  {
    says: 'no client file imports shared/stats',
    forbids: (file, to) => within(file, 'client') && within(to, 'shared/stats'),
  },
  { says: 'vote, present and organise do not know each other', forbids: crossesPages },
  {
    says: 'what all pages share knows no page',
    forbids: (file, to) =>
      isSharedByPages(file) && BETWEEN_PAGES.some((page) => within(to, `client/${page}`)),
  },
  {
    says: 'rest and live do not know each other',
    forbids: (file, to) =>
      (within(file, 'server/rest') && within(to, 'server/live')) ||
      (within(file, 'server/live') && within(to, 'server/rest')),
  },
  {
    says: 'store knows only shared',
    forbids: (file, to) =>
      within(file, 'server/store') && within(to, 'server') && !within(to, 'server/store'),
  },
  { says: 'only main, cli and tests name a database engine', forbids: namesEngine },
];

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function sharedMay(file: string, to: string): boolean {
  const isSchema = to === 'zod' || to.startsWith('zod/');
  return within(to, 'shared') || isSchema || (within(file, 'shared/stats') && to.startsWith('@stdlib/'));
}

function crossesPages(file: string, to: string): boolean {
  const mine = BETWEEN_PAGES.find((page) => within(file, `client/${page}`));
  return BETWEEN_PAGES.some((page) => mine !== undefined && page !== mine && within(to, `client/${page}`));
}

function isSharedByPages(file: string): boolean {
  return (
    within(file, 'client') &&
    file.split('/').length > 2 &&
    !BETWEEN_PAGES.some((page) => within(file, `client/${page}`))
  );
}

function namesEngine(file: string, to: string): boolean {
  if (
    !within(file, 'server') ||
    within(file, 'server/store/sqlite') ||
    within(file, 'server/cli') ||
    file === 'server/main.ts'
  )
    return false;
  return to.startsWith('server/store/sqlite') || to === 'better-sqlite3' || to === 'pg';
}

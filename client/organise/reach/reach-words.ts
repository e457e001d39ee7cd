const AGENTS: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'Android phone'],
  [/Android/, 'Android tablet'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** What a browser says of itself, as a person would. */
export function agentWords(agent: string): string {
  return AGENTS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'A browser';
}

/** "0.4 s" */
export function secondsWords(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

import type { NotCounted } from '../voter-connection.svelte.ts';

/** What is said about a vote that was refused for good, where it does not have the page to itself. */
export function noticeOf(notCounted: NotCounted | null, askingId: string | undefined): string {
  if (!notCounted) return '';
  const { entry, refusal } = notCounted;
  const which = entry.askingId === askingId ? 'This vote' : `Your vote on “${short(entry.prompt)}”`;
  if (refusal.code === 'REVISION_STALE') return 'A newer vote of yours is already counted. It stays.';
  if (refusal.code === 'ASKING_CLOSED') return `${which} came after the close. It was not counted.`;
  return `${which} was not counted. ${refusal.message}`;
}

function short(prompt: string): string {
  return prompt.length > 60 ? `${prompt.slice(0, 58).trimEnd()}…` : prompt;
}

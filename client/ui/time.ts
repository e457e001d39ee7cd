/** A span as a timer shows it: "0:42", "12:05". Rounded up, so that 0:00 means over. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long ago something was, for a line that is read at a glance: "12 seconds ago", "3 minutes ago". */
export function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 2) return 'just now';
  if (seconds < 100) return `${seconds} seconds ago`;
  return `${Math.round(seconds / 60)} minutes ago`;
}

/** How old the picture is, as short as it can be: "12 s", "3 min", "2 h". */
export function agoShort(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

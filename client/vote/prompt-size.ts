/** The class a heading of so many letters takes, so that the first options stay on the first page. */
export function sizeOf(text: string): 'longest' | 'long' | undefined {
  if (text.length > 200) return 'longest';
  return text.length > 130 ? 'long' : undefined;
}

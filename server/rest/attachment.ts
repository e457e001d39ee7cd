/** The title as a file's name: plain for old programs, whole for the others (RFC 6266). */
export function attachment(title: string, ending: string, otherwise = 'event'): string {
  const plain =
    title
      .normalize('NFKD')
      .replace(/[^\w -]/g, '')
      .trim() || otherwise;
  const whole = encodeURIComponent(
    Buffer.from(title)
      .toString()
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim() || otherwise,
  ).replace(/['()]/g, encodeChar);
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${whole}.${ending}`;
}

function encodeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

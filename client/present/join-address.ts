/** What the QR code says: scheme and host in capitals, which mean the same and take the fewest modules. The path keeps its letters. */
export function qrText(joinUrl: string): string {
  return joinUrl.replace(/^[a-z]+:\/\/[^/]*/i, (origin) => origin.toUpperCase());
}

/** What is read aloud and typed: the address without scheme and code. */
export function spokenAddress(joinUrl: string): string {
  return joinUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/[^/]*$/, '');
}

export const EVIDENCE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'];

/** As many as the server takes. */
const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;

/** Why a file cannot be kept as evidence; undefined when it can. */
export function evidenceProblem({ type, size }: Pick<File, 'type' | 'size'>): string | undefined {
  if (!EVIDENCE_TYPES.includes(type)) return 'A picture (PNG, JPEG, WebP) or a PDF can be kept.';
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  if (size > MOST_EVIDENCE_BYTES)
    return `It has ${megabytes(size)} MB; at most ${megabytes(MOST_EVIDENCE_BYTES)} MB are kept.`;
  return size === 0 ? 'This file is empty.' : undefined;
}

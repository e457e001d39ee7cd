import type { ResultFileBody } from '../../../shared/result-file-schema.ts';
import { Refused } from '../../../shared/result.ts';
import type { Given } from './recognise.ts';

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
const PASTED = 'pasted table';

/** The file or table of a request. Refuses more than 5 MB. */
export function givenFile({ name = PASTED, content, text }: ResultFileBody): Given {
  const given = text === undefined ? { name, bytes: Buffer.from(content ?? '', 'base64') } : { name, text };
  const size = 'bytes' in given ? given.bytes.length : Buffer.byteLength(given.text);
  if (size > MOST_FILE_BYTES)
    throw new Refused(
      'TOO_LARGE',
      `A file with results takes up to 5 MB, ${name} is larger. Nothing was stored.`,
    );
  return given;
}

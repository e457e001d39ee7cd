import { refusal, Refused, type Refusal } from '../../../shared/result.ts';

/** What a failed call means for its caller, for the log, and for the connection it happened on. */
export interface Failure {
  refusal: Refusal;
  /** One line for the log; absent where nothing is wrong with the machine. */
  log?: string;
  /** After a failed fsync nobody knows what is on disk: nothing more may be acknowledged on this connection. */
  isFatal: boolean;
}

export const BROKEN =
  'The disk failed. What was saved before is kept. Look at the disk, then restart Askagain.';

/** SQLite's own code, or the system's. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function toFailure(error: unknown, method: string): Failure {
  if (error instanceof Refused) return { refusal: error.refusal, isFatal: false };
  const code = codeOf(error);
  const log = `${method}: ${code} ${error instanceof Error ? error.message : String(error)}`;
  if (isFull(code)) return { refusal: refusal('STORAGE_FULL'), log, isFatal: false };
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { refusal: refusal('NOT_FOUND'), isFatal: false };
  if (isTaken(code)) return { refusal: refusal('CONTENT_CONFLICT'), isFatal: false };
  if (isBroken(code)) return { refusal: refusal('INTERNAL', BROKEN), log, isFatal: true };
  return { refusal: refusal('INTERNAL'), log, isFatal: false };
}

/** The shared-memory index is the first file that cannot grow on a full disk, and says so in its own way. */
function isFull(code: string): boolean {
  return ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(code);
}

function isTaken(code: string): boolean {
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

function isBroken(code: string): boolean {
  return ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((start) => code.startsWith(start));
}

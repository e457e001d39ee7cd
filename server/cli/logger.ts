import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config.ts';

const STDERR = 2;

/** JSON lines on stderr. Of an error only these fields: Node hangs the bytes of a bad request onto its error, tokens and all. */
export function newLogger(level: LogLevel): Logger {
  return pino({ level, base: null, serializers: { err: toldOf } }, pino.destination(STDERR));
}

function toldOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  const { name, message, stack } = error;
  return { name, message, code: (error as NodeJS.ErrnoException).code, stack };
}

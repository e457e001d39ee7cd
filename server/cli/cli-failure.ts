/** One thing that is wrong with what was given, behind a sentence. */
export function wrongField({ path, message }: { path: string; message: string }): string {
  return `(${path}: ${message})`;
}

/** What went wrong, in one line for whoever typed the command. Ends the program with 1. */
export class CliFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliFailure';
  }
}

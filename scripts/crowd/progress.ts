import type { CrowdReport } from './crowd-figures.ts';
import { progressLine } from './words.ts';

const LINE_EVERY_S = 5;
const USUAL_COLUMNS = 80;

/** One line that is rewritten on a terminal; elsewhere, where lines stay, one every few seconds. */
export class Progress {
  readonly #out: NodeJS.WriteStream;
  #lastAt = -LINE_EVERY_S;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  show(report: CrowdReport): void {
    const line = progressLine(report);
    if (this.#out.isTTY) this.#rewrite(line.slice(0, (this.#out.columns || USUAL_COLUMNS) - 1));
    else if (report.seconds - this.#lastAt >= LINE_EVERY_S) this.#write(line, report.seconds);
  }

  /** Leaves nothing behind in the line. */
  end(): void {
    if (this.#out.isTTY) this.#rewrite('');
  }

  #rewrite(line: string): void {
    this.#out.write(`\r\u001b[2K${line}`);
  }

  #write(line: string, seconds: number): void {
    this.#lastAt = seconds;
    this.#out.write(`${line}\n`);
  }
}

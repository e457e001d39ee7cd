import path from 'path';
import { whyNotThisNode } from './node-version.mjs';
import { SetUpFailed } from './stage.mjs';

/** Runs a command of the house with its root folder; the process ends with the code it gives. What fails is said without a stack. */
export function runEntry(work) {
  const refusal = whyNotThisNode(process.version);
  if (refusal) {
    process.stderr.write(refusal + '\n');
    process.exit(1);
  }
  const root = path.resolve(path.dirname(process.argv[1]), '..');
  work(root).then(
    (code) => process.exit(code),
    (error) => {
      const isOurs = error instanceof SetUpFailed;
      process.stderr.write(
        (isOurs ? error.message : 'Askagain could not be set up: ' + error.message) + '\n',
      );
      process.exit(1);
    },
  );
}

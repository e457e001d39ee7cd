import { spawn } from 'child_process';

const REMIND_MS = 15000;

/** A failure that is told in plain words, without a stack. */
export class SetUpFailed extends Error {}

/** Runs one stage: one line when it begins, one with the seconds when it is done, one now and then while it takes long. */
export async function stage(title, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000) + ' s';
  process.stdout.write(title + ' ...\n');
  const reminder = setInterval(() => process.stdout.write(title + ' ... ' + seconds() + '\n'), REMIND_MS);
  try {
    await work();
    process.stdout.write(title + ': done in ' + seconds() + '\n');
  } finally {
    clearInterval(reminder);
  }
}

/** Runs a program to its end, quietly, and gives its exit code and all it said. */
export function runQuietly(command, args, options) {
  return new Promise((settle) => {
    const child = spawn(command, args, Object.assign({ stdio: ['ignore', 'pipe', 'pipe'] }, options));
    let said = '';
    const listen = (part) => {
      said += part;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => settle({ code: 1, said: said + error.message }));
    child.on('close', (code) => settle({ code: code === null ? 1 : code, said: said }));
  });
}

/** The last lines of what a program said, which is where it says why, without stacks. */
export function tail(said, lines) {
  return said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(npm error )?(gyp ERR! stack|\s*at )/.test(line))
    .slice(-lines)
    .join('\n');
}

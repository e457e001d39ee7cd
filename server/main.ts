#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts';

// The next program in a pipe may stop reading; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), process.env, {
  out: process.stdout,
  err: process.stderr,
});

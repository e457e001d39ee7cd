import { Command } from 'commander';
import { ownVersion } from '../package-files.ts';
import { addDataCommands } from './data-commands.ts';
import { addPeopleCommands } from './people-commands.ts';
import { addComparisonCommand } from './comparison-command.ts';
import type { Io } from './say.ts';
import { addServerCommands } from './server-commands.ts';

/** Every command of `askagain`, with `--help` everywhere. */
export function programOf(env: NodeJS.ProcessEnv, io: Io): Command {
  const program = new Command('askagain')
    .description('Ask a room. Ask again. See what shifted.')
    .version(ownVersion(), '-V, --version', 'show which version this is')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out.write(text), writeErr: (text) => io.err.write(text) })
    .showHelpAfterError('(askagain --help shows every command)')
    .helpCommand(false);
  addServerCommands(program, env, io);
  addDataCommands(program, env, io);
  addPeopleCommands(program, env, io);
  addComparisonCommand(program, env, io);
  return program;
}

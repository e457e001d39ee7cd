import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { say, type Io } from './say.ts';
import { withOptions, type ServeOptions } from './settings.ts';

/** Starting the server, and whether it would start. */
export function addServerCommands(program: Command, env: NodeJS.ProcessEnv, io: Io): void {
  program
    .command('serve', { isDefault: true })
    .description('start the server (the default)')
    .option('--port <port>', 'else PORT, else 3000')
    .option('--host <address>', 'else HOST, else all of this machine')
    .option('--data <folder>', 'else ASKAGAIN_DATA, else ./data')
    .allowExcessArguments()
    .action(async (options: ServeOptions, command: Command) => {
      // The default command also gets what is no command at all.
      const [unknown] = command.args;
      if (unknown !== undefined) command.error(`error: unknown command '${unknown}'`);
      const config = readConfig(withOptions(env, options));
      // Loaded here only: the other commands need no server.
      const { serve } = await import('./serve.ts');
      await serve(config, io);
    });
  program
    .command('check-config')
    .description('say whether the server would start with these settings')
    .action(() => {
      readConfig(env);
      say(io, 'The settings are fine.');
    });
}

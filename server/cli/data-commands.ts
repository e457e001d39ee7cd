import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { migrateDataFolder } from '../store/sqlite/migrate-database.ts';
import { restoreDatabase } from '../store/sqlite/restore-database.ts';
import { CliFailure } from './cli-failure.ts';
import type { ExportFormat } from './desk.ts';
import { onData, withDesk, type DataOptions } from './on-data.ts';
import { say, type Io } from './say.ts';
import { deskSettings } from './settings.ts';
import { writeOut } from './write-out.ts';

/** Events out and in, the whole data out and back. */
export function addDataCommands(program: Command, env: NodeJS.ProcessEnv, io: Io): void {
  onData(program.command('export'))
    .description('write an event as a table (csv, xlsx) or whole (json)')
    .argument('<event>', 'its id or its join code')
    .addOption(new Option('--format <format>').choices(['csv', 'json', 'xlsx']).default('csv'))
    .option('-o, --output <file>', 'instead of the terminal')
    .action((event: string, options: DataOptions & { format: ExportFormat; output?: string }) =>
      exportTo(event, options, env, io),
    );

  onData(program.command('import'))
    .description('take back an event that was exported as json')
    .argument('<file>')
    .action(async (file: string, options: DataOptions) => {
      const content = await readJson(file);
      const { added, skipped } = await withDesk(env, options, (desk) => desk.importEvent(content), {
        mayBegin: true,
      });
      say(
        io,
        added === 0
          ? 'All of it was here already. Nothing was changed.'
          : `Imported: ${added} added, ${skipped} here already.`,
      );
    });

  onData(program.command('backup'))
    .description('write a copy of all data while votes go on')
    .argument('<file>')
    .action(async (file: string, options: DataOptions) => {
      await withDesk(env, options, (desk) => desk.backup(file));
      say(io, `All data is in ${file}.`);
    });

  program
    .command('restore')
    .description('put a backup in the place of the data; what was there is kept beside it')
    .argument('<file>')
    .option('--data <folder>', 'the data folder (else ASKAGAIN_DATA)')
    .action((file: string, options: DataOptions) => {
      const { kept } = restoreDatabase({ folder: deskSettings(env, options).folder, file, now: Date.now() });
      say(io, `${file} is restored.${kept === null ? '' : ` What was there before is kept in ${kept}.`}`);
    });

  program
    .command('migrate')
    .description('bring the data up to date with this program, after a backup')
    .option('--data <folder>', 'the data folder (else ASKAGAIN_DATA)')
    .action((options: DataOptions) => {
      const { from, to, backup } = migrateDataFolder({
        folder: deskSettings(env, options).folder,
        now: Date.now(),
      });
      if (from === to) say(io, `The data is up to date (version ${to}).`);
      else
        say(
          io,
          `From version ${from} to ${to}.${backup === null ? '' : ` Before that, all of it was saved in ${backup}.`}`,
        );
    });
}

async function exportTo(
  event: string,
  options: DataOptions & { format: ExportFormat; output?: string },
  env: NodeJS.ProcessEnv,
  io: Io,
): Promise<void> {
  const { format, output } = options;
  await withDesk(env, options, async (desk) => writeOut(await desk.exportEvent(event, format), output, io));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure(
      error.code === 'ENOENT'
        ? `There is no file ${file}.`
        : `${file} cannot be read (${error.code ?? error.message}).`,
    );
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CliFailure(
      `${file} is not JSON, so it is no event that was exported. Nothing was changed. ` +
        'Results of other tools come in on the console’s page “Bring in results”, or by REST (docs/bring-in.md).',
    );
  }
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, run } from './commands.ts';

const COMMANDS = [
  [],
  ['serve'],
  ['export'],
  ['import'],
  ['backup'],
  ['restore'],
  ['migrate'],
  ['token'],
  ['token', 'create'],
  ['token', 'list'],
  ['token', 'revoke'],
  ['user'],
  ['user', 'invite'],
  ['user', 'reset'],
  ['user', 'list'],
  ['check-config'],
  ['compare'],
];

let folder: ReturnType<typeof aFolder>;
beforeAll(() => {
  folder = aFolder();
});
afterAll(() => folder.remove());

describe('--help', () => {
  test.each(COMMANDS)('stands everywhere: %s %s', async (...command) => {
    const { code, out, err } = await run([...command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: askagain ${command.join(' ')}`.trim());
  });
});

test('--version says which', async () => {
  const { code, out } = await run(['--version']);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) as string });
});

test('what is no command is called so', async () => {
  const { code, err } = await run(['nonsense'], { ASKAGAIN_DATA: folder.path });
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining("unknown command 'nonsense'") as string,
  });
});

describe('wrong usage', () => {
  test.each([
    [['nonsense']],
    [['--nonsense']],
    [['export']],
    [['export', 'K7M4QX', '--format', 'pdf']],
    [['import']],
    [['import', 'a', 'b']],
    [['token']],
    [['token', 'create']],
    [['token', 'create', 'x', '--role', 'member']],
    [['token', 'nonsense']],
    [['user', 'invite', '--role', 'viewer']],
    [['user', 'invite', '--role', 'owner', '--event', 'K7M4QX']],
    [['compare']],
  ])('%j ends with 2 and says so', async (args) => {
    const { code, out, err } = await run(args, { ASKAGAIN_DATA: folder.path });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/error:|Usage:/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('what fails', () => {
  test.each([
    [['export', 'K7M4QX'], 'There is no Askagain data in'],
    [['export', 'K7M4QX', '--format', 'xlsx'], 'There is no Askagain data in'],
    [['import', 'no-such-file.json'], 'There is no file no-such-file.json.'],
    [['backup', 'copy.db'], 'There is no Askagain data in'],
    [['restore', 'no-such-file.db'], 'no-such-file.db'],
    [['token', 'list'], 'There is no Askagain data in'],
    [['user', 'list'], 'There is no Askagain data in'],
    [['compare', 'a question'], 'There is no Askagain data in'],
  ])('%j ends with 1 and one line', async (args, words) => {
    const { code, out, err } = await run(args, { ASKAGAIN_DATA: folder.path });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  test.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ ASKAGAIN_API_TOKEN: 'short' }, 'ASKAGAIN_API_TOKEN'],
    [{ REDIS_URL: 'redis://localhost' }, 'REDIS_URL'],
    [{ DATABASE_URL: 'postgres://localhost/x' }, 'DATABASE_URL'],
    [{ ASKAGAIN_DEMO: 'yes' }, 'ASKAGAIN_DEMO'],
  ])('check-config with %j names the variable', async (env, name) => {
    for (const command of [['check-config'], ['token', 'list']]) {
      const { code, out, err } = await run(command, env);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).toContain(name);
    }
  });

  test('check-config says that all is fine', async () => {
    expect(await run(['check-config'])).toEqual({ code: 0, out: 'The settings are fine.\n', err: '' });
  });
});

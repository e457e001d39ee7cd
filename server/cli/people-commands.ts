import { Option, type Command } from 'commander';
import type { EventRole } from '../../shared/access.ts';
import type { ApiToken } from '../store/store.ts';
import type { InviteWish, OneTimeLink } from './desk.ts';
import { onData, withDesk, type DataOptions } from './on-data.ts';
import { say, sayTable, type Io } from './say.ts';

type InviteRole = 'owner' | 'organiser' | EventRole;

/** API tokens, and the people of this machine. */
export function addPeopleCommands(program: Command, env: NodeJS.ProcessEnv, io: Io): void {
  addTokenCommands(program.command('token').description('API tokens: create, list, revoke'), env, io);
  addUserCommands(program.command('user').description('people: invite, reset, list'), env, io);
}

function addTokenCommands(token: Command, env: NodeJS.ProcessEnv, io: Io): void {
  onData(token.command('create'))
    .description('make a token; it is shown this once')
    .argument('<name>', 'what it is for')
    .addOption(new Option('--role <role>').choices(['organiser', 'owner']).default('organiser'))
    .action(async (name: string, options: DataOptions & { role: ApiToken['role'] }) => {
      const made = await withDesk(env, options, (desk) => desk.addToken(name, options.role), {
        mayBegin: true,
      });
      say(io, made.token);
    });
  onData(token.command('list'))
    .description('show which tokens there are')
    .action(async (options: DataOptions) => {
      const tokens = await withDesk(env, options, (desk) => desk.tokens());
      sayTable(
        io,
        ['ID', 'NAME', 'ROLE', 'LAST USED'],
        tokens.map(({ id, name, role, lastUsedAt }) => [id, name, role, lastUsedAt ?? 'never']),
      );
    });
  onData(token.command('revoke'))
    .description('end a token')
    .argument('<id>')
    .action(async (id: string, options: DataOptions) => {
      await withDesk(env, options, (desk) => desk.revokeToken(id));
      say(io, 'The token works no more.');
    });
}

function addUserCommands(user: Command, env: NodeJS.ProcessEnv, io: Io): void {
  onData(user.command('invite'))
    .description('make an invitation: a link that works once')
    .addOption(
      new Option('--role <role>').choices(['owner', 'organiser', 'presenter', 'viewer']).default('organiser'),
    )
    .option('--event <event>', 'id or join code, for a presenter or a viewer')
    .action(async (options: DataOptions & { role: InviteRole; event?: string }, command: Command) => {
      const isOfEvent = options.role === 'presenter' || options.role === 'viewer';
      if (isOfEvent !== (options.event !== undefined))
        command.error('error: --event goes with the roles presenter and viewer, and they need it');
      sayLink(
        io,
        await withDesk(env, options, (desk) => desk.invite(wishOf(options.role, options.event)), {
          mayBegin: true,
        }),
      );
    });
  onData(user.command('reset'))
    .description('make a link with which somebody comes in and sets a new password')
    .argument('<name>')
    .action(async (name: string, options: DataOptions) =>
      sayLink(io, await withDesk(env, options, (desk) => desk.reset(name))),
    );
  onData(user.command('list'))
    .description('show who is here')
    .action(async (options: DataOptions) => {
      const users = await withDesk(env, options, (desk) => desk.users());
      sayTable(
        io,
        ['NAME', 'ROLE', 'SIGNS IN BY'],
        users.map(({ name, role, hasPassword }) => [name, role, hasPassword ? 'password' : 'link only']),
      );
    });
}

function wishOf(role: InviteRole, event: string | undefined): InviteWish {
  if (role === 'owner' || role === 'organiser') return { role, eventId: null, eventRole: null };
  return { role: 'member', eventId: event ?? null, eventRole: role };
}

function sayLink(io: Io, { link, expiresAt }: OneTimeLink): void {
  say(io, link);
  say(io, `It works once, until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC.`);
}

import { isIP } from 'node:net';
import qrcode from 'qrcode';
import type { Config } from '../config.ts';
import { DEMO_PHONES } from '../demo.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from '../rest/context.ts';
import { onlyLiveCode } from './only-live-code.ts';
import { say, type Io } from './say.ts';

/** Where the console is, where phones go, and the same as a QR code. */
export async function welcome(
  context: RestContext,
  config: Config,
  demo: LiveEventHost | undefined,
  io: Io,
): Promise<void> {
  const code = demo?.event.code ?? (await onlyLiveCode(context.store));
  const forPhones = `${context.reach.url()}/${code ?? ''}`;
  say(io, '\nAskagain is running. Ctrl+C ends it; everything stays in ' + config.dataFolder + '.\n');
  say(io, `  Console  ${consoleOrigin(config)}${await context.identity.newSignInLink()}`);
  say(io, '           (this link signs you in once, on this machine)');
  say(io, `  Phones   ${forPhones}\n`);
  say(io, await terminalQr(forPhones, io));
  if (!demo) return;
  say(
    io,
    `The demo event is live. Fill its room with ${DEMO_PHONES} made-up phones from a second terminal:\n`,
  );
  say(io, `  npm run crowd -- --phones ${DEMO_PHONES} --code ${demo.event.code}${urlOption(config)}\n`);
}

/** Without TLS the console answers on this machine only. */
function consoleOrigin(config: Config): string {
  const { publicUrl, allowInsecureConsole } = config;
  const isPublic = publicUrl?.startsWith('https:') || allowInsecureConsole;
  return publicUrl && isPublic ? publicUrl : ownOrigin(config);
}

/** Where this machine reaches the server: by its own name, unless it listens on one address only. */
function ownOrigin({ host, port, tls }: Config): string {
  const isOnOneAddress = isIP(host) !== 0 && !/^(0\.0\.0\.0|127\..*|::1?)$/.test(host);
  const name = isOnOneAddress ? (isIP(host) === 6 ? `[${host}]` : host) : 'localhost';
  return `${tls ? 'https' : 'http'}://${name}${port === (tls ? 443 : 80) ? '' : `:${port}`}`;
}

function urlOption(config: Config): string {
  const url = ownOrigin(config);
  return url === 'http://localhost:3000' ? '' : ` --url ${url}`;
}

/** In capitals the code has fewer modules; a terminal that shows colours is told which are dark. */
function terminalQr(url: string, io: Io): Promise<string> {
  const isTerminal = 'isTTY' in io.out && io.out.isTTY === true;
  const text = /\/[A-Z0-9]{6}$/.test(url) ? url.toUpperCase() : url;
  return qrcode.toString(text, isTerminal ? { type: 'terminal', small: true } : { type: 'utf8' });
}

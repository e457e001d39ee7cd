import { existsSync, readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { isCidr } from './identity/trusted-proxies.ts';

/** Everything the environment decides. Nothing else reads it. */
export interface Config {
  host: string;
  port: number;
  dataFolder: string;
  /** What QR codes say, without a slash at its end; absent: the address on this network. */
  publicUrl: string | undefined;
  apiToken: string | undefined;
  /** Whether a first start makes the demo event. */
  demo: boolean;
  tls: { cert: Buffer; key: Buffer } | undefined;
  allowInsecureConsole: boolean;
  /** Addresses (CIDR) of proxies whose forwarding headers count. */
  trustProxy: string[];
  /** Origins that may frame what is made for that. */
  embedAncestors: string[];
  logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const NOT_BUILT = ['DATABASE_URL', 'REDIS_URL'];
const LEAST_TOKEN = 24;

/** A setting that cannot be used: one line that names the variable and what it takes. */
export class SettingWrong extends Error {
  constructor(name: string, takes: string) {
    super(`${name} ${takes}`);
    this.name = 'SettingWrong';
  }
}

type Environment = NodeJS.ProcessEnv;

/** Reads and checks every setting, files included. Throws `SettingWrong` for the first one that cannot be used. */
export function readConfig(env: Environment): Config {
  for (const name of NOT_BUILT) {
    if (valueOf(env, name) !== undefined || valueOf(env, `${name}_FILE`) !== undefined)
      throw new SettingWrong(name, 'is not built yet. Unset it to start.');
  }
  return {
    host: valueOf(env, 'HOST') ?? '0.0.0.0',
    port: portOf(valueOf(env, 'PORT') ?? '3000'),
    dataFolder: valueOf(env, 'ASKAGAIN_DATA') ?? './data',
    publicUrl: publicUrlOf(valueOf(env, 'ASKAGAIN_PUBLIC_URL')),
    apiToken: apiTokenOf(secretOf(env, 'ASKAGAIN_API_TOKEN')),
    demo: switchOf(env, 'ASKAGAIN_DEMO', true),
    tls: tlsOf(valueOf(env, 'TLS_CERT_FILE'), valueOf(env, 'TLS_KEY_FILE')),
    allowInsecureConsole: switchOf(env, 'ALLOW_INSECURE_CONSOLE', false),
    trustProxy: trustProxyOf(valueOf(env, 'TRUST_PROXY')),
    embedAncestors: embedAncestorsOf(valueOf(env, 'EMBED_ANCESTORS')),
    logLevel: logLevelOf(valueOf(env, 'LOG_LEVEL') ?? 'info'),
  };
}

/** Empty counts as not set: compose files and shells set variables to nothing. */
function valueOf(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/** A secret may stand in a file, named by `NAME_FILE`. */
function secretOf(env: Environment, name: string): string | undefined {
  const file = valueOf(env, `${name}_FILE`);
  if (file === undefined) return valueOf(env, name);
  if (valueOf(env, name) !== undefined)
    throw new SettingWrong(`${name}_FILE`, `and ${name} are both set. Set one of them.`);
  return readSetting(`${name}_FILE`, file).toString('utf8').trim();
}

function readSetting(name: string, file: string): Buffer {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new SettingWrong(name, `takes the path of a file; there is none at ${file}.`);
  try {
    return readFileSync(file);
  } catch {
    throw new SettingWrong(name, `takes the path of a file this user can read; ${file} is not.`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new SettingWrong('PORT', `takes a number from 0 to 65535, not “${text}”.`);
  return port;
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isPlain)
    throw new SettingWrong(
      'ASKAGAIN_PUBLIC_URL',
      `takes an address like https://ask.example.org, without a path or a name, not “${text}”.`,
    );
  return url.origin;
}

function apiTokenOf(token: string | undefined): string | undefined {
  if (token !== undefined && token.length < LEAST_TOKEN)
    throw new SettingWrong(
      'ASKAGAIN_API_TOKEN',
      `takes at least ${LEAST_TOKEN} characters; this one has ${token.length}.`,
    );
  // A header carries no others, so such a token would never be taken.
  if (token !== undefined && !/^[!-~]+$/.test(token))
    throw new SettingWrong('ASKAGAIN_API_TOKEN', 'takes ASCII letters, digits and signs, without spaces.');
  return token;
}

function switchOf(env: Environment, name: string, otherwise: boolean): boolean {
  const text = valueOf(env, name);
  if (text === undefined) return otherwise;
  if (text !== '0' && text !== '1') throw new SettingWrong(name, `takes 0 or 1, not “${text}”.`);
  return text === '1';
}

function tlsOf(certFile: string | undefined, keyFile: string | undefined): Config['tls'] {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined)
    throw new SettingWrong(
      certFile === undefined ? 'TLS_CERT_FILE' : 'TLS_KEY_FILE',
      'is missing: a certificate and its key go together.',
    );
  const tls = { cert: readSetting('TLS_CERT_FILE', certFile), key: readSetting('TLS_KEY_FILE', keyFile) };
  try {
    createSecureContext(tls);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingWrong(
      'TLS_CERT_FILE',
      `and TLS_KEY_FILE take a PEM certificate and its key (${reason}).`,
    );
  }
  return tls;
}

function trustProxyOf(text: string | undefined): string[] {
  const addresses = (text ?? '').split(',').map((address) => address.trim());
  const given = addresses.filter((address) => address !== '');
  const wrong = given.find((address) => !isCidr(address));
  if (wrong !== undefined)
    throw new SettingWrong('TRUST_PROXY', `takes addresses like 10.0.0.0/8,192.168.1.4, not “${wrong}”.`);
  return given;
}

/** As they stand in a browser's policy, so nothing but whole origins; commas or spaces between them. */
function embedAncestorsOf(text: string | undefined): string[] {
  const origins = (text ?? '').split(/[\s,]+/).filter((origin) => origin !== '');
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined)
    throw new SettingWrong(
      'EMBED_ANCESTORS',
      `takes origins like https://intranet.example.org, not “${wrong}”.`,
    );
  return origins.map((origin) => new URL(origin).origin);
}

function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { origin, href } = new URL(text);
  return href === `${origin}/` && /^[\w.:/[\]-]+$/.test(origin);
}

function logLevelOf(text: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === text);
  if (!level) throw new SettingWrong('LOG_LEVEL', `takes one of ${LOG_LEVELS.join(', ')}, not “${text}”.`);
  return level;
}

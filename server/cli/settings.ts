import { readConfig } from '../config.ts';
import type { DataOptions } from './on-data.ts';
import type { DeskSettings } from './open-desk.ts';

export interface ServeOptions {
  port?: string;
  host?: string;
  data?: string;
}

/** The environment with what was typed in the place of what stood there. */
export function withOptions(env: NodeJS.ProcessEnv, { port, host, data }: ServeOptions): NodeJS.ProcessEnv {
  return {
    ...env,
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { HOST: host }),
    ...(data === undefined ? {} : { ASKAGAIN_DATA: data }),
  };
}

/** Which data, and where its server would answer: on this machine, at the port it is set up for. */
export function deskSettings(env: NodeJS.ProcessEnv, { data, url }: DataOptions): DeskSettings {
  const config = readConfig(withOptions(env, data === undefined ? {} : { data }));
  const own = `${config.tls ? 'https' : 'http'}://localhost:${config.port}`;
  return { folder: config.dataFolder, url: (url ?? own).replace(/\/+$/, ''), token: config.apiToken };
}

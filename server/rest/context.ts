import type { RandomBytes } from '../../shared/ids.ts';
import type { Identity } from '../identity.ts';
import type { LiveEventHosts } from '../live-event-hosts.ts';
import type { Reach } from '../reach.ts';
import type { Store } from '../store/store.ts';

/** What every route works with; put together in `app.ts`. */
export interface RestContext {
  store: Store;
  hosts: LiveEventHosts;
  identity: Identity;
  reach: Reach;
  now: () => number;
  random: RandomBytes;
  config: {
    version: string;
    /** Where a backup stands while it is sent. */
    dataFolder: string;
    /** `ALLOW_INSECURE_CONSOLE`: sessions also over plain HTTP from other machines. */
    allowInsecureConsole: boolean;
  };
}

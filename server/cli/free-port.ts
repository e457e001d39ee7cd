import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** For PORT=0: any port that is free. It is known before the server listens, because QR codes and links hold it. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer();
  probe.listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

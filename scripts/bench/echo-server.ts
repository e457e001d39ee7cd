import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

// The floor: what Socket.IO costs when nothing is checked, stored or counted. Same options as the real server.
const http = createServer();
const io = new Server(http, {
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  pingInterval: 10_000,
  pingTimeout: 8_000,
});
/** About as long as a phone's snapshot. */
const snapshot = { text: 'x'.repeat(900) };

io.on('connection', (socket) => {
  socket.on('ballot:cast', ({ revision }: { revision: number }, ack: (result: unknown) => void) =>
    ack({ ok: true, value: { revision, castAt: Date.now(), saved: true } }),
  );
  socket.emit('voter:snapshot', snapshot);
});
http.listen(0, '127.0.0.1', 4096, () => process.send?.((http.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

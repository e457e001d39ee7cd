import type { Carrier, CarrierListener } from './carrier.ts';

const PATH = '/socket.io/?EIO=4&transport=websocket';

/** One frame per packet. A browser tells of an error before the close that follows it; the close says all. */
export function overWebSocket(listener: CarrierListener): Carrier {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + PATH);
  socket.onmessage = ({ data }) => listener.packet(String(data));
  socket.onclose = () => listener.ended();
  return {
    send(packet) {
      if (socket.readyState === WebSocket.OPEN) socket.send(packet);
    },
    close() {
      socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}

/** Whether this network lets a WebSocket through: the server's first packet arrives over one. */
export function letsWebSocketThrough(): Promise<boolean> {
  return new Promise((settle) => {
    const carrier = overWebSocket({
      packet() {
        carrier.close();
        settle(true);
      },
      ended: () => settle(false),
    });
  });
}

import { LIVE_PROTOCOL } from '#contract/live-frame.ts';
import type { LineListener } from './live-line.ts';

/** Connects a line to `/live` of a server; `Socket` is the browser's WebSocket or one that acts like it. */
export function openSocket(
  Socket: typeof WebSocket,
  { origin, city, since }: { origin: string; city: string; since: number | undefined },
  listener: LineListener,
): { close(): void } {
  const url = new URL('/live', origin.replace(/^http/, 'ws'));
  url.searchParams.set('city', city);
  if (since !== undefined) url.searchParams.set('since', String(since));
  const socket = new Socket(url, LIVE_PROTOCOL);
  socket.binaryType = 'arraybuffer';
  socket.onmessage = ({ data }) => listener.onMessage(data);
  socket.onclose = ({ code, reason }) =>
    listener.onClose(reason || `The connection ended with code ${code}.`);
  // A close follows and says it.
  socket.onerror = () => {};
  return {
    close() {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    },
  };
}

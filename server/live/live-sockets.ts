// The WebSocket side of `/live`: who may connect, to what, for how long.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveEvent } from '#contract/live-event.ts';
import { LIVE_PROTOCOL } from '#contract/live-frame.ts';
import { UnavailableError } from '../storage/deferred-database.ts';
import type { CityDesk } from './city-desk.ts';
import { FrameReader } from './frame-reader.ts';
import { isSameOrigin } from './same-origin.ts';

export interface LiveSocketsOptions {
  /** Undefined where there is no such city. */
  readonly find: (city: string) => Promise<CityDesk | undefined>;
  /** Sockets open at once, all cities together. */
  readonly limit?: number;
  /** How often a socket must answer a ping. */
  readonly pingMs?: number;
}

interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 500 | 503;
  readonly sentence: string;
}

/** Why a city could not be looked for. */
const toRefusal = (error: unknown): Refusal =>
  error instanceof UnavailableError
    ? { status: 503, sentence: error.message }
    : { status: 500, sentence: 'The server could not answer this.' };

const CLOSING_MS = 1000;
/** Codes of RFC 6455 and its registry: the server goes away; it starts again; a message breaks the rules. */
export const closeCode = { goingAway: 1001, restart: 1012, notAllowed: 1008 } as const;

export class LiveSockets {
  readonly #options: LiveSocketsOptions;
  readonly #limit: number;
  // Frames are dense numbers: deflate costs more on the server than it saves on the wire.
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 1024,
    handleProtocols: () => LIVE_PROTOCOL,
  });
  readonly #cities = new Map<WebSocket, string>();
  readonly #unanswered = new Set<WebSocket>();
  readonly #pinging: NodeJS.Timeout;
  #isStopping = false;

  constructor(options: LiveSocketsOptions) {
    this.#options = options;
    this.#limit = options.limit ?? 1000;
    this.#pinging = setInterval(() => this.#ping(), options.pingMs ?? 20_000);
    this.#pinging.unref();
  }

  get count(): number {
    return this.#cities.size;
  }

  /** Answers an upgrade of the HTTP server, whatever it asks for. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const asked = this.#check(request);
    if ('sentence' in asked) return refuse(socket, asked);
    const desk = await this.#options.find(asked.city).catch(toRefusal);
    if (desk && 'sentence' in desk) return refuse(socket, desk);
    if (!desk) return refuse(socket, { status: 404, sentence: `There is no city ${asked.city}.` });
    if (this.#isStopping || socket.destroyed) return void socket.destroy();
    this.#server.handleUpgrade(request, socket, head, (webSocket) =>
      this.#serve(webSocket, desk, asked),
    );
  }

  /** Ends the sockets of one city, or all; they are told why and have a second to say goodbye. */
  async close(code: number, reason: string, city?: string): Promise<void> {
    const ended = [...this.#cities.keys()].filter(
      (socket) => city === undefined || this.#cities.get(socket) === city,
    );
    await Promise.all(ended.map((socket) => endSocket(socket, code, reason)));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#pinging);
    await this.close(closeCode.goingAway, 'The server stops.');
    this.#server.close();
  }

  #check(request: IncomingMessage): Asked | Refusal {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/live')
      return { status: 404, sentence: `There is no socket at ${pathname}.` };
    if (!isSameOrigin(request.headers)) {
      return { status: 403, sentence: `Pages of ${request.headers.origin} may not read this.` };
    }
    const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
    if (!protocols.includes(LIVE_PROTOCOL)) {
      return { status: 400, sentence: `Expected the subprotocol ${LIVE_PROTOCOL}.` };
    }
    const city = searchParams.get('city') ?? '';
    if (city === '') return { status: 400, sentence: 'Expected a city, as in /live?city=ID.' };
    const since = searchParams.get('since') ?? undefined;
    if (since !== undefined && !/^\d{1,15}$/.test(since)) {
      return { status: 400, sentence: `since is “${since}”; expected the sequence of a frame.` };
    }
    if (this.#isStopping || this.count >= this.#limit) {
      return {
        status: 503,
        sentence: `${this.count} sockets are open; the limit is ${this.#limit}.`,
      };
    }
    return { city, since: since === undefined ? undefined : Number(since) };
  }

  #serve(socket: WebSocket, desk: CityDesk, { city, since }: Asked): void {
    this.#cities.set(socket, city);
    const clock: LiveEvent = { kind: 'clock', clock: desk.clock() };
    socket.send(JSON.stringify(clock));
    const wire = {
      get bufferedBytes() {
        return socket.bufferedAmount;
      },
      send: (data: Uint8Array | string, onSent: () => void) => socket.send(data, onSent),
      drop: () => socket.terminate(),
    };
    const reader = new FrameReader(desk.hub, wire, since);
    socket.on('pong', () => this.#unanswered.delete(socket));
    socket.on('message', () => socket.close(closeCode.notAllowed, 'This socket only sends.'));
    // What breaks the protocol is closed by ws with the code for it.
    socket.on('error', () => {});
    socket.on('close', () => {
      reader.stop();
      this.#cities.delete(socket);
      this.#unanswered.delete(socket);
    });
  }

  #ping(): void {
    for (const socket of this.#cities.keys()) {
      if (this.#unanswered.has(socket)) {
        socket.terminate();
        continue;
      }
      this.#unanswered.add(socket);
      socket.ping();
    }
  }
}

interface Asked {
  readonly city: string;
  readonly since: number | undefined;
}

function endSocket(socket: WebSocket, code: number, reason: string): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => socket.terminate(), CLOSING_MS);
    socket.once('close', () => {
      clearTimeout(deadline);
      resolve();
    });
    socket.close(code, reason);
  });
}

const phrases = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

function refuse(socket: Duplex, { status, sentence }: Refusal): void {
  const body = JSON.stringify({ status, error: sentence });
  socket.end(
    [
      `HTTP/1.1 ${status} ${phrases[status]}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

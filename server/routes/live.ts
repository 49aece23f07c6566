// News of a city: `WS /live` and, over HTTP, the same frames for an instant or a span of time.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { liveClockChange } from '#contract/live-event.ts';
import { formatLiveFrame, type LiveFrame } from '#contract/live-frame.ts';
import type { CityDesk } from '../live/city-desk.ts';
import { LiveDesk, type LiveDeskOptions } from '../live/live-desk.ts';
import { LiveSockets, type LiveSocketsOptions } from '../live/live-sockets.ts';
import { isSameOrigin } from '../live/same-origin.ts';
import type { ObservationBatch } from '../observation-batch.ts';
import { pickRows } from '../storage/observation-order.ts';
import { LONGEST_DAYS, type Query, readHistoryQuery, readInstant } from './live-query.ts';

export type LiveOptions = LiveDeskOptions & Omit<LiveSocketsOptions, 'find'>;

export interface Live {
  /** After a city was ingested anew: its readers learn that the catalogue is another. */
  reload(city: string): Promise<void>;
}

const MOST_ROWS = 1_000_000;
const FRAME_TYPE = 'application/vnd.panopolis.live-frame';

/** Starts with the server and stops before it. */
export function registerLive(app: FastifyInstance, options: LiveOptions): Live {
  const { storage, report } = options;
  const desk = new LiveDesk(options);
  const sockets = new LiveSockets({ ...options, find: (city) => desk.find(city) });

  app.addHook('onReady', () => desk.start());
  app.addHook('preClose', async () => {
    desk.stop();
    await sockets.stop();
  });
  app.server.on('upgrade', (request, socket, head) => {
    sockets
      .upgrade(request, socket, head)
      .catch((error: unknown) => report(`Live: ${String(error)}`));
  });

  /** Answers for the city that the query names, or says that there is none. */
  const forCity =
    (answer: (city: CityDesk, request: Request, reply: FastifyReply) => unknown) =>
    async (request: Request, reply: FastifyReply): Promise<unknown> => {
      reply.header('cache-control', 'no-cache');
      const { city: id } = request.query;
      if (!id) return refuse(reply, 400, 'Expected a city, as in ?city=ID.');
      const city = await desk.find(id);
      return city ? answer(city, request, reply) : refuse(reply, 404, `There is no city ${id}.`);
    };

  app.get<Route>(
    '/live/datastreams',
    forCity((_city, { query }) => storage.catalogue(query.city ?? '')),
  );

  app.get<Route>(
    '/live/snapshot',
    forCity(async ({ hub }, request, reply) => {
      const { query } = request;
      if (query.at === undefined) {
        const etag = `"${hub.sequence}"`;
        reply.header('etag', etag);
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
        return sendFrame(reply, hub.snapshot());
      }
      const at = readInstant(query, 'at');
      if (!at.ok) return refuse(reply, 400, at.reason);
      const rows = await storage.latest(query.city ?? '', at.value);
      return sendFrame(reply, toFrame(dropOld(rows, at.value), at.value, true));
    }),
  );

  app.get<Route>(
    '/live/history',
    forCity(async (_city, { query }, reply) => {
      const asked = readHistoryQuery(query);
      if (!asked.ok) return refuse(reply, 400, asked.reason);
      const found = await storage.history(query.city ?? '', { ...asked.value, limit: MOST_ROWS });
      if (found.datastream.length > MOST_ROWS) {
        return refuse(reply, 413, `More than ${MOST_ROWS} readings; ask for less, or use every.`);
      }
      return sendFrame(reply, toFrame(found, asked.value.toMs, false));
    }),
  );

  app.get<Route>(
    '/live/clock',
    forCity((city) => city.clock()),
  );

  app.put<Route>(
    '/live/clock',
    forCity((city, request, reply) => {
      if (!isSameOrigin(request.headers)) {
        return refuse(reply, 403, `Pages of ${request.headers.origin} may not change this.`);
      }
      const change = v.safeParse(liveClockChange, request.body);
      if (!change.success) {
        const [issue] = change.issues;
        return refuse(reply, 400, `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}.`);
      }
      if (!city.setClock) return refuse(reply, 409, 'The time of this city is nobody’s to set.');
      const { nowMs, rate } = change.output;
      city.setClock({ ...(nowMs !== undefined && { nowMs }), ...(rate !== undefined && { rate }) });
      return city.clock();
    }),
  );

  return { reload: (city) => desk.reload(city) };
}

interface Route {
  Querystring: Query;
}
type Request = FastifyRequest<Route>;

const refuse = (reply: FastifyReply, status: number, error: string) =>
  reply.code(status).send({ status, error });

const sendFrame = (reply: FastifyReply, frame: Uint8Array) =>
  reply.type(FRAME_TYPE).send(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));

/** A frame that no reader of `/live` has had: its sequence is −1. */
function toFrame(rows: ObservationBatch, sourceTimeMs: number, isSnapshot: boolean): Uint8Array {
  const frame: LiveFrame = { ...rows, sequence: -1, topic: 0, sourceTimeMs, isSnapshot };
  return new Uint8Array(formatLiveFrame(frame));
}

/** Without what reported so long before `atMs` that a frame can't hold it. */
function dropOld(rows: ObservationBatch, atMs: number): ObservationBatch {
  const fromMs = atMs - LONGEST_DAYS * 86_400_000;
  const kept = Uint32Array.from(rows.timeMs.keys()).filter((row) => rows.timeMs[row]! >= fromMs);
  return kept.length === rows.timeMs.length ? rows : pickRows(rows, kept);
}

// Observations that others send: one (18-088 §10.2), or many as dataArray (§12.2).

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSameOrigin } from '../../live/same-origin.ts';
import { baseOf, ROOT } from './address.ts';
import { parsePath } from './language/parse-path.ts';
import { type NewObservation, parseDataArrays, parseObservation } from './new-observation.ts';
import { QueryError } from './query-error.ts';
import { type StoreOptions, storeObservations } from './store-observations.ts';

export interface WritesOptions extends Omit<StoreOptions, 'now'> {
  readonly now?: () => number;
}

/** A day of one datastream by the second. */
const LARGEST_BODY = 16 * 1024 * 1024;

export function registerWrites(app: FastifyInstance, options: WritesOptions): void {
  const { now = Date.now } = options;
  const store = (given: readonly NewObservation[]) => storeObservations(given, { ...options, now });

  app.post(`${ROOT}/CreateObservations`, { bodyLimit: LARGEST_BODY }, async (request, reply) => {
    checkWriter(request);
    const parsed = parseDataArrays(request.body, now());
    const given = parsed.flatMap((one) => ('observation' in one ? [one.observation] : []));
    const stored = (await store(given)).values();
    const answers = parsed.map((row) => {
      const result = 'error' in row ? row : stored.next().value;
      return result && 'id' in result
        ? linkOf(request, result.id)
        : `error: ${result?.error ?? 'it was not stored.'}`;
    });
    return reply.code(201).send(answers);
  });

  app.post(`${ROOT}/*`, async (request, reply) => {
    checkWriter(request);
    const datastream = findDatastream(request);
    const observation: NewObservation = parseObservation(request.body, now(), datastream);
    const [result] = await store([observation]);
    if (!result || 'error' in result) {
      const isOfPath = datastream !== undefined && result?.isLost === true;
      throw new QueryError(result?.error ?? 'It was not stored.', isOfPath ? 404 : 400);
    }
    return reply.code(201).header('location', linkOf(request, result.id)).send();
  });
}

const linkOf = (request: FastifyRequest, id: string) => `${baseOf(request)}/Observations('${id}')`;

/** Until there are users: pages of this server, and programs on this machine. */
function checkWriter(request: FastifyRequest): void {
  const { headers, ip } = request;
  if (headers.origin !== undefined) {
    if (isSameOrigin(headers)) return;
    throw new QueryError(`Pages of ${headers.origin} may not write here.`, 403);
  }
  if (/^(127\.|::1$|::ffff:127\.)/.test(ip)) return;
  throw new QueryError('Only programs on the server’s own machine may write here.', 403);
}

/** Undefined where the body is to name it. */
function findDatastream(request: FastifyRequest): number | undefined {
  const path = (request.raw.url ?? '').slice(ROOT.length).replace(/\?.*/, '');
  const [first, second, ...more] = parsePath(path);
  if (first?.name === 'Observations' && first.id === undefined && !second) return undefined;
  const isOfDatastream =
    first?.name === 'Datastreams' && second?.name === 'Observations' && more.length === 0;
  if (isOfDatastream && first.id !== undefined && second.id === undefined) {
    if (/^\d{1,9}$/.test(first.id)) return Number(first.id);
    throw new QueryError(`There is no Datastream ${first.id.slice(0, 40)}.`, 404);
  }
  throw new QueryError(
    'Only observations are created here, at Observations, Datastreams(n)/Observations or CreateObservations.',
    405,
  );
}

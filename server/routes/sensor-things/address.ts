import type { FastifyRequest } from 'fastify';

export const ROOT = '/v1.1';

/** Address of the service as the client reached it. */
export const baseOf = ({ protocol, host }: FastifyRequest): string =>
  `${protocol}://${host}${ROOT}`;

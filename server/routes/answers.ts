// What the routes that change something have in common.

import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';

/** A control room behind one address does no more than this; a script gone wild is held. */
export const writing = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } };

/** A whole number that PostgreSQL's integer holds. */
export const parseNumber = (text: string): number | undefined =>
  /^\d{1,10}$/.test(text) && Number(text) <= 0x7fffffff ? Number(text) : undefined;

export const refuse = (reply: FastifyReply, status: number, error: string) =>
  reply.code(status).send({ status, error });

export const refuseForeign = (request: FastifyRequest, reply: FastifyReply) =>
  refuse(reply, 403, `Pages of ${request.headers.origin} may not change this.`);

export function describeIssues(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): string {
  const [issue] = issues;
  return `${v.getDotPath(issue) ?? 'The body'}: ${issue.message.replace(/\.$/, '')}.`;
}

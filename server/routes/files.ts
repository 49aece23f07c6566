// Why our own file route: @fastify/static (10.1) answers a range from the compressed sibling, sends weak
// ETags, and reads the whole directory for each request to compare the letter case of the path.

import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseByteRange } from '#contract/byte-range.ts';
import { mediaTypeOf } from '../storage/media-type.ts';
import { openEncodedFile, openStoredFile, toSafePath } from '../storage/stored-file.ts';

export type Lifetime = 'immutable' | 'revalidate';

const cacheControl: Readonly<Record<Lifetime, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
};

/** Answers GET and HEAD with the file that `urlPath` names in `folder`: encodings, ETag, one range. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, urlPath, lifetime }: { folder: string; urlPath: string; lifetime: Lifetime },
): Promise<FastifyReply> {
  const safePath = toSafePath(urlPath);
  if (safePath === undefined) return sendMissing(reply, urlPath);
  const path = join(folder, safePath);
  const { range, 'accept-encoding': accepted } = request.headers;
  // A range counts bytes of the file itself, so it is never cut out of a compressed form. What is
  // replaced in place has no compressed form: the two could not be replaced at the same instant.
  const isWhole = range === undefined && lifetime === 'immutable';
  const file = isWhole ? await openEncodedFile(path, accepted) : await openStoredFile(path);
  if (!file) return sendMissing(reply, urlPath);

  reply.header('cache-control', cacheControl[lifetime]);
  reply.header('etag', file.etag);
  reply.header('vary', 'accept-encoding');
  reply.header('accept-ranges', 'bytes');
  if (isListed(request.headers['if-none-match'], file.etag)) {
    await file.handle.close();
    return reply.code(304).send();
  }

  const ifRange = request.headers['if-range'];
  const part =
    ifRange === undefined || ifRange === file.etag ? parseByteRange(range, file.size) : 'whole';
  if (part === 'outside') {
    await file.handle.close();
    return reply.code(416).header('content-range', `bytes */${file.size}`).send();
  }
  const { first, last } = part === 'whole' ? { first: 0, last: file.size - 1 } : part;
  if (part !== 'whole') {
    reply.code(206).header('content-range', `bytes ${first}-${last}/${file.size}`);
  }
  if (file.encoding) reply.header('content-encoding', file.encoding);
  reply.type(mediaTypeOf(path)).header('content-length', last - first + 1);
  if (request.method === 'HEAD' || file.size === 0) {
    await file.handle.close();
    return reply.send('');
  }
  return reply.send(file.handle.createReadStream({ start: first, end: last }));
}

/** Whether `If-None-Match` names this version; RFC 9110 compares weakly here. */
function isListed(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
}

const sendMissing = (reply: FastifyReply, urlPath: string): FastifyReply =>
  reply
    .code(404)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`There is no ${urlPath} here.\n`);

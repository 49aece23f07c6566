// A page of another site can open WebSockets to this server and send requests that need no preflight; the
// browser names the page's origin, which is compared with the address that the request went to.

import type { IncomingHttpHeaders } from 'node:http';

/** True where the request names no origin (no browser sent it) or the one that it went to. */
export function isSameOrigin({
  origin,
  host,
}: Pick<IncomingHttpHeaders, 'origin' | 'host'>): boolean {
  if (origin === undefined) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: named } = new URL(origin);
  return /^https?:$/.test(protocol) && named === normalHost(host, protocol);
}

/** `host` without the port that the protocol implies, as URLs write it. */
function normalHost(host: string, protocol: string): string | undefined {
  const url = `${protocol}//${host}`;
  return URL.canParse(url) ? new URL(url).host : undefined;
}

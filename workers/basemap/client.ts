import { connect, type Port } from '../port.ts';
import type { BasemapProtocol } from './protocol.ts';

/** Starts the worker that paints the basemap; `close` ends it. */
export function startBasemapWorker(): Port<BasemapProtocol> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return connect<BasemapProtocol>(worker, 'basemap');
}

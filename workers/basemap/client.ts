import { connect, type Port } from '../port.ts';
import type { BasemapProtocol } from './protocol.ts';

export type {
  BasemapTheme,
  OpenedBasemap,
  Place,
  PlaceKind,
  PlaceMap,
  StreetLight,
  TileAddress,
  TilePicture,
} from './protocol.ts';

export type BasemapPort = Port<BasemapProtocol>;

/** Starts the worker that paints the basemap; `close` ends it. */
export function startBasemapWorker(): BasemapPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return connect<BasemapProtocol>(worker, 'basemap');
}

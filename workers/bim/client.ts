import { connect, type Port } from '../port.ts';
import type { BimProtocol } from './protocol.ts';

export type BimWorker = Port<BimProtocol>;
export type {
  BimProtocol,
  CloseScene,
  ElementHit,
  ElementMesh,
  LiveValue,
  ModelBox,
  OpenModel,
  Paint,
  PropertyKey,
} from './protocol.ts';

export const startBimWorker = (): BimWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'bim' }),
    'bim',
  );

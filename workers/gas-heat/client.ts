import { connect, type Port } from '../port.ts';
import type { GasHeatProtocol } from './protocol.ts';

export type GasHeatWorker = Port<GasHeatProtocol>;
export type { GasHeatProtocol } from './protocol.ts';

export const startGasHeatWorker = (): GasHeatWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'gas-heat' }),
    'gas-heat',
  );

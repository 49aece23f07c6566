import { connect, type Port } from '../port.ts';
import type { CityProtocol } from './protocol.ts';

export type CityWorker = Port<CityProtocol>;

export const startCityWorker = (): CityWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'city' }),
    'city',
  );

import { connect, type Port } from '../port.ts';
import type { FireSmokeProtocol } from './protocol.ts';

export type FireSmokeWorker = Port<FireSmokeProtocol>;
export type { AirAnswer, BurningNow, ReleaseQuestion, SmokeQuestion } from './protocol.ts';

export const startFireSmokeWorker = (): FireSmokeWorker =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire-smoke' }),
    'fire-smoke',
  );

import { connect, type Port } from '../../port.ts';
import type { MembersProtocol } from './protocol.ts';

export type MembersWorker = Port<MembersProtocol>;

/** Each reads the town anew: more of them cost more memory than they save time. */
const MOST_WORKERS = 3;

/** Threads beside the one that asks: as many as the machine has cores left. */
export function startMembersWorkers(): MembersWorker[] {
  const free = Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1);
  return Array.from({ length: Math.max(0, free) }, () =>
    connect<MembersProtocol>(
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'fire-members' }),
      'fire-members',
    ),
  );
}

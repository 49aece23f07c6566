// Answers the protocol. Each network that is open is a `WaterNetwork`; what it computes lies in
// `src/simulation/hydraulics`.

import type { Service } from '../port.ts';
import type { HydraulicsProtocol } from './protocol.ts';
import { createSolveCalls } from './solve-calls.ts';
import { WaterList } from './water-list.ts';

export function createHydraulicsService(): Service<HydraulicsProtocol> {
  const list = new WaterList();
  return {
    calls: {
      ...createSolveCalls(list),
    },
    streams: {},
  };
}

// Answers the protocol. Each network that is open is a `WaterNetwork`; what it computes lies in
// `src/simulation/hydraulics`.

import type { Service } from '../port.ts';
import { createContaminationCalls } from './contamination-calls.ts';
import { createCriticalityStreams } from './criticality-calls.ts';
import { createFireFlowCalls, createHydrantCalls } from './fire-flow-calls.ts';
import { createLeakCalls } from './leak-calls.ts';
import type { HydraulicsProtocol } from './protocol.ts';
import { createRunCalls } from './run-calls.ts';
import { createSolveCalls } from './solve-calls.ts';
import { WaterList } from './water-list.ts';

export function createHydraulicsService(): Service<HydraulicsProtocol> {
  const list = new WaterList();
  const runs = createRunCalls(list);
  return {
    calls: {
      ...createSolveCalls(list),
      ...createHydrantCalls(list),
      ...runs.calls,
    },
    streams: {
      ...runs.streams,
      ...createCriticalityStreams(list),
      ...createFireFlowCalls(list),
      ...createContaminationCalls(list),
      ...createLeakCalls(list),
    },
  };
}

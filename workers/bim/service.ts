// Answers the protocol. What it computes lies in the feature's kernel; what needs geometry, in the folder or
// file named after the call.

import type { Service } from '../port.ts';
import { createClashStreams } from './clash.ts';
import { createCloseLookCalls } from './close-look.ts';
import { createCompareCalls } from './compare.ts';
import { createGeometryCalls } from './geometry-calls.ts';
import { ModelList } from './model-list.ts';
import type { BimProtocol } from './protocol.ts';
import { createSectionCalls } from './section.ts';
import { createTableCalls } from './table-calls.ts';

export function createBimService(): Service<BimProtocol> {
  const list = new ModelList();
  return {
    calls: {
      ...createTableCalls(list),
      ...createGeometryCalls(list),
      ...createSectionCalls(list),
      ...createCloseLookCalls(list),
      ...createCompareCalls(list),
    },
    streams: createClashStreams(list),
  };
}

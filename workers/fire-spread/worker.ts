import { type Endpoint, serve } from '../port.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import { loadFireKernel } from './kernel/load-kernel.ts';
import { startMembersWorkers } from './members/client.ts';
import type { SpreadProtocol } from './protocol.ts';
import { createSpreadService } from './service.ts';

serve<SpreadProtocol>(
  self as unknown as Endpoint,
  createSpreadService({
    ...{ read: createFetchBytes(), now: () => performance.now() },
    ...{ loadKernel: loadFireKernel, startMembers: startMembersWorkers },
  }),
);

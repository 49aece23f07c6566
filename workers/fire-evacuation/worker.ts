import { type Endpoint, serve } from '../port.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import type { EvacuationProtocol } from './protocol.ts';
import { createEvacuationService } from './service.ts';

serve<EvacuationProtocol>(
  self as unknown as Endpoint,
  createEvacuationService({ read: createFetchBytes(), now: () => performance.now() }),
);

import { type Endpoint, serve } from '../port.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import type { WildlandProtocol } from './protocol.ts';
import { createWildlandService } from './service.ts';

serve<WildlandProtocol>(
  self as unknown as Endpoint,
  createWildlandService({ read: createFetchBytes(), now: () => performance.now() }),
);

import { type Endpoint, serve } from '../port.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import type { FireResponseProtocol } from './protocol.ts';
import { createResponseService } from './service.ts';

serve<FireResponseProtocol>(
  self as unknown as Endpoint,
  createResponseService({ read: createFetchBytes(), now: () => performance.now() }),
);

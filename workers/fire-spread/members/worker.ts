import { type Endpoint, serve } from '../../port.ts';
import { createFetchBytes } from '../../town/read-bytes.ts';
import { loadFireKernel } from '../kernel/load-kernel.ts';
import type { MembersProtocol } from './protocol.ts';
import { createMembersService } from './service.ts';

serve<MembersProtocol>(
  self as unknown as Endpoint,
  createMembersService({ read: createFetchBytes(), loadKernel: loadFireKernel }),
);

import { type Endpoint, serve } from '../port.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import { readLand } from './land.ts';
import type { WildlandProtocol } from './protocol.ts';
import { createWildlandService } from './service.ts';

const read = createFetchBytes();

serve<WildlandProtocol>(
  self as unknown as Endpoint,
  createWildlandService({
    readLand: (city, cellM) => readLand(read, city, cellM),
    now: () => performance.now(),
  }),
);

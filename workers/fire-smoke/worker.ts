import { type Endpoint, serve } from '../port.ts';
import { openTownInside } from '../town/inside.ts';
import { createFetchBytes } from '../town/read-bytes.ts';
import type { FireSmokeProtocol } from './protocol.ts';
import { createFireSmokeService } from './service.ts';

serve<FireSmokeProtocol>(
  self as unknown as Endpoint,
  createFireSmokeService({
    open: (city) => openTownInside(createFetchBytes(), city),
    now: () => performance.now(),
  }),
);

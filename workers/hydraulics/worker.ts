import { type Endpoint, serve } from '../port.ts';
import type { HydraulicsProtocol } from './protocol.ts';
import { createHydraulicsService } from './service.ts';

serve<HydraulicsProtocol>(self as unknown as Endpoint, createHydraulicsService());

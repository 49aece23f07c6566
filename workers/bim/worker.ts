import { type Endpoint, serve } from '../port.ts';
import type { BimProtocol } from './protocol.ts';
import { createBimService } from './service.ts';

serve<BimProtocol>(self as unknown as Endpoint, createBimService());

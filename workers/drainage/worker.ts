import { type Endpoint, serve } from '../port.ts';
import type { DrainageProtocol } from './protocol.ts';
import { createDrainageService } from './service.ts';

serve<DrainageProtocol>(self as unknown as Endpoint, createDrainageService());

import { type Endpoint, serve } from '../port.ts';
import type { FireProtocol } from './protocol.ts';
import { createFireService } from './service.ts';

serve<FireProtocol>(self as unknown as Endpoint, createFireService());

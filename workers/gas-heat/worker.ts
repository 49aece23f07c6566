import { type Endpoint, serve } from '../port.ts';
import type { GasHeatProtocol } from './protocol.ts';
import { createGasHeatService } from './service.ts';

serve<GasHeatProtocol>(self as unknown as Endpoint, createGasHeatService());

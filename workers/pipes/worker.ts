import { type Endpoint, serve } from '../port.ts';
import type { PipesProtocol } from './protocol.ts';
import { createPipesService } from './service.ts';

serve<PipesProtocol>(self as unknown as Endpoint, createPipesService());

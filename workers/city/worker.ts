import { type Endpoint, serve } from '../port.ts';
import type { CityProtocol } from './protocol.ts';
import { createCityService } from './service.ts';

serve<CityProtocol>(self as unknown as Endpoint, createCityService());

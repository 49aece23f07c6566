import { type Endpoint, serve } from '../port.ts';
import { convert } from './convert.ts';
import { convertNetworks, examine } from './networks.ts';
import type { ImportProtocol } from './protocol.ts';

serve<ImportProtocol>(self as unknown as Endpoint, {
  calls: { examineNetworks: examine },
  streams: { convert, convertNetworks },
});

import { type IfcEngine, startEngine } from '#conversion/ifc/engine.ts';
import { locateEngine } from '#conversion/ifc/engine-address.ts';
import { loadEgm96Grid } from '#conversion/terrain/egm96.ts';
import { type Endpoint, serve } from '../port.ts';
import { convert } from './convert.ts';
import type { IfcProtocol } from './protocol.ts';

let started: Promise<IfcEngine> | undefined;
const engine = () => {
  started ??= startEngine({ locate: locateEngine });
  return started;
};

serve<IfcProtocol>(self as unknown as Endpoint, {
  calls: {
    prepare: () => engine().then(() => undefined),
    geoid: () => loadEgm96Grid(),
  },
  streams: { convert: (request, { signal }) => convert(request, { signal, engine }) },
});

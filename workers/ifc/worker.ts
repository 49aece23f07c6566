import { type IfcEngine, startEngine } from '#conversion/ifc/engine.ts';
import { locateEngine } from '#conversion/ifc/engine-address.ts';
import { loadEgm96Grid, loadSparseEgm96 } from '#conversion/terrain/egm96.ts';
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
    prepare: async () => {
      await Promise.all([engine(), loadSparseEgm96()]);
      return undefined;
    },
    geoid: () => loadEgm96Grid(),
  },
  streams: { convert: (request, { signal }) => convert(request, { signal, engine }) },
});

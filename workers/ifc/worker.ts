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

let answerGround: (heightM: number | undefined) => void = () => {};
const nextGround = () =>
  new Promise<number | undefined>((resolve) => {
    answerGround = resolve;
  });

serve<IfcProtocol>(self as unknown as Endpoint, {
  calls: {
    prepare: async () => {
      await Promise.all([engine(), loadSparseEgm96()]);
      return undefined;
    },
    geoid: () => loadEgm96Grid(),
    ground: ({ heightM }) => {
      answerGround(heightM);
      return undefined;
    },
  },
  streams: { convert: (request, { signal }) => convert(request, { signal, engine, nextGround }) },
});

// How much faster than real time drains are solved, on the shared SWMM files.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSwmm } from '#simulation/drainage/read-swmm.ts';
import { createDrainage } from '#simulation/drainage/run-drainage.ts';
import type { Row } from '../row.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/drainage/', import.meta.url));

/** Simulated time by time taken; none where the shared data are missing. */
export async function benchDrainage(): Promise<Row[]> {
  if (!existsSync(FOLDER)) {
    process.stdout.write('Drainage is not measured: the shared SWMM files are missing.\n');
    return [];
  }
  return ['user1', 'Example7-dual-drainage', 'kamloops_from_opendata'].map((file) => {
    const model = readSwmm(readFileSync(`${FOLDER}${file}.inp`, 'utf8'), `${file}.inp`);
    const drainage = createDrainage(model);
    const start = performance.now();
    drainage.advance(model.options.durationS);
    const seconds = (performance.now() - start) / 1000;
    const conduits = model.links.filter(({ kind }) => kind === 'conduit').length;
    return {
      case: `drains of ${file}: ${conduits} conduits, ${model.subcatchments.length} subcatchments`,
      value: model.options.durationS / seconds,
      unit: '× real time',
    };
  });
}

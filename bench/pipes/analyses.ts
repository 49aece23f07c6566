// How long the searches of the water network take: fire flow of 1,000 hydrants with bisection as its peer, a day of
// contamination, a leak in L-TOWN.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runFireFlow } from '#simulation/hydraulics/fire-flow/fire-flow.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';
import { compareWithBisection } from '../../validation/pipes/analyses/fire-flow-peer.ts';
import { runTrials, sensorsOf } from '../../validation/pipes/analyses/leak-trials.ts';
import { spreadFrom } from '../../validation/pipes/analyses/spread-cases.ts';
import type { Row } from '../row.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/pipes/water/', import.meta.url));

export async function benchAnalyses(): Promise<Row[]> {
  if (!existsSync(FOLDER)) {
    console.warn(`Searches of the water network are not measured: ${FOLDER} is missing.`);
    return [];
  }
  return [
    ...(await fireRows('L-TOWN')),
    ...(await fireRows('ky4')),
    ...(await fireRows('ky10')),
    ...(await spreadRows()),
    ...(await leakRows()),
  ];
}

async function withModel<Value>(
  name: string,
  work: (model: WaterModel, inp: string) => Value,
): Promise<Value> {
  const inp = readFileSync(`${FOLDER}${name}.inp`, 'utf8');
  const model = await openWaterModel(inp);
  try {
    return work(model, inp);
  } finally {
    model.close();
  }
}

const HYDRANTS = 1000;

const fireRows = (name: string): Promise<Row[]> =>
  withModel(name, (model) => {
    const junctions = model.nodeIds.filter((_, at) => model.nodeType[at] === 0);
    const hydrants = Array.from(
      { length: HYDRANTS },
      (_, at) => junctions[at % junctions.length] ?? '',
    );
    const started = performance.now();
    const flows = [...runFireFlow(model, hydrants)];
    const seconds = (performance.now() - started) / 1000;
    const { differences, trickMs, bisectionMs } = compareWithBisection(model, 60);
    return [
      {
        case: `fire flow of ${flows.length} hydrants with zone, ${name}`,
        value: seconds,
        unit: 's',
      },
      {
        ...{ case: `fire flow of one hydrant alone, ${name}`, unit: 'ms' },
        value: trickMs / differences.length,
        peer: 'bisection',
        peerValue: bisectionMs / differences.length,
      },
    ];
  });

const spreadRows = (): Promise<Row[]> =>
  withModel('BWSN_Network_2', (model) => {
    const times = [0, 1, 2].map(() => {
      const started = performance.now();
      spreadFrom(model, 'JUNCTION-1000');
      return performance.now() - started;
    });
    const value = Math.min(...times) / 1000;
    return [{ case: 'contamination of 24 h, BWSN-2, 12,527 nodes', value, unit: 's' }];
  });

const leakRows = (): Promise<Row[]> =>
  withModel('L-TOWN', (model, inp) => {
    const sensors = sensorsOf(inp);
    const started = performance.now();
    const trials = runTrials(model, sensors, 6 / 3600, 5, 7);
    const value = (performance.now() - started) / 1000 / trials.length;
    return [{ case: 'leak area in L-TOWN, two instants, measuring included', value, unit: 's' }];
  });

// Fire flow against bisection and WNTR's tables, the mass of contaminations, and where leaks are found in L-TOWN.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';
import type { ReportRow } from '../report.ts';
import { compareWithBisection } from './analyses/fire-flow-peer.ts';
import { FOUND_M, runTrials, sensorsOf } from './analyses/leak-trials.ts';
import { spreadFrom } from './analyses/spread-cases.ts';
import { compareWithWntr } from './analyses/wntr-fire.ts';

const WATER = fileURLToPath(new URL('../../../shared/data/pipes/water/', import.meta.url));
const WNTR = fileURLToPath(new URL('../../../shared/data/pipes/wntr/', import.meta.url));

const atMost = (
  name: string,
  metric: string,
  value: number,
  limit: number,
  unit: string,
  source: string,
): ReportRow => ({ case: name, metric, value, limit, unit, pass: value <= limit, source });

export async function validateAnalyses(): Promise<ReportRow[]> {
  if (!existsSync(WATER)) {
    console.warn(`Searches of the water network are not validated: ${WATER} is missing.`);
    return [];
  }
  return [
    ...(await fireRows()),
    ...(await wntrRows()),
    ...(await massRows()),
    ...(await leakRows()),
  ];
}

async function withModel<Value>(
  name: string,
  work: (model: WaterModel, inp: string) => Value,
): Promise<Value> {
  const inp = readFileSync(`${WATER}${name}.inp`, 'utf8');
  const model = await openWaterModel(inp);
  try {
    return work(model, inp);
  } finally {
    model.close();
  }
}

const HYDRANTS = 60;

async function fireRows(): Promise<ReportRow[]> {
  const source = 'bisection on an added demand, the hydrant alone at 20 psi';
  const rows: ReportRow[] = [];
  for (const name of ['Net3', 'L-TOWN', 'ky4', 'ky10', 'Net6']) {
    const off = await withModel(name, (model) => compareWithBisection(model, HYDRANTS));
    const title = `fire flow ${name}, ${off.differences.length} hydrants`;
    rows.push(
      atMost(title, '95th percentile off bisection', off.at(0.95), 0.01, '1', source),
      atMost(title, 'most off bisection', off.at(1), 0.02, '1', source),
      atMost(title, 'hydrants that gave no flow', off.failed, 0, 'hydrants', source),
    );
  }
  return rows;
}

async function wntrRows(): Promise<ReportRow[]> {
  if (!existsSync(WNTR)) return [];
  const read = (file: string) => readFileSync(WNTR + file, 'utf8');
  const { hydrants, junctionsOff, peopleOff } = await withModel('Net3', (model) =>
    compareWithWntr(
      model,
      read('fire_flow_junctions_impacted.csv'),
      read('fire_flow_people_impacted.csv'),
    ),
  );
  const title = `fire of 8,000 gpm, Net3, ${hydrants} hydrants`;
  const source = 'fire_flow_*.csv of WNTR';
  return [
    atMost(title, 'hydrants with other junctions impacted', junctionsOff, 0, 'hydrants', source),
    atMost(title, 'hydrants with other people impacted', peopleOff, 0, 'hydrants', source),
  ];
}

async function massRows(): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (const [name, node] of [
    ['Net3', '121'],
    ['L-TOWN', 'n54'],
    ['BWSN_Network_2', 'JUNCTION-1000'],
  ] as const) {
    const { massBalance, injectedKg } = await withModel(name, (model) => spreadFrom(model, node));
    const title = `contamination ${name}, 24 h from ${node}`;
    rows.push(
      atMost(title, 'mass balance off 1', Math.abs(massBalance - 1), 0.01, '1', "EPANET's count"),
      atMost(title, 'mass that entered off 10 kg', Math.abs(injectedKg - 10), 0.1, 'kg', 'asked'),
    );
  }
  return rows;
}

const TRIALS = 40;

async function leakRows(): Promise<ReportRow[]> {
  const source = 'BattLeDIM counts 300 m; ±10 % demand and roughness, 0.05 m, 12 samples';
  return withModel('L-TOWN', (model, inp) => {
    const sensors = sensorsOf(inp);
    const rows = [6, 12, 25].flatMap((cubicMetres) => {
      const trials = runTrials(model, sensors, cubicMetres / 3600, TRIALS, cubicMetres);
      const missed = trials.filter(({ offM }) => !(offM <= FOUND_M)).length / TRIALS;
      const outside = trials.filter(({ isInArea }) => !isInArea).length / TRIALS;
      const title = `leak of ${cubicMetres} m³/h in L-TOWN, ${TRIALS} trials`;
      return [
        atMost(title, 'not within 300 m', missed, 0.3, '1', source),
        atMost(title, 'pipe outside the area of 80 %', outside, 0.3, '1', source),
      ];
    });
    const calm = runTrials(model, sensors, 0, TRIALS, 1);
    const alarms = calm.filter(({ finding }) => finding.isFound).length / TRIALS;
    const title = `no leak in L-TOWN, ${TRIALS} trials`;
    return [...rows, atMost(title, 'leaks found', alarms, 0.05, '1', source)];
  });
}

import type { Row } from '../row.ts';
import type { OpenLab } from './open-lab.ts';

const MEBIBYTE = 1024 * 1024;
const RECOLOURINGS = 10;
const LOADS = 3;

/** 100,000 buildings recoloured ten times in a row: the slowest counts. */
export async function benchRecolour(lab: OpenLab): Promise<Row[]> {
  const durations = await lab.run('recolour', RECOLOURINGS);
  return [
    {
      case: `recolour 99,856 buildings, slowest of ${RECOLOURINGS} (main thread)`,
      value: Math.max(...durations),
      unit: 'ms',
    },
    {
      case: `recolour 99,856 buildings, median of ${RECOLOURINGS} (main thread)`,
      value: durations.toSorted((a, b) => a - b)[RECOLOURINGS / 2] ?? Number.NaN,
      unit: 'ms',
    },
  ];
}

/** From a fresh viewer to every tile of the first view, ours and a bare viewer in turn; the best of each. */
export async function benchLoad(lab: OpenLab, city: string): Promise<Row[]> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < LOADS; turn++) {
    bare.push(...(await lab.run('loadBare', city)));
    ours.push(...(await lab.run('loadOurs', city)));
  }
  return [
    {
      case: `load ${city} completely, best of ${LOADS}`,
      value: Math.min(...ours),
      unit: 'ms',
      peer: 'bare Cesium Viewer',
      peerValue: Math.min(...bare),
    },
  ];
}

/** The most bytes of tiles on a flight over the city. */
export async function benchBudget(lab: OpenLab, city: string, budgetMiB: number): Promise<Row[]> {
  const [most = Number.NaN] = await lab.run('flyOver', city, budgetMiB * MEBIBYTE, 8);
  return [
    {
      case: `most memory of tiles on a flight over ${city}`,
      value: most / MEBIBYTE,
      unit: 'MiB',
      peer: 'budget',
      peerValue: budgetMiB,
    },
  ];
}

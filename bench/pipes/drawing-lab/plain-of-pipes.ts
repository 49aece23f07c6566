// As many pipes as wanted, side by side on a plain, 60 m long and 4 m apart: a tile holds about a thousand.

import { linkKinds, type PipeNetwork } from '#model/pipe-network.ts';

export const LONGITUDE_DEG = 4.5;
export const LATITUDE_DEG = 52;

const LENGTH_M = 60;
const STEP_M = 4;
const PER_DEGREE_M = 111_320;

/** Tables written in place: rows of objects for a million pipes would take the page's memory. */
export function aPlainOfPipes(count: number): PipeNetwork {
  const columns = Math.ceil(Math.sqrt((count * STEP_M) / LENGTH_M));
  const line = new Float64Array(6 * count);
  const shrink = Math.cos((LATITUDE_DEG * Math.PI) / 180);
  const rows = Math.ceil(count / columns);
  for (let row = 0; row < count; row++) {
    const east = ((row % columns) - columns / 2) * LENGTH_M;
    const north = (Math.floor(row / columns) - rows / 2) * STEP_M;
    const longitude = LONGITUDE_DEG + east / PER_DEGREE_M / shrink;
    const latitude = LATITUDE_DEG + north / PER_DEGREE_M;
    const end = longitude + (LENGTH_M - 1) / PER_DEGREE_M / shrink;
    line.set([longitude, latitude, 0, end, latitude, 0], 6 * row);
  }
  const bytes = () => new Uint8Array(count);
  const floats = (value: number) => new Float32Array(count).fill(value);
  const ids = Array.from({ length: count }, (_, row) => `P-${row}`);
  return {
    id: 'water',
    name: 'Water',
    utility: 'water',
    isFictional: true,
    nodes: {
      ids: [],
      kind: new Uint8Array(),
      places: new Float64Array(),
      groundLevelM: new Float32Array(),
      invertLevelM: new Float32Array(),
      host: new Uint32Array(),
      demand: new Float32Array(),
      customers: new Uint32Array(),
      isCritical: new Uint8Array(),
      isSource: new Uint8Array(),
    },
    links: {
      ids,
      kind: bytes().fill(linkKinds.indexOf('pipe')),
      utility: bytes(),
      role: bytes(),
      status: bytes(),
      from: new Uint32Array(count),
      to: new Uint32Array(count),
      lengthM: floats(LENGTH_M - 1),
      shape: bytes(),
      innerM: floats(0.3),
      widthM: floats(0.3),
      wallM: floats(0.01),
      fromInvertLevelM: floats(Number.NaN),
      toInvertLevelM: floats(Number.NaN),
      coverM: floats(1),
      material: new Uint16Array(count),
      materials: ['ductile iron'],
      year: new Uint16Array(count),
      heightSource: bytes(),
      isClosed: bytes(),
      isOneWay: bytes(),
      zone: new Uint16Array(count).fill(65535),
      zones: [],
      lineStart: Uint32Array.from({ length: count + 1 }, (_, row) => 2 * row),
      line,
    },
    valves: {
      ids: [],
      isSwitch: new Uint8Array(),
      link: new Uint32Array(),
      node: new Uint32Array(),
      places: new Float64Array(),
      isClosed: new Uint8Array(),
      isOperable: new Uint8Array(),
      exercisedYear: new Uint16Array(),
      turns: new Float32Array(),
      diameterM: new Float32Array(),
      access: [],
    },
  };
}

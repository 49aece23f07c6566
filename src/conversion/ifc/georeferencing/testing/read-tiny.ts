// How the tests of georeferencing read a tiny file and ask where it stands.

import { expect } from 'vitest';
import { type BimModel, toModelPlacement } from '#contract/bim-model.ts';
import { createFromGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres } from '#model/units.ts';
import { scanStep } from '../../step/scan.ts';
import { readLengthUnit } from '../../units.ts';
import { type GeoreferencingOptions, readGeoreferencing } from '../read-georeferencing.ts';
import { anIfc, type TinyIfc } from './an-ifc.ts';

export const DEGREE = Math.PI / 180;
/** Sea level 48 m above the ellipsoid everywhere. */
export const geoid = () => 48;
export const HOUSE: BimModel['boundsM'] = [
  [-10, -5, 0],
  [10, 15, 12],
];

export const shifted = (east: number, north: number, up = 0): BimModel['boundsM'] => [
  [HOUSE[0][0] + east, HOUSE[0][1] + north, HOUSE[0][2] + up],
  [HOUSE[1][0] + east, HOUSE[1][1] + north, HOUSE[1][2] + up],
];

export function read(
  of: TinyIfc,
  bounds: BimModel['boundsM'] = HOUSE,
  options: Partial<GeoreferencingOptions> = {},
) {
  const bytes = new TextEncoder().encode(anIfc(of));
  const lengthUnitM = readLengthUnit(scanStep(bytes)) ?? 1;
  const result = readGeoreferencing({ bytes, lengthUnitM }, bounds, { geoid, ...options });
  const [first] = result.readings;
  if (!first) throw new Error('A file has at least one reading.');
  return { ...result, first, words: result.findings.map(({ en }) => en).join('\n') };
}

/** Map coordinates (m) of a point of the model's frame. */
export function onMap(
  reading: ReturnType<typeof read>['first'],
  point: readonly [number, number, number] = [0, 0, 0],
  code = reading.crs ?? '',
) {
  const matrix = toModelMatrix(toModelPlacement(reading.placement));
  const [x, y, z] = [0, 1, 2].map(
    (row) =>
      matrix[row]! * point[0] +
      matrix[4 + row]! * point[1] +
      matrix[8 + row]! * point[2] +
      matrix[12 + row]!,
  ) as [number, number, number];
  const position = toGeodetic({ x: metres(x), y: metres(y), z: metres(z) });
  const crs = parseCrs(code);
  if (!crs.ok) throw new Error(crs.reason);
  const at = Float64Array.of(position.longitude, position.latitude, position.height);
  createFromGeodetic(crs.value, geoid, { axes: 'east-north' })(at, at);
  return [...at] as [number, number, number];
}

export function expectNear(got: readonly number[], wanted: readonly number[], limit = 0.001) {
  for (const [axis, value] of wanted.entries()) {
    expect(Math.abs(got[axis]! - value), `axis ${axis}: ${got[axis]} v ${value}`).toBeLessThan(
      limit,
    );
  }
}

export const MANNHEIM = '458657.3,5438232.25,113.7,0.270600445976,0.962691746426,1.';

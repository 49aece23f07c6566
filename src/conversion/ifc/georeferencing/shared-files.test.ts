// The files of ../shared/data/ifc, as buildingSMART's infra room and others publish them; without them, skipped.

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BimModel, type Georeferencing, toModelPlacement } from '#contract/bim-model.ts';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import type { Geoid } from '#model/geoid.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { startEngine } from '../engine.ts';
import { readGeometry } from '../geometry/read-geometry.ts';
import { closeIfc, openIfc } from '../open.ts';
import { createAnchors } from './anchors.ts';
import { chooseOrigin } from './model-origin.ts';
import { readGeoreferencing } from './read-georeferencing.ts';

const FOLDER = new URL('../../../../../shared/data/ifc/', import.meta.url);

const has = (file: string) => existsSync(new URL(file, FOLDER));

let geoid: Geoid = () => 0;
beforeAll(async () => {
  geoid = await loadEgm96();
});

interface Read extends Georeferencing {
  readonly words: string;
  readonly boundsM: BimModel['boundsM'];
}

async function read(path: string, crs?: string): Promise<Read> {
  const engine = await startEngine();
  const file = openIfc(engine, readFileSync(new URL(path, FOLDER)), basename(path));
  const { boundsM } = await readGeometry(file);
  const result = readGeoreferencing(file, boundsM, { geoid, crs });
  closeIfc(engine, file);
  return { ...result, boundsM, words: result.findings.map(({ en }) => en).join('\n') };
}

/** `map-conversion EPSG:25832`, one a reading. */
const sources = ({ readings }: Georeferencing) =>
  readings.map(({ source, crs }) => (crs === undefined ? source : `${source} ${crs}`));

const dms = (degrees: number, minutes: number, seconds: number) =>
  degrees + minutes / 60 + seconds / 3600;

describe.skipIf(!has('georef/geographic-referencing-utm.ifc'))('the known point', () => {
  it('lies within 10 mm of its own latitude and longitude', async () => {
    const { readings, verdict } = await read('georef/geographic-referencing-utm.ifc');
    const { placement } = readings[0]!;
    const { longitude, latitude } = toModelPlacement(placement);
    const height = metres(placement.heightM);
    const found = toEcef({ longitude, latitude, height });
    const known = toEcef({
      longitude: fromDegrees(dms(8, 26, 1.2473)),
      latitude: fromDegrees(dms(49, 5, 43.9837)),
      height,
    });
    expect(Math.hypot(found.x - known.x, found.y - known.y, found.z - known.z)).toBeLessThan(0.01);
    expect(verdict).toBe('clear');
  });

  it('has what stands 300 m off within 10 mm of the map; what is farther needs an anchor of its own', async () => {
    const { readings } = await read('georef/geographic-referencing-utm.ifc');
    const reading = readings[0]!;
    const anchors = createAnchors(reading, geoid);
    const flat = anchors([0, 0, 0]);
    const off = (matrix: Float64Array, distance: number) => {
      let greatest = 0;
      for (const turn of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const [x, y] = [0, 1].map(
          (axis) => distance * Math.sin((turn * Math.PI) / 4 + (axis * Math.PI) / 2),
        );
        const exact = anchors([x!, y!, 0]);
        const apart = [0, 1, 2].map((row) => {
          const at = (m: Float64Array) => m[row]! * x! + m[4 + row]! * y! + m[12 + row]!;
          return at(matrix) - at(exact);
        });
        greatest = Math.max(greatest, Math.hypot(...apart));
      }
      return greatest;
    };
    // The curve of the Earth (0.8 mm at 100 m, 7 mm at 300 m) and the slope of the geoid: 1.2, 4.0, 8.3, 21.7
    // and 82.6 mm at 100, 200, 300, 500 and 1000 m.
    expect(off(flat, 100)).toBeLessThan(0.002);
    expect(off(flat, 300)).toBeLessThan(0.01);
    expect(off(flat, 1000)).toBeGreaterThan(0.05);
  });
});

describe.skipIf(!has('georef'))('georeferencing of published files', () => {
  it.each([
    [
      'georef/Duplex_A_georeferenced_2x3_psetmapconversion.ifc',
      'several',
      ['map-conversion EPSG:2169', 'site EPSG:4326'],
    ],
    ['georef/Georeferencing-Earthworks-12d-1.ifc', 'clear', ['map-absolute EPSG:7856']],
    ['georef/Georeferencing-Survey-12d-4.ifc', 'clear', ['map-absolute EPSG:7856']],
    ['georef/Georeferencing-Tin-12d-1.ifc', 'clear', ['map-absolute EPSG:7856']],
    ['georef/geographic-referencing-rigid-operation.ifc', 'clear', ['rigid-operation EPSG:4258']],
    [
      'georef/geographic-referencing-utm.ifc',
      'clear',
      ['map-conversion EPSG:25832', 'site EPSG:4326'],
    ],
    ['infra/MCON-2.ifc', 'clear', ['map-conversion EPSG:3878']],
    ['infra/DrainageSystem-1-2.ifc', 'clear', ['map-absolute EPSG:3878']],
    ['infra/linear-placement-of-signal.ifc', 'clear', ['map-absolute EPSG:3065']],
    ['infra/PR-Twin-Branch-PavementElements.ifc', 'missing', ['none']],
    ['infra/UT-Earthworks-01.ifc', 'missing', ['none']],
    ['infra/LinearPlacement-3.ifc', 'missing', ['none']],
    ['AC20-FZK-Haus.ifc', 'clear', ['site EPSG:4326']],
    ['bimwhale_TallBuilding.ifc', 'missing', ['site EPSG:4326', 'none']],
    ['IfcOpenHouse_IFC4.ifc', 'missing', ['none']],
  ])('%s is %s', async (path, verdict, wanted) => {
    const result = await read(path);
    expect({ verdict: result.verdict, sources: sources(result) }).toEqual({
      verdict,
      sources: wanted,
    });
  });

  it('puts Luxembourg’s Duplex where its surveyors did, far from the Chicago of its site', async () => {
    const { readings, words } = await read(
      'georef/Duplex_A_georeferenced_2x3_psetmapconversion.ifc',
    );
    // PROJ 9.5.1: EPSG:2169 76670, 77179 → 49.62921206, 6.12203068.
    expect(readings[0]!.placement.latitudeDeg).toBeCloseTo(49.62921206, 7);
    expect(readings[0]!.placement.longitudeDeg).toBeCloseTo(6.12203068, 7);
    expect(words).toContain('6,535 km apart');
  });

  it('puts Queensland’s earthworks on its map grid', async () => {
    const { readings, boundsM } = await read('georef/Georeferencing-Earthworks-12d-1.ifc');
    expect(chooseOrigin(boundsM)).toEqual([255400, 7410900, 0]);
    // PROJ 9.5.1: EPSG:7856 255400, 7410900 → -23.39340695, 150.60671496.
    expect(readings[0]!.placement.latitudeDeg).toBeCloseTo(-23.39340695, 7);
    expect(readings[0]!.placement.longitudeDeg).toBeCloseTo(150.60671496, 7);
  });
});

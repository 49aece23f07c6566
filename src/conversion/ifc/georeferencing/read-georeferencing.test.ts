import { describe, expect, it } from 'vitest';
import { parseBimModel, toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres } from '#model/units.ts';
import { readGeoreferencing } from './read-georeferencing.ts';
import { anIfc, mapLines } from './testing/an-ifc.ts';
import {
  DEGREE,
  expectNear,
  geoid,
  HOUSE,
  MANNHEIM,
  onMap,
  read,
  shifted,
} from './testing/read-tiny.ts';

describe('map-absolute geometry', () => {
  it('is what an empty conversion says', () => {
    const { first, verdict, findings } = read(
      { lines: mapLines("'EPSG:25832'", '0.,0.,0.,1.,0.,1.') },
      shifted(458657.3, 5438232.25, 113.7),
    );
    expect(first.source).toBe('map-absolute');
    expect(verdict).toBe('clear');
    expect(findings).toEqual([]);
    // The frame begins at a round point in the middle of the house.
    expectNear(onMap(first), [458700, 5438200, 0]);
  });

  it('is found without a word in the city’s system, near the city', () => {
    const { first, verdict, words } = read({}, shifted(458657.3, 5438232.25), {
      cityCrs: 'EPSG:25832',
      fallback: { longitudeDeg: 8.47, latitudeDeg: 49.1, heightM: 150 },
    });
    expect(first).toMatchObject({ source: 'map-absolute', crs: 'EPSG:25832' });
    expectNear(onMap(first), [458700, 5438200, 0]);
    expect(verdict).toBe('clear');
    expect(words).toContain('which leads to the open city');
  });

  it('is found by the site’s latitude and longitude', () => {
    const { first, words } = read(
      { latitude: '(49,6)', longitude: '(8,26)' },
      shifted(458657.3, 5438232.25),
    );
    expect(first).toMatchObject({ source: 'map-absolute', crs: 'EPSG:25832' });
    expect(words).toContain('which leads to the site’s latitude and longitude');
  });

  it('is found where the numbers fit one system only', () => {
    const { first, words } = read({}, shifted(24525646.5, 6876908.4));
    expect(first.crs).toBe('EPSG:3878');
    expect(words).toContain('the numbers only fit EPSG:3878');
  });

  it('isn’t guessed where many systems fit', () => {
    const { verdict, words } = read({}, shifted(458657.3, 5438232.25));
    expect(verdict).toBe('missing');
    expect(words).toContain('give theirs with --crs EPSG:…');
  });

  it('is read in the system that a person gives', () => {
    const { first } = read({}, shifted(458657.3, 5438232.25), { crs: 'EPSG:25832' });
    expect(first).toMatchObject({ source: 'map-absolute', crs: 'EPSG:25832' });
  });

  it('is told from an offset that is given twice; the reading that leads somewhere goes first', () => {
    const { readings, verdict, words } = read(
      { lines: mapLines("'EPSG:25832'", '458600.,5438200.,100.,1.,0.,1.') },
      shifted(458657.3, 5438232.25, 100),
    );
    expect(readings.map(({ source }) => source)).toEqual(['map-absolute', 'map-conversion']);
    expectNear(onMap(readings[0]!), [458700, 5438200, 0]);
    expect(verdict).toBe('several');
    expect(words).toContain('The offset may be in twice');
    expect(words).toMatch(
      /Two readings are [\d,]+ km apart: the geometry’s own coordinates and IfcMapConversion #51\./,
    );
  });

  it('stays with the site where its own placement carries the offset', () => {
    const { readings } = read(
      {
        sitePoint: '458657.3,5438232.25,0.',
        latitude: '(49,5,43,983700)',
        longitude: '(8,26,1,247300)',
        elevation: '0.',
      },
      shifted(458657.3, 5438232.25),
    );
    expect(readings.map(({ source }) => source)).toEqual(['map-absolute', 'site']);
    // Both put the site's origin on the same spot.
    expect(readings[0]!.placement.latitudeDeg).toBeCloseTo(readings[1]!.placement.latitudeDeg, 5);
  });

  it('may have its height in twice', () => {
    const { readings, verdict, words } = read(
      { lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,1.') },
      shifted(0, 0, 113.7),
    );
    expect(readings.map(({ placement }) => Math.round(placement.heightM))).toEqual([162, 48]);
    expect(verdict).toBe('several');
    expect(words).toContain('The height may be in twice');
  });
});

describe('a file that says nothing', () => {
  it('is put in the middle of the city, its middle on the spot', () => {
    const { first, verdict } = read({}, shifted(60, 40, 3), {
      fallback: { longitudeDeg: 10.65, latitudeDeg: 54.3, heightM: 44 },
    });
    expect(first.source).toBe('none');
    expect(verdict).toBe('missing');
    const matrix = toModelMatrix(toModelPlacement(first.placement));
    const [x, y, z] = [0, 1, 2].map(
      (row) => matrix[row]! * 60 + matrix[4 + row]! * 45 + matrix[8 + row]! * 3 + matrix[12 + row]!,
    );
    const spot = toGeodetic({ x: metres(x!), y: metres(y!), z: metres(z!) });
    expect(spot.longitude / DEGREE).toBeCloseTo(10.65, 9);
    expect(spot.height).toBeCloseTo(44, 6);
  });

  it('stands on the ground with its ground floor, its cellar below', () => {
    const { first } = read({}, shifted(60, 40, -3), {
      fallback: { longitudeDeg: 10.65, latitudeDeg: 54.3, heightM: 44 },
    });
    expect(first.placement.heightM).toBeCloseTo(44, 2);
  });

  it('stands where a person says', () => {
    const given = {
      longitudeDeg: 10.65,
      latitudeDeg: 54.3,
      heightM: 44,
      rotationDeg: 12,
      scale: 1,
    };
    const { readings, verdict } = read({ latitude: '(49,6)', longitude: '(8,26)' }, HOUSE, {
      given,
    });
    expect(readings[0]).toMatchObject({ source: 'given', placement: given });
    expect(readings[1]).toMatchObject({ source: 'site' });
    expect(verdict).toBe('clear');
  });

  it.each([
    ['a cut file', anIfc().slice(0, 700)],
    [
      'numbers that aren’t finite',
      anIfc({ lines: mapLines("'EPSG:25832'", '1.E999,$,0.,1.,0.,1.') }),
    ],
    [
      'references in a circle',
      anIfc({
        lines: ['#22=IFCAXIS2PLACEMENT3D(#22,#22,#22);', '#21=IFCLOCALPLACEMENT(#21,#22);'],
      }),
    ],
    ['no data at all', 'ISO-10303-21;'],
  ])('is said to say nothing: %s', (_, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(readGeoreferencing({ bytes, lengthUnitM: 1 }, HOUSE, { geoid }).verdict).toBe('missing');
  });
});

describe('every step and finding', () => {
  it('is said in English and Chinese', () => {
    const { readings, findings } = read({
      unit: 'mm',
      latitude: '(42,21,30)',
      longitude: '(-71,3,35)',
      world: '40000.,30000.,0.',
      trueNorth: '0.5,0.8',
      lines: mapLines("'EPSG:25832'", '5438232.25,458657.3,113.7,1.,0.5,1000.', {
        vertical: "'x'",
      }),
    });
    for (const { en, zh } of [...findings, ...readings.flatMap(({ steps }) => steps)]) {
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  it('passes the contract of model.json', () => {
    const georeferencing = read({ lines: mapLines("'EPSG:25832'", MANNHEIM) });
    const { readings, verdict, findings } = georeferencing;
    const model = {
      ...{ format: 'panopolis-bim', version: 1, id: 'a', name: 'A', lengthUnitM: 1 },
      source: { file: 'a.ifc', bytes: 1, schema: 'IFC4' },
      georeferencing: { readings, verdict, findings },
      ...{ tileset: 'tileset.json', elements: 'e.bin', properties: 'p.bin', count: 0 },
      ...{ boundsM: HOUSE, storeys: [] },
      report: {
        ...{ products: 0, meshes: 0, triangles: 0, placedTriangles: 0 },
        ...{ propertySets: 0, properties: 0, reasons: [], findings: [] },
      },
    };
    expect(parseBimModel(model, 'model.json').georeferencing.verdict).toBe('clear');
  });
});

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BimModel, type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { startEngine } from '../engine.ts';
import { closeIfc, openIfc } from '../open.ts';
import { scanStep } from '../step/scan.ts';
import { readLengthUnit } from '../units.ts';
import { utmZoneAt } from './conversion-numbers.ts';
import { chooseOrigin } from './model-origin.ts';
import { readGeoreferencing } from './read-georeferencing.ts';
import { anIfc, mapLines, setLines, type TinyIfc } from './testing/an-ifc.ts';
import { writeGeoreferencing } from './write-georeferencing.ts';

const geoid = (longitude: number, latitude: number) => 40 + 3 * Math.sin(longitude + latitude);
const HOUSE: BimModel['boundsM'] = [
  [-10, -5, 0],
  [10, 15, 12],
];
const ON_MAP: BimModel['boundsM'] = [
  [458650, 5438200, 100],
  [458680, 5438240, 130],
];
const KARLSRUHE: StoredPlacement = {
  longitudeDeg: 8.4336,
  latitudeDeg: 49.0955,
  heightM: 161.8,
  rotationDeg: 33.25,
  scale: 1,
};

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function readBack(bytes: Uint8Array, boundsM = HOUSE) {
  const lengthUnitM = readLengthUnit(scanStep(bytes)) ?? 1;
  return readGeoreferencing({ bytes, lengthUnitM }, boundsM, { geoid });
}

/** Greatest distance between where two placements put points of a house, m. */
function apartM(a: StoredPlacement, b: StoredPlacement): number {
  const [from, to] = [a, b].map((one) => toModelMatrix(toModelPlacement(one)));
  const points = [
    [0, 0, 0],
    [100, 0, 0],
    [0, 100, 60],
    [-70, -70, 0],
  ];
  return Math.max(
    ...points.map(([x, y, z]) =>
      Math.hypot(
        ...[0, 1, 2].map((row) => {
          const at = (m: Float64Array) =>
            m[row]! * x! + m[4 + row]! * y! + m[8 + row]! * z! + m[12 + row]!;
          return at(from!) - at(to!);
        }),
      ),
    ),
  );
}

/** What is left of a file when the lines that stand in for others are taken away. */
const withoutLines = (text: string, ids: readonly number[]) =>
  text.split('\n').filter((line) => !ids.some((id) => line.startsWith(`#${id}=`)));

const tiny = fc.record({
  schema: fc.constantFrom('IFC2X3' as const, 'IFC4' as const, 'IFC4X3_ADD2' as const),
  unit: fc.constantFrom('m' as const, 'mm' as const, 'ft' as const, 'us-ft' as const),
  lines: fc.constantFrom<readonly string[]>([], mapLines("'EPSG:25833'", '1.,2.,3.,1.,0.,1000.')),
  world: fc.constantFrom('0.,0.,0.', '40.,-30.,7.'),
});

const places = fc
  .record({
    system: fc.constantFrom(
      { crs: 'EPSG:25832', longitudeDeg: 9.7, latitudeDeg: 52.4 },
      { crs: 'EPSG:28992', longitudeDeg: 5.1, latitudeDeg: 52.1 },
      { crs: 'EPSG:2056', longitudeDeg: 8.5, latitudeDeg: 47.3 },
      { crs: 'EPSG:7856', longitudeDeg: 151.2, latitudeDeg: -33.8 },
      { crs: 'EPSG:2263', longitudeDeg: -73.9, latitudeDeg: 40.7 },
      { crs: 'EPSG:2154+5720', longitudeDeg: 2.3, latitudeDeg: 48.8 },
      { crs: undefined, longitudeDeg: 116.4, latitudeDeg: 39.9 },
      { crs: undefined, longitudeDeg: -70.6, latitudeDeg: -33.4 },
    ),
    dx: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    dy: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    heightM: fc.double({ min: -20, max: 3000, noNaN: true }),
    rotationDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  .map(({ system, dx, dy, heightM, rotationDeg }) => ({
    crs: system.crs,
    placement: {
      longitudeDeg: system.longitudeDeg + dx,
      latitudeDeg: system.latitudeDeg + dy,
      heightM,
      rotationDeg,
      scale: 1,
    },
  }));

describe('writeGeoreferencing', () => {
  it('is read back as the same placement within 1 mm, whatever schema, unit, system and place', () => {
    fc.assert(
      fc.property(tiny, places, (of, { crs, placement }) => {
        const bytes = encode(anIfc(of));
        const written = writeGeoreferencing(bytes, placement, { geoid, crs });
        const { readings } = readBack(written);
        expect(readings[0]).toMatchObject({
          source: 'map-conversion',
          crs: (crs ?? utmZoneAt(placement)).replace(/\+.*/, ''),
        });
        expect(apartM(readings[0]!.placement, placement)).toBeLessThan(0.001);
      }),
      { numRuns: 300 },
    );
  });

  it('moves a model whose own coordinates are on a map', () => {
    const originM = chooseOrigin(ON_MAP);
    const bytes = encode(anIfc({ lines: mapLines("'EPSG:25832'", '0.,0.,0.,1.,0.,1.') }));
    const written = writeGeoreferencing(bytes, KARLSRUHE, { geoid, crs: 'EPSG:25832', originM });
    const { readings } = readBack(written, ON_MAP);
    const moved = readings.find(({ source }) => source === 'map-conversion');
    expect(apartM(moved!.placement, KARLSRUHE)).toBeLessThan(0.001);
  });

  it('replaces what there is, its numbers kept, and leaves every other byte', () => {
    const of: TinyIfc = { lines: mapLines("'EPSG:25833'", '1.,2.,3.,1.,0.,1.', { unit: '#31' }) };
    const before = anIfc(of);
    const after = decode(
      writeGeoreferencing(encode(before), KARLSRUHE, { geoid, crs: 'EPSG:25832' }),
    );
    expect(after).toContain(
      "#50=IFCPROJECTEDCRS('EPSG:25832','ETRS89 / UTM zone 32N',$,'EPSG:5621',$,$,#31);",
    );
    expect(after).toMatch(/#51=IFCMAPCONVERSION\(#11,#50,4586\d\d\.\d+,54382\d\d\.\d+,\d+\.\d+,/);
    expect(withoutLines(after, [50, 51])).toEqual(withoutLines(before, [50, 51]));
  });

  it('adds lines before the end of the data where there is nothing to replace', () => {
    const before = anIfc();
    const after = decode(
      writeGeoreferencing(encode(before), KARLSRUHE, { geoid, crs: 'EPSG:25832' }),
    );
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added.map((line) => line.replace(/\(.*/, ''))).toEqual([
      '#48=IFCPROJECTEDCRS',
      '#49=IFCMAPCONVERSION',
    ]);
    expect(
      after
        .split('\n')
        .filter((line) => !added.includes(line))
        .join('\n'),
    ).toBe(before);
  });

  it('keeps line ends, comments and texts that look like ends of data', () => {
    const before = anIfc({ lines: [`#60=IFCLABEL('ENDSEC; it''s');/* #61=; */`] }).replaceAll(
      '\n',
      '\r\n',
    );
    const after = decode(writeGeoreferencing(encode(before), KARLSRUHE, { geoid }));
    expect(after).toMatch(/it''s'\);\r\n#61=IFCPROJECTEDCRS/);
    expect(
      after.replace(/\r\n#6[12]=IFC[^\r]*/g, (line) => (line.includes('/*') ? '/* #61=; */' : '')),
    ).toBe(before);
  });

  it('tells the scale of the map from the step between units where IFC4.3 can', () => {
    const of = { schema: 'IFC4X3_ADD2', unit: 'mm' } as const;
    const after = decode(
      writeGeoreferencing(encode(anIfc(of)), KARLSRUHE, { geoid, crs: 'EPSG:25832' }),
    );
    expect(after).toMatch(/IFCMAPCONVERSIONSCALED\(.*,0\.001,0\.99\d+,0\.99\d+,1\.\);/);
    const plain = decode(
      writeGeoreferencing(encode(anIfc({ ...of, schema: 'IFC4' })), KARLSRUHE, {
        geoid,
        crs: 'EPSG:25832',
      }),
    );
    expect(plain).toMatch(/IFCMAPCONVERSION\(.*,0\.00099\d+\);/);
  });

  it('counts in the feet of the reference system', () => {
    const manhattan = { ...KARLSRUHE, longitudeDeg: -73.98, latitudeDeg: 40.75 };
    const after = decode(
      writeGeoreferencing(encode(anIfc({ lines: [] })), manhattan, { geoid, crs: 'EPSG:2263' }),
    );
    // The tiny file has US survey feet as its #34, to 15 digits.
    expect(after).toMatch(/IFCPROJECTEDCRS\('EPSG:2263',.*#34\);/);
    expect(after).toMatch(/IFCMAPCONVERSION\(#11,#48,98\d{4}\.\d+,21\d{4}\./);
  });

  it('takes well-known text away that described another system', () => {
    const lines = [
      ...mapLines("'plant grid'", '1.,2.,3.,1.,0.,1.'),
      "#52=IFCWELLKNOWNTEXT('PROJCRS[]',#50);",
    ];
    const after = decode(
      writeGeoreferencing(encode(anIfc({ schema: 'IFC4X3_ADD2', lines })), KARLSRUHE, { geoid }),
    );
    expect(after).not.toContain('IFCWELLKNOWNTEXT');
  });

  it('puts IfcMapConversion in the place of an IfcRigidOperation', () => {
    const lines = [
      `#50=IFCGEOGRAPHICCRS('EPSG:4258',$,$,$,$,#31);`,
      '#51=IFCRIGIDOPERATION(#11,#50,IFCPLANEANGLEMEASURE(14.),IFCPLANEANGLEMEASURE(46.),475.);',
    ];
    const written = writeGeoreferencing(
      encode(anIfc({ schema: 'IFC4X3_ADD2', lines })),
      KARLSRUHE,
      { geoid },
    );
    expect(decode(written)).toMatch(/#50=IFCPROJECTEDCRS/);
    expect(apartM(readBack(written).readings[0]!.placement, KARLSRUHE)).toBeLessThan(0.001);
  });

  it('writes property sets on the site in IFC2X3, the same ones each time', () => {
    const write = () =>
      decode(writeGeoreferencing(encode(anIfc({ schema: 'IFC2X3' })), KARLSRUHE, { geoid }));
    const after = write();
    expect(after).toContain("'ePSet_MapConversion'");
    expect(after).toMatch(/IFCRELDEFINESBYPROPERTIES\('[0-3][\w$]{21}',\$,\$,\$,\(#20\),#\d+\)/);
    expect(after).not.toContain('IFCMAPCONVERSION(');
    expect(write()).toBe(after);
  });

  it('changes the values of property sets that are there, however they are spelt', () => {
    const sets = {
      EPset_MapConversion: {
        Eastings: 'IFCLENGTHMEASURE(1.)',
        Northings: 'IFCLENGTHMEASURE(2.)',
        Note: "IFCLABEL('kept')",
      },
      EPset_ProjectedCRS: { Name: "IFCLABEL('EPSG:25833')" },
    };
    const before = anIfc({ schema: 'IFC2X3', lines: setLines(sets) });
    const written = writeGeoreferencing(encode(before), KARLSRUHE, { geoid, crs: 'EPSG:25832' });
    const after = decode(written);
    expect(after.match(/_MapConversion'/g)).toHaveLength(1);
    expect(after).toContain("'Note',$,IFCLABEL('kept')");
    expect(apartM(readBack(written).readings[0]!.placement, KARLSRUHE)).toBeLessThan(0.001);
  });

  it.each([
    ['EPSG:4326', 'is geographic; an IfcMapConversion needs a projected'],
    ['EPSG:28992', 'isn’t used at 49.0955°, 8.4336°'],
    ['EPSG:1', 'is not written as an EPSG code'],
  ])('refuses %s with a reason', (crs, reason) => {
    expect(() => writeGeoreferencing(encode(anIfc()), KARLSRUHE, { geoid, crs })).toThrow(reason);
  });

  it('refuses a file without a geometric context', () => {
    const bytes = encode("ISO-10303-21;\nDATA;\n#1=IFCPROJECT('x',$,$,$,$,$,$,$,$);\nENDSEC;\n");
    expect(() => writeGeoreferencing(bytes, KARLSRUHE, { geoid, file: 'a.ifc' })).toThrow(
      'a.ifc: The file has no IfcGeometricRepresentationContext to place.',
    );
  });
});

const FOLDER = new URL('../../../../../shared/data/ifc/', import.meta.url);

describe.skipIf(!existsSync(FOLDER))('published files', () => {
  it.each([
    'Duplex_A_20110907.ifc',
    'AC20-FZK-Haus.ifc',
    'georef/geographic-referencing-utm.ifc',
    'infra/MCON-2.ifc',
  ])('%s opens again with its place written into it', async (path) => {
    const bytes = readFileSync(new URL(path, FOLDER));
    const written = writeGeoreferencing(bytes, KARLSRUHE, { geoid, crs: 'EPSG:25832' });
    const engine = await startEngine();
    const file = openIfc(engine, written, path);
    const { readings } = readGeoreferencing(file, HOUSE, { geoid });
    closeIfc(engine, file);
    expect(apartM(readings[0]!.placement, KARLSRUHE)).toBeLessThan(0.001);
    expect(parseCrs(readings[0]!.crs!).ok).toBe(true);
    // Lines before and after are the file's own.
    const lines = new Set(decode(bytes).split(/\r?\n/));
    const others = decode(written)
      .split(/\r?\n/)
      .filter((line) => !lines.has(line));
    expect(others.length).toBeLessThan(20);
  });
});

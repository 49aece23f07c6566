import { describe, expect, it } from 'vitest';
import { type BimModel, parseBimModel, toModelPlacement } from '#contract/bim-model.ts';
import { createFromGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres } from '#model/units.ts';
import { scanStep } from '../step/scan.ts';
import { readLengthUnit } from '../units.ts';
import { type GeoreferencingOptions, readGeoreferencing } from './read-georeferencing.ts';
import { anIfc, mapLines, setLines, type TinyIfc } from './testing/an-ifc.ts';

const DEGREE = Math.PI / 180;
/** Sea level 48 m above the ellipsoid everywhere. */
const geoid = () => 48;
const HOUSE: BimModel['boundsM'] = [
  [-10, -5, 0],
  [10, 15, 12],
];

const shifted = (east: number, north: number, up = 0): BimModel['boundsM'] => [
  [HOUSE[0][0] + east, HOUSE[0][1] + north, HOUSE[0][2] + up],
  [HOUSE[1][0] + east, HOUSE[1][1] + north, HOUSE[1][2] + up],
];

function read(
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
function onMap(
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

function expectNear(got: readonly number[], wanted: readonly number[], limit = 0.001) {
  for (const [axis, value] of wanted.entries()) {
    expect(Math.abs(got[axis]! - value), `axis ${axis}: ${got[axis]} v ${value}`).toBeLessThan(
      limit,
    );
  }
}

const MANNHEIM = '458657.3,5438232.25,113.7,0.270600445976,0.962691746426,1.';

describe('IfcMapConversion', () => {
  it('puts the origin on the map to the tenth of a millimetre', () => {
    const { first, verdict, findings } = read({ lines: mapLines("'EPSG:25832'", MANNHEIM) });
    expect(first).toMatchObject({ source: 'map-conversion', crs: 'EPSG:25832' });
    expectNear(onMap(first), [458657.3, 5438232.25, 113.7], 1e-4);
    expect(verdict).toBe('clear');
    expect(findings).toEqual([]);
  });

  it('turns and stretches as the map does, so that 300 m away is right within 1 mm on the ground', () => {
    const { first } = read({ lines: mapLines("'EPSG:25832'", MANNHEIM) });
    const [east, north, height] = onMap(first, [300, 0, 0]);
    expectNear(
      [east, north],
      [458657.3 + 300 * 0.270600445976, 5438232.25 + 300 * 0.962691746426],
      0.001,
    );
    // The level plane leaves the Earth by 300² / 2R = 7 mm.
    expect(height - 113.7).toBeCloseTo(0.00705, 4);
  });

  it('doesn’t stretch heights with the map', () => {
    const { first } = read({ lines: mapLines("'EPSG:25832'", MANNHEIM) });
    expect(onMap(first, [0, 0, 100])[2]).toBeCloseTo(213.7, 6);
  });

  it.each([
    ['the code alone', "'25832'"],
    ['a URN', "'urn:ogc:def:crs:EPSG::25832'"],
    ['blanks', "'EPSG: 25832'"],
    ['the name', "'ETRS89 / UTM zone 32N'"],
    ['a name with the code behind', "'ETRS89 UTM 32N (EPSG:25832)'"],
    ['both systems', "'EPSG:25832+7837'"],
  ])('knows its reference system by %s', (_, name) => {
    const { first, findings } = read({ lines: mapLines(name, MANNHEIM) });
    expect(first.crs).toBe('EPSG:25832');
    expect(findings).toEqual([]);
  });

  it('knows its reference system by projection and zone, and says so', () => {
    const line = `#50=IFCPROJECTEDCRS('UTM32',$,'ETRS89',$,'UTM','32',#31);`;
    const { first, words } = read({ lines: [line, `#51=IFCMAPCONVERSION(#11,#50,${MANNHEIM});`] });
    expect(first.crs).toBe('EPSG:25832');
    expect(words).toContain('by its projection and zone it is read as EPSG:25832');
  });

  it('knows its reference system by well-known text', () => {
    const wkt = 'PROJCRS["house grid",ID["EPSG",25832]]';
    const { first } = read({
      schema: 'IFC4X3_ADD2',
      lines: [...mapLines("'house grid'", MANNHEIM), `#52=IFCWELLKNOWNTEXT('${wkt}',#50);`],
    });
    expect(first.crs).toBe('EPSG:25832');
  });

  it('uses well-known text that no authority numbers', () => {
    const wkt =
      'PROJCS["plant grid",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",8.5],PARAMETER["scale_factor",1],PARAMETER["false_easting",1000],PARAMETER["false_northing",2000],UNIT["metre",1]]';
    const { first } = read({
      schema: 'IFC4X3_ADD2',
      lines: [
        ...mapLines("'plant grid'", '1000.,2000.,100.,1.,0.,1.'),
        `#52=IFCWELLKNOWNTEXT('${wkt}',#50);`,
      ],
    });
    expect(first.placement.longitudeDeg).toBeCloseTo(8.5, 9);
    expect(first.placement.latitudeDeg).toBeCloseTo(49, 9);
    expect(first.crs).toBe('plant grid');
  });

  it('counts heights from the named vertical datum', () => {
    const named = (vertical: string) =>
      read({ lines: mapLines("'EPSG:25832'", MANNHEIM, { vertical }) });
    expect(named("'DHHN2016'").first).toMatchObject({ verticalCrs: 'EPSG:7837' });
    expect(named("'EPSG:5783'").first).toMatchObject({ verticalCrs: 'EPSG:5783' });
    const ellipsoidal = named("'ellipsoidal height'").first;
    expect(ellipsoidal.verticalCrs).toBe('ellipsoidal');
    expect(ellipsoidal.placement.heightM).toBeCloseTo(113.7, 9);
    const unknown = named("'Kronstadt of the works'");
    expect(unknown.first.placement.heightM).toBeCloseTo(161.7, 9);
    expect(unknown.words).toContain(
      'The vertical datum “Kronstadt of the works” is not among the known ones',
    );
  });

  it.each([
    ['Scale 0.001 on millimetres', 'mm', '0.001', ''],
    ['Scale 1000 on millimetres, upside down', 'mm', '1000.', 'upside down'],
    ['no scale on millimetres', 'mm', '$', ''],
    ['Scale 1 on millimetres', 'mm', '1.', ''],
    ['Scale 0.3048 on feet', 'ft', '0.3048', ''],
    ['Scale 3.28084 on feet, upside down', 'ft', '3.280839895', 'upside down'],
    ['a scale that fits nothing', 'm', '7.3', 'fits no step between units'],
  ] as const)('takes %s for a model in metres', (_, unit, scale, finding) => {
    const numbers = `458657.3,5438232.25,113.7,1.,0.,${scale}`;
    const { first, words } = read({
      unit,
      lines: mapLines("'EPSG:25832'", numbers, { unit: '#31' }),
    });
    const [east, north] = onMap(first, [100, 0, 0]);
    expectNear([east, north], [458757.3, 5438232.25], 0.001);
    if (finding === '') expect(words).toBe('');
    else expect(words).toContain(finding);
  });

  it('applies a scale that is the map’s own', () => {
    const { first } = read({
      lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,0.9996'),
    });
    expectNear(onMap(first, [100, 0, 0]), [458657.3 + 99.96, 5438232.25], 0.001);
  });

  it('applies the factors of IfcMapConversionScaled', () => {
    const { first } = read({
      schema: 'IFC4X3_ADD2',
      lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,1.,0.9996,0.9996,1.', {
        type: 'IFCMAPCONVERSIONSCALED',
      }),
    });
    expectNear(onMap(first, [100, 0, 10]), [458657.3 + 99.96, 5438232.25, 123.7], 0.002);
  });

  it('takes the mean of factors that differ along x and y, and says so', () => {
    const { first, words } = read({
      schema: 'IFC4X3_ADD2',
      lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,0.,1.,0.,1.,1.001,0.999,1.', {
        type: 'IFCMAPCONVERSIONSCALED',
      }),
    });
    expectNear(onMap(first, [100, 0, 0]), [458757.3, 5438232.25], 0.001);
    expect(words).toContain('The factors along x (1.001) and y (0.999) differ');
  });

  it('reads eastings in metres where only so they lie in the system’s area', () => {
    const { first, words } = read({ unit: 'mm', lines: mapLines("'EPSG:25832'", MANNHEIM) });
    expectNear(onMap(first), [458657.3, 5438232.25, 113.7]);
    expect(words).toContain('By the project’s length unit the numbers would be mm');
  });

  it('reads eastings in the project’s millimetres where they are', () => {
    const numbers = '458657300.,5438232250.,113700.,1.,0.,1.';
    const { first, words } = read({ unit: 'mm', lines: mapLines("'EPSG:25832'", numbers) });
    expectNear(onMap(first), [458657.3, 5438232.25, 113.7]);
    expect(words).toBe('');
  });

  it('takes the feet of the reference system, and says by how much that differs', () => {
    // New York Long Island counts in US survey feet, MapUnit says international ones: 2 ppm of 1,003,000 ft.
    const { first, words } = read({
      unit: 'ft',
      lines: mapLines("'EPSG:2263'", '982586.6345,198968.8204,30.,1.,0.,1.', { unit: '#33' }),
    });
    expectNear(onMap(first).slice(0, 2), [982586.6345, 198968.8204]);
    expect(words).toContain('moves the model by 0.61 m');
  });

  it('swaps easting and northing where only so they lie in the system’s area', () => {
    const { first, words } = read({
      lines: mapLines("'EPSG:25832'", '5438232.25,458657.3,113.7,1.,0.,1.'),
    });
    expectNear(onMap(first), [458657.3, 5438232.25, 113.7]);
    expect(words).toContain('Easting and northing stand in each other’s place');
  });

  it('takes a direction that isn’t of length 1', () => {
    const { first } = read({ lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,0.,3.,4.,1.') });
    expectNear(onMap(first, [100, 0, 0]), [458657.3 + 60, 5438232.25 + 80], 0.001);
  });

  it('counts from the world coordinate system, and lists the reading that ignores it', () => {
    const { readings, verdict, words } = read({
      world: '40.,30.,0.',
      lines: mapLines("'EPSG:25832'", '458657.3,5438232.25,113.7,1.,0.,1.'),
    });
    expectNear(onMap(readings[0]!, [40, 30, 0]), [458657.3, 5438232.25, 113.7]);
    expectNear(onMap(readings[1]!), [458657.3, 5438232.25, 113.7]);
    expect(verdict).toBe('several');
    expect(words).toContain('50 m apart');
  });

  it('has the reference system that a person gives go before the file’s', () => {
    const { first, words } = read({ lines: mapLines("'EPSG:25833'", MANNHEIM) }, HOUSE, {
      crs: 'EPSG:25832',
    });
    expect(first.crs).toBe('EPSG:25832');
    expect(words).toContain('The file names EPSG:25833; read in EPSG:25832 as asked.');
  });

  it('notices that another system leads to the site', () => {
    const { readings, verdict, words } = read({
      latitude: '(49,5,43,983700)',
      longitude: '(8,26,1,247300)',
      lines: mapLines("'EPSG:25833'", MANNHEIM),
    });
    expect(readings.map(({ source, crs }) => `${source} ${crs}`)).toEqual([
      'map-conversion EPSG:25833',
      'map-conversion EPSG:25832',
      'site EPSG:4326',
    ]);
    expect(verdict).toBe('several');
    expect(words).toContain('the file may name the wrong reference system');
  });

  it('doesn’t take degrees for metres where the named system is geographic', () => {
    const { verdict, words } = read({ lines: mapLines("'EPSG:4326'", MANNHEIM) });
    expect(verdict).toBe('missing');
    expect(words).toContain('leads out of the area in which EPSG:4326 is used');
  });
});

describe('property sets of IFC2X3', () => {
  const conversion = {
    Eastings: 'IFCLENGTHMEASURE(458657.3)',
    Northings: 'IFCLENGTHMEASURE(5438232.25)',
    OrthogonalHeight: 'IFCLENGTHMEASURE(113.7)',
    XAxisAbscissa: 'IFCREAL(0.6)',
    XAxisOrdinate: 'IFCREAL(0.8)',
    Scale: 'IFCREAL(1.)',
  };

  it.each([
    ['ePSet_MapConversion', 'ePSet_ProjectedCRS', '#20'],
    ['ePset_MapConversion', 'ePset_ProjectedCRS', '#1'],
    ['EPset_MapConversion', 'EPset_ProjectedCRS', '#20'],
    ['epset_mapconversion', 'epset_projectedcrs', '#1'],
    ['Pset_MapConversion', 'Pset_ProjectedCRS', '#20'],
  ])('are read as %s and %s on %s', (map, crs, object) => {
    const sets = { [map]: conversion, [crs]: { Name: "IFCLABEL('EPSG:25832')" } };
    const { first, verdict } = read({ schema: 'IFC2X3', lines: setLines(sets, object) });
    expect(verdict).toBe('clear');
    expect(first).toMatchObject({ source: 'map-conversion', crs: 'EPSG:25832' });
    expectNear(onMap(first, [100, 0, 0]), [458657.3 + 60, 5438232.25 + 80], 0.001);
  });

  it('may name the system as TargetCRS and write numbers as text', () => {
    const sets = {
      ePSet_MapConversion: {
        TargetCRS: "IFCLABEL('EPSG:25832')",
        Eastings: "IFCLABEL('458657.3')",
        Northings: "IFCTEXT('5438232,25')",
      },
    };
    const { first } = read({ schema: 'IFC2X3', lines: setLines(sets) });
    expectNear(onMap(first), [458657.3, 5438232.25, 0]);
  });

  it('may name a unit by its word', () => {
    const sets = {
      ePSet_MapConversion: { Eastings: 'IFCREAL(982586.6345)', Northings: 'IFCREAL(198968.8204)' },
      ePSet_ProjectedCRS: { Name: "IFCLABEL('EPSG:2263')", MapUnit: "IFCLABEL('US SURVEY FOOT')" },
    };
    const { first, findings } = read({ schema: 'IFC2X3', lines: setLines(sets) });
    expectNear(onMap(first).slice(0, 2), [982586.6345, 198968.8204]);
    expect(findings).toEqual([]);
  });
});

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

describe('IfcSite', () => {
  it('reads degrees, minutes, seconds and millionths, the sign on each', () => {
    const { first } = read({ latitude: '(41,52,27,840000)', longitude: '(-87,-38,-21,-839999)' });
    expect(first.source).toBe('site');
    expect(first.placement.latitudeDeg).toBeCloseTo(41.8744, 9);
    expect(first.placement.longitudeDeg).toBeCloseTo(-(87 + 38 / 60 + 21.839999 / 3600), 9);
  });

  it('is south and west of the Equator and Greenwich by minutes alone', () => {
    const { first } = read({ latitude: '(0,-30,0)', longitude: '(0,0,-36)' });
    expect(first.placement.latitudeDeg).toBeCloseTo(-0.5, 9);
    expect(first.placement.longitudeDeg).toBeCloseTo(-0.01, 9);
  });

  it('takes the sign of one part for all, and says so', () => {
    const { first, words } = read({ latitude: '(42,21,30)', longitude: '(-71,3,35)' });
    expect(first.placement.longitudeDeg).toBeCloseTo(-(71 + 3 / 60 + 35 / 3600), 9);
    expect(words).toContain('only some parts of an angle carry its sign');
  });

  it('counts the elevation from sea level, in the project’s unit', () => {
    const { first } = read({
      unit: 'mm',
      latitude: '(49,6)',
      longitude: '(8,26)',
      elevation: '110000.',
    });
    expect(first.placement.heightM).toBeCloseTo(158, 9);
  });

  it('turns by true north', () => {
    // True north 30° east of y: x points 30° north of true east.
    const north = `${Math.sin(30 * DEGREE)},${Math.cos(30 * DEGREE)}`;
    const { first } = read({ latitude: '(49,6)', longitude: '(8,26)', trueNorth: north });
    expect(first.placement.rotationDeg).toBeCloseTo(30, 9);
  });

  it('is about the site’s own origin', () => {
    const { first } = read({ latitude: '(49,6)', longitude: '(8,26)', sitePoint: '100.,0.,5.' });
    const matrix = toModelMatrix(toModelPlacement(first.placement));
    const [x, y, z] = [0, 1, 2].map(
      (row) => matrix[row]! * 100 + matrix[8 + row]! * 5 + matrix[12 + row]!,
    );
    const spot = toGeodetic({ x: metres(x!), y: metres(y!), z: metres(z!) });
    expect(spot.latitude / DEGREE).toBeCloseTo(49.1, 10);
    expect(spot.longitude / DEGREE).toBeCloseTo(8 + 26 / 60, 10);
    expect(spot.height).toBeCloseTo(48, 6);
  });

  it.each([
    ['0° of either', '(0,0,0)', '(0,0,0)', 'nobody set it'],
    ['Revit’s Boston', '(42,21,31,181945)', '(-71,-3,-24,-263305)', 'which Revit writes'],
    ['nowhere', '(120,0,0)', '(190,0,0)', 'nowhere on the Earth'],
  ])('isn’t believed at %s', (_, latitude, longitude, finding) => {
    const { verdict, words, readings } = read({ latitude, longitude }, HOUSE, {
      fallback: { longitudeDeg: 10, latitudeDeg: 54, heightM: 60 },
    });
    expect(verdict).toBe('missing');
    expect(words).toContain(finding);
    expect(readings[0]).toMatchObject({ source: 'none' });
  });

  it('swaps latitude and longitude where only so they are on the Earth', () => {
    const { first, words } = read({ latitude: '(121,28,0)', longitude: '(31,14,0)' });
    expect(first.placement.latitudeDeg).toBeCloseTo(31 + 14 / 60, 9);
    expect(words).toContain('latitude and longitude stand in each other’s place');
  });

  it('agrees with a map within what its parts can say', () => {
    const lines = mapLines("'EPSG:25832'", '458657.3,5438232.25,0.,1.,0.,1.');
    // To the minute, 1.9 km.
    expect(read({ latitude: '(49,6)', longitude: '(8,26)', lines }).verdict).toBe('clear');
    const off = read({ latitude: '(49,6,20,1)', longitude: '(8,26,1,1)', lines });
    expect(off.verdict).toBe('several');
    expect(off.words).toMatch(/Two readings are 1\.1 km apart/);
  });
});

describe('IfcRigidOperation', () => {
  const geographic = (angle: string) => [
    `#48=IFCMEASUREWITHUNIT(IFCPLANEANGLEMEASURE(0.017453292519943295),#35);`,
    `#49=IFCCONVERSIONBASEDUNIT(#36,.PLANEANGLEUNIT.,'degree',#48);`,
    `#50=IFCGEOGRAPHICCRS('EPSG:4258',$,$,$,${angle},#31);`,
  ];
  const angles = (first: string, second: string) =>
    `#51=IFCRIGIDOPERATION(#11,#50,IFCPLANEANGLEMEASURE(${first}),IFCPLANEANGLEMEASURE(${second}),475.);`;

  it('sets the model down at a longitude and latitude above the ellipsoid', () => {
    const { first, verdict } = read({
      schema: 'IFC4X3_ADD2',
      lines: [...geographic('#49'), angles('14.0902217', '46.3623297')],
    });
    expect(first).toMatchObject({
      source: 'rigid-operation',
      crs: 'EPSG:4258',
      verticalCrs: 'ellipsoidal',
    });
    expect(first.placement).toMatchObject({ longitudeDeg: 14.0902217, heightM: 475 });
    expect(first.placement.latitudeDeg).toBeCloseTo(46.3623297, 12);
    expect(verdict).toBe('clear');
  });

  it('finds the longitude by the area of the reference system', () => {
    const { first } = read({
      schema: 'IFC4X3_ADD2',
      lines: [...geographic('#49'), angles('46.3623297', '14.0902217')],
    });
    expect(first.placement.longitudeDeg).toBeCloseTo(14.0902217, 9);
  });

  it('takes numbers that can’t be radians for degrees', () => {
    const { first, words } = read({
      schema: 'IFC4X3_ADD2',
      lines: [...geographic('$'), angles('14.0902217', '46.3623297')],
    });
    expect(first.placement.latitudeDeg).toBeCloseTo(46.3623297, 9);
    expect(words).toContain('can’t be radians');
  });

  it('takes radians for radians', () => {
    const { first } = read({
      schema: 'IFC4X3_ADD2',
      lines: [...geographic('$'), angles('0.2459207', '0.8091753')],
    });
    expect(first.placement.latitudeDeg).toBeCloseTo(46.36233, 4);
  });

  it('leaves both orders to choose from where both are possible', () => {
    const lines = [
      `#50=IFCGEOGRAPHICCRS('EPSG:4326',$,$,$,$,#31);`,
      angles('14.0902217', '46.3623297'),
    ];
    const { readings, verdict, words } = read({ schema: 'IFC4X3_ADD2', lines });
    expect(readings.map(({ placement }) => Math.round(placement.longitudeDeg))).toEqual([14, 46]);
    expect(verdict).toBe('several');
    expect(words).toContain('doesn’t tell which number is the longitude');
  });

  it('gives truncated map coordinates their leading digits back', () => {
    const lines = [
      `#50=IFCPROJECTEDCRS('EPSG:25832',$,$,$,$,$,#31);`,
      `#51=IFCRIGIDOPERATION(#11,#50,IFCLENGTHMEASURE(400000.),IFCLENGTHMEASURE(5400000.),100.);`,
    ];
    const { first } = read({ schema: 'IFC4X3_ADD2', lines }, shifted(58657.3, 38232.25));
    expect(first.source).toBe('rigid-operation');
    expectNear(onMap(first), [458700, 5438200, 100]);
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

import { describe, expect, it } from 'vitest';
import { mapLines } from './testing/an-ifc.ts';
import { expectNear, HOUSE, MANNHEIM, onMap, read } from './testing/read-tiny.ts';

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

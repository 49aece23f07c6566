import { describe, expect, it } from 'vitest';
import { toModelPlacement } from '#contract/bim-model.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres } from '#model/units.ts';
import { mapLines, setLines } from './testing/an-ifc.ts';
import { DEGREE, expectNear, HOUSE, onMap, read, shifted } from './testing/read-tiny.ts';

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

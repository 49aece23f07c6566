import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEpanet } from './read-epanet.ts';
import { readSwmm } from './read-swmm.ts';

const shared = fileURLToPath(new URL('../../../../../shared/data/pipes/', import.meta.url));
const read = (path: string) => readFileSync(join(shared, path), 'utf8');

const water = (units: string, more = '') => `[JUNCTIONS]
 a 100 10 ; school
 b 90
[RESERVOIRS]
 lake 200
[TANKS]
 t 150 5 1 10 20
[PIPES]
 p1 lake a 1000 12 130 0.5 CV
 p2 a b 500 8 130 0 Closed
 p3 b t 500 8 130
[PUMPS]
 pu a b HEAD c1 SPEED 1.2
[VALVES]
 v a b 6 PRV 40
[DEMANDS]
 a 3
 a 4
[STATUS]
 p3 Closed
[TAGS]
 LINK p1 main road
[OPTIONS]
 Units ${units}
${more}[COORDINATES]
 a 0 0
 b 100 0
 lake -100 0
 t 200 0
[VERTICES]
 p1 -50 20
[END]
`;
const options = { coverM: 1 };

describe('an EPANET model', () => {
  it('becomes pipes, nodes and devices in SI, whatever its units', () => {
    const us = readEpanet(water('GPM'), 'w.inp', options);
    const [p1, p2, p3] = us.pipes;
    expect(p1).toMatchObject({
      ...{ id: 'p1', from: 'lake', to: 'a', isOneWay: true, isClosed: false },
      raw: { tag: 'main road' },
      more: { minorLoss: 0.5 },
    });
    expect(p1?.lengthM).toBeCloseTo(304.8, 9);
    expect(p1?.innerM).toBeCloseTo(0.3048, 9);
    expect(p2?.isClosed).toBe(true);
    expect(p3?.isClosed).toBe(true);
    const a = us.nodes.find(({ id }) => id === 'a');
    expect(a?.rimM).toBeCloseTo(30.48, 9);
    expect(a?.point[2]).toBeCloseTo(29.48, 9);
    // [DEMANDS] stand in place of the junction's own 10: 7 gallons a minute.
    expect(a?.more?.demand_m3s).toBeCloseTo(7 * 6.30902e-5, 8);
    expect(a?.raw).toEqual({ comment: 'school' });
    const si = readEpanet(water('LPS'), 'w.inp', options);
    expect(si.pipes[0]?.innerM).toBeCloseTo(0.012, 9);
    expect(si.nodes[0]?.more?.demand_m3s).toBeCloseTo(0.007, 9);
  });

  it('runs from node to node over its vertices, its level changing evenly', () => {
    const [p1] = readEpanet(water('LPS'), 'w.inp', options).pipes;
    expect(p1?.line.map(([x, y]) => [x, y])).toEqual([
      [-100, 0],
      [-50, 20],
      [0, 0],
    ]);
    expect(p1?.line.map(([, , level]) => level)).toEqual([200, 149.5, 99]);
  });

  it('takes pumps and valves for devices', () => {
    const { devices } = readEpanet(water('LPS'), 'w.inp', options);
    expect(devices).toMatchObject([
      { id: 'pu', kind: 'pump', from: 'a', to: 'b', more: { curve: 'c1', speed: 1.2 } },
      { id: 'v', kind: 'regulator', diameterM: 0.006, more: { valveType: 'PRV', setting: 40 } },
    ]);
  });

  it.each([
    ['GPH', 'w.inp, [OPTIONS]: its units are “GPH”; expected one of CFS'],
    [
      'LPS',
      'w.inp, line 9: the diameter of p1 is',
      (text: string) => text.replace('1000 12', '1000 x'),
    ],
    ['LPS', 'expected more than 0.', (text: string) => text.replace('1000 12', '1000 0')],
    ['LPS', 'valve v is of type “XYZ”; expected PRV', (text: string) => text.replace('PRV', 'XYZ')],
    ['LPS', 'pump pu has “HAED”; expected HEAD', (text: string) => text.replace('HEAD', 'HAED')],
  ])(
    'refuses units or lines it can not read: %s, %s',
    (units, sentence, change = (text: string) => text) => {
      expect(() => readEpanet(change(water(units)), 'w.inp', options)).toThrow(sentence);
    },
  );

  const folder = join(shared, 'water');
  it.skipIf(!existsSync(folder))('reads every shared model with coordinates whole', () => {
    const sizes: Readonly<Record<string, readonly [nodes: number, links: number]>> = {
      'Net1.inp': [11, 13],
      'Net3.inp': [97, 119],
      'L-TOWN.inp': [785, 909],
      'ky4.inp': [964, 1158],
      'ky10.inp': [935, 1061],
      'Net6.inp': [3356, 3892],
      'BWSN_Network_2.inp': [12527, 14831],
    };
    const files = readdirSync(folder).filter((name) => name in sizes);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const { nodes, pipes, devices } = readEpanet(read(`water/${file}`), file, options);
      expect([nodes.length, pipes.length + devices.length], file).toEqual(sizes[file]);
      expect(pipes.every(({ innerM = 0, lengthM = 0 }) => innerM > 0 && lengthM > 0)).toBe(true);
    }
  });
});

const sewer = (offsets: string, more = '') => `[OPTIONS]
FLOW_UNITS LPS
LINK_OFFSETS ${offsets}
[JUNCTIONS]
a 10 2
b 9.5 3
[OUTFALLS]
out 8 FREE
[STORAGE]
s 9 4 0 FUNCTIONAL 100 0 0
[CONDUITS]
c1 a b 50 0.013 0.2 0
c2 b out 60 0.015 * *
[ORIFICES]
o s b SIDE 0 0.65
[XSECTIONS]
c1 CIRCULAR 0.4 0 0 0
c2 RECT_CLOSED 1.2 2 0 0
o CIRCULAR 0.3
${more}[COORDINATES]
a 0 0
b 50 0
s 50 30
`;

describe('a SWMM model', () => {
  it('counts offsets above nodes or above the datum, as its options say', () => {
    const byDepth = readSwmm(sewer('DEPTH'), 's.inp', { utility: 'storm' });
    expect(byDepth.pipes[0]).toMatchObject({ fromInvertM: 10.2, toInvertM: 9.5, innerM: 0.4 });
    const byElevation = readSwmm(sewer('ELEVATION').replace('0.2 0\n', '10.3 9.6\n'), 's.inp', {
      utility: 'storm',
    });
    expect(byElevation.pipes[0]).toMatchObject({ fromInvertM: 10.3, toInvertM: 9.6 });
  });

  it('knows boxes, outfalls, storage, rims and orifices', () => {
    const { pipes, nodes, devices } = readSwmm(sewer('DEPTH'), 's.inp', { utility: 'combined' });
    expect(pipes[1]).toMatchObject({ shape: 'box', heightM: 1.2, widthM: 2, network: 'combined' });
    expect(nodes.map(({ kind, rimM }) => [kind, rimM])).toEqual([
      ['manhole', 12],
      ['manhole', 12.5],
      ['outfall', undefined],
      ['storage', 13],
    ]);
    expect(devices).toMatchObject([{ id: 'o', kind: 'orifice', from: 's', to: 'b' }]);
  });

  it('puts a node that the map lacks as far off as its conduit is long, and says so', () => {
    const { nodes, assumptions } = readSwmm(sewer('DEPTH'), 's.inp', { utility: 'storm' });
    const [x = 0, y = 0] = nodes.find(({ id }) => id === 'out')?.point ?? [];
    expect(Math.hypot(x - 50, y)).toBeCloseTo(60, 9);
    expect(assumptions.map(({ code }) => code)).toContain('swmm-lost-nodes');
  });

  it('says when it has to assume what is drained', () => {
    const codes = (utility: 'storm' | undefined) =>
      readSwmm(sewer('DEPTH'), 's.inp', { utility }).assumptions.map(({ code }) => code);
    expect(codes(undefined)).toContain('swmm-utility');
    expect(codes('storm')).not.toContain('swmm-utility');
  });

  it.each([
    ['c1 a b 50', 'c1 a gone 50', 'link c1 ends at gone, which does not exist.'],
    ['c2 b out', 'c1 b out', 'line 13: link c1 stands in line 12 too'],
    ['c1 CIRCULAR 0.4', 'c9 CIRCULAR 0.4', 'conduit c1 has no line in [XSECTIONS].'],
    ['c1 CIRCULAR 0.4', 'c1 CIRCULAR 0', 'the depth of c1 is 0; expected more than 0.'],
    ['FLOW_UNITS LPS', 'FLOW_UNITS XPS', 'its flow units are “XPS”; expected one of CFS'],
  ])('refuses %s made %s', (from, to, sentence) => {
    const text = sewer('DEPTH').replace(from, to);
    expect(() => readSwmm(text, 's.inp', { utility: 'storm' })).toThrow(sentence);
  });

  const folder = join(shared, 'drainage');
  it.skipIf(!existsSync(folder))('reads every shared model', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.inp'));
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      const { pipes, nodes } = readSwmm(read(`drainage/${file}`), file, { utility: 'storm' });
      expect(pipes.length, file).toBeGreaterThan(3);
      expect(
        nodes.every(({ point }) => point.every(Number.isFinite)),
        file,
      ).toBe(true);
    }
  });
});

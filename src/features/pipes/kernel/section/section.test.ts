import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork, type LinkRow, type NodeRow } from '#model/build-network.ts';
import { noChanges } from '#model/network-changes.ts';
import type { NetworkValues } from '../../contract.ts';
import { placeNetworks } from '../index-space.ts';
import { KnownNetwork } from '../open-network.ts';
import { cutAcross, lineAcross } from './cross-section.ts';
import { datumOffsetM } from './datum.ts';
import { addGround, levelAt } from './ground.ts';
import { sectionAlong, wayOf } from './long-section.ts';
import { followMain } from './main-way.ts';
import { planeAround } from './plane.ts';

const plane = planeAround(10, 54);
const at = (x: number, y: number, z: number) =>
  [plane.toLongitude(x), plane.toLatitude(y), z] as const;

function network(utility: 'water' | 'storm', nodes: readonly NodeRow[], links: readonly LinkRow[]) {
  const built = buildNetwork({
    ...{ id: utility, name: utility, utility, isFictional: false, nodes, links, valves: [] },
  });
  return placeNetworks([built])[0]!;
}

const node = (
  id: string,
  x: number,
  y: number,
  z: number,
  more: Partial<NodeRow> = {},
): NodeRow => ({
  id,
  kind: 'manhole',
  place: at(x, y, z),
  ...more,
});
const pipe = (
  id: string,
  from: number,
  to: number,
  line: readonly (readonly number[])[],
  more: Partial<LinkRow> = {},
): LinkRow => ({
  ...{ id, from, to, line: line.flat(), innerM: 0.3, widthM: 0.3, wallM: 0.01 },
  ...more,
});

describe('cutAcross', () => {
  const street = () =>
    network(
      'water',
      [node('A', -50, 0, 8), node('B', 50, 10, 6)],
      [pipe('P', 0, 1, [at(-50, 0, 8), at(50, 10, 6)])],
    );

  it('meets a pipe where and as deep as geometry says', () => {
    const { cuts, lengthM } = cutAcross(
      [street()],
      [plane.toLongitude(0), plane.toLatitude(-10)],
      [...([plane.toLongitude(0), plane.toLatitude(20)] as const)],
    );
    expect(lengthM).toBeCloseTo(30, 4);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]?.alongM).toBeCloseTo(15, 4);
    expect(cuts[0]?.axisM).toBeCloseTo(7, 6);
    expect(cuts[0]?.outerHeightM).toBeCloseTo(0.32, 6);
    expect(cuts[0]?.angleDeg).toBeCloseTo((Math.atan2(10, 1) * 180) / Math.PI, 2);
  });

  it('meets nothing beyond its ends, and nothing where it has no length', () => {
    const end = [plane.toLongitude(0), plane.toLatitude(4)] as const;
    expect(cutAcross([street()], [plane.toLongitude(0), plane.toLatitude(-9)], end).cuts).toEqual(
      [],
    );
    expect(cutAcross([street()], end, end)).toEqual({ lengthM: 0, cuts: [] });
  });

  it('meets a bend on the line once', () => {
    const bent = network(
      'water',
      [node('A', -5, -5, 0), node('B', 5, 5, 0)],
      [pipe('P', 0, 1, [at(-5, -5, 0), at(0, 0, 0), at(5, 5, 0)])],
    );
    const { cuts } = cutAcross(
      [bent],
      [plane.toLongitude(-9), plane.toLatitude(0)],
      [...([plane.toLongitude(9), plane.toLatitude(0)] as const)],
    );
    expect(cuts).toHaveLength(1);
  });

  it('finds as many cuts as there are changes of side, whatever the pipe', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(points, (corners) => {
        const line = corners.map(([x, y]) => at(x + 0.25, y + 0.25, 0));
        const placed = network(
          'water',
          [node('A', 0, 0, 0), node('B', 1, 1, 0)],
          [pipe('P', 0, 1, line)],
        );
        const { cuts } = cutAcross(
          [placed],
          [plane.toLongitude(-100), plane.toLatitude(0)],
          [...([plane.toLongitude(100), plane.toLatitude(0)] as const)],
        );
        let changes = 0;
        for (let point = 1; point < corners.length; point++) {
          if (corners[point - 1]![1] >= 0 !== corners[point]![1] >= 0) changes++;
        }
        expect(cuts).toHaveLength(changes);
        for (let cut = 1; cut < cuts.length; cut++) {
          expect(cuts[cut]!.alongM).toBeGreaterThanOrEqual(cuts[cut - 1]!.alongM);
        }
      }),
    );
  });

  it('lays a line across the middle of a pipe, at a right angle', () => {
    const [from, to] = lineAcross(street(), 0, 10)!;
    const { cuts, lengthM } = cutAcross([street()], from, to);
    expect(lengthM).toBeCloseTo(20, 3);
    expect(cuts[0]?.alongM).toBeCloseTo(10, 3);
    expect(cuts[0]?.angleDeg).toBeCloseTo(90, 2);
  });
});

describe('long sections', () => {
  const drains = () =>
    network(
      'storm',
      [
        node('M1', 0, 0, 10, { groundLevelM: 12, invertLevelM: 9.85 }),
        node('M2', 40, 0, 9.8, { groundLevelM: 12.5, invertLevelM: 9.65 }),
        node('M3', 80, 0, 9.6, { groundLevelM: 11, invertLevelM: 9.45 }),
        node('M4', 40, 30, 12, { groundLevelM: 13, invertLevelM: 11.85 }),
      ],
      [
        pipe('D1', 0, 1, [at(0, 0, 10), at(40, 0, 9.8)], { heightSource: 'invert' }),
        pipe('D2', 1, 2, [at(40, 0, 9.8), at(80, 0, 9.6)]),
        pipe('D3', 1, 3, [at(40, 0, 9.8), at(40, 30, 12)]),
      ],
    );

  const main = (known: KnownNetwork, nodes: readonly number[], isDown = true, most = 50) =>
    followMain(known, { nodes, links: [] }, noChanges, { isDown, most });
  const known = () => new KnownNetwork(drains(), () => ({}));
  const whole = { nodes: [0, 1, 2], links: [0, 1] };

  it('follows drains down by the lowest way to the outlet, and up again', () => {
    expect(main(known(), [0])).toEqual({ by: 'fall', way: whole });
    expect(main(known(), [0], true, 1).way.links).toEqual([0]);
    expect(main(known(), [2]).way).toEqual({ nodes: [2], links: [] });
    expect(main(known(), [2], false).way).toEqual({ nodes: [2, 1, 0], links: [1, 0] });
  });

  it('follows what flows where that is solved, to where most of it goes', () => {
    const solved = known();
    const flowing = (flow: readonly number[]) => {
      solved.values = {
        ...{ network: 'storm', atMs: 0, model: 'test', staleSinceMs: undefined, nodes: {} },
        links: { flow: Float32Array.from(flow) },
      };
    };
    flowing([0.3, 0.1, 0.2]);
    expect(main(solved, [0])).toEqual({ by: 'flow', way: { nodes: [0, 1, 3], links: [0, 2] } });
    flowing([-0.3, -0.1, -0.2]);
    expect(main(solved, [0]).way.links).toEqual([]);
    expect(main(solved, [3]).way).toEqual({ nodes: [3, 1, 0], links: [2, 0] });
    expect(main(solved, [0], false).way).toEqual({ nodes: [0, 1, 3], links: [0, 2] });
    flowing([0, 0.1, 0.2]);
    const still = followMain(solved, { nodes: [], links: [0] }, noChanges, {
      isDown: true,
      most: 9,
    });
    expect(still.way.links).toEqual([0]);
  });

  it('ends before what is closed', () => {
    const closed = followMain(
      known(),
      { nodes: [0], links: [] },
      { ...noChanges, closedLinks: ['D2'] },
      { isDown: true, most: 9 },
    );
    expect(closed.way.links).toEqual([0, 2]);
  });

  it('puts chosen pipes in a row, or says that they are none', () => {
    expect(wayOf(drains(), [1, 0])?.nodes).toEqual([2, 1, 0]);
    expect(wayOf(drains(), [0, 1, 2])).toBeUndefined();
    expect(wayOf(drains(), [0])?.links).toEqual([0]);
  });

  it('gives stations, slope and cover, against the fall too', () => {
    const placed = drains();
    const forward = addGround(sectionAlong(placed, whole, undefined, 0), undefined, 0);
    expect(forward.lengthM).toBeCloseTo(80, 3);
    expect(forward.stations.map(({ id }) => id)).toEqual(['M1', 'M2', 'M3']);
    expect(forward.spans[0]?.slope).toBeCloseTo(0.2 / 40, 5);
    expect(forward.ground.source).toBe('register');
    expect(forward.spans[1]?.leastCoverM).toBeCloseTo(11 - 9.6 - 0.16, 3);
    const back = sectionAlong(placed, { nodes: [2, 1, 0], links: [1, 0] }, undefined, 0);
    expect(back.spans[0]?.slope).toBeCloseTo(-0.2 / 40, 5);
    expect(back.stations.at(-1)?.id).toBe('M1');
  });

  it('draws the solved water level above the floor of each manhole', () => {
    const placed = drains();
    const values: NetworkValues = {
      ...{ network: 'storm', atMs: 0, model: 'test', staleSinceMs: 5, links: {} },
      nodes: { depthM: Float32Array.of(0.1, 0.2, 0.3, 0) },
    };
    const section = addGround(sectionAlong(placed, whole, values, 0), undefined, 0);
    expect(section.hydraulic).toBe('level');
    expect(section.stations[1]?.hydraulicM).toBeCloseTo(9.85, 4);
    expect(section.staleSinceMs).toBe(5);
  });

  it('takes the ground of the terrain where it is known, in the datum of the city', () => {
    const placed = drains();
    const bare = sectionAlong(placed, whole, undefined, 40);
    const terrain = {
      alongM: Float32Array.of(0, 80),
      levelM: Float32Array.of(55, 55),
      source: 'terrain' as const,
    };
    const section = addGround(bare, terrain, 40);
    expect(section.ground.levelM[0]).toBeCloseTo(15, 4);
    expect(section.spans[0]?.axisM[0]).toBeCloseTo(-30, 4);
    expect(section.stations[0]?.groundM).toBeCloseTo(12, 4);
  });

  it('knows how far the ellipsoid lies from the datum of the city', () => {
    expect(datumOffsetM([drains().network])).toBeCloseTo(0.15, 4);
    expect(datumOffsetM([])).toBe(0);
  });
});

describe('levelAt', () => {
  it('goes straight between places and knows nothing outside', () => {
    expect(levelAt([0, 10, 10, 20], [0, 10, 20, 30], 5)).toBe(5);
    expect(levelAt([0, 10, 10, 20], [0, 10, 20, 30], 15)).toBe(25);
    expect(levelAt([0, 10], [1, 2], 11)).toBeNaN();
    expect(levelAt([], [], 0)).toBeNaN();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRoadGrid } from './a-town.ts';
import { NONE } from './arrivals.ts';
import { type EvacuationRoads, evacuate, type Groups, withContraflow } from './evacuate.ts';

/** A street of four nodes, 10 s each, 0.5 vehicles/s; the middle is the narrowest. */
const aStreet = (): EvacuationRoads => ({
  nodeCount: 4,
  from: Uint32Array.of(0, 1, 2),
  to: Uint32Array.of(1, 2, 3),
  timeS: new Float32Array(3).fill(10),
  isOneWay: new Uint8Array(3),
  capacityPerS: Float32Array.of(0.5, 0.25, 0.5),
});

const someGroups = (...rows: readonly (readonly [node: number, vehicles: number])[]): Groups => ({
  node: Uint32Array.from(rows, ([node]) => node),
  vehicles: Float32Array.from(rows, ([, vehicles]) => vehicles),
  leavesS: new Float32Array(rows.length),
});
const aShelter = (vehicles = 1000) => ({
  node: Uint32Array.of(3),
  vehicles: Float32Array.of(vehicles),
});

describe('evacuation', () => {
  it('queues groups first in, first out at the narrowest road', () => {
    const found = evacuate(aStreet(), someGroups([0, 1], [0, 1], [0, 1]), aShelter());
    // Through the first road at 12, 14, 16; the second, 4 s each, at 26, 30, 34; the third 12 s later.
    expect([...found.arrivesS].map((s) => Math.round(s * 1e3) / 1e3)).toEqual([38, 42, 46]);
    expect(found.waitS[1]).toBeCloseTo(4, 6);
    expect(found.clearanceS).toBeCloseTo(46, 6);
  });

  it('clears sooner with contraflow, and lets nobody drive against it', () => {
    const groups = someGroups([0, 1], [0, 1], [0, 1]);
    const was = evacuate(aStreet(), groups, aShelter()).clearanceS;
    const would = evacuate(withContraflow(aStreet(), [1]), groups, aShelter());
    expect(would.clearanceS).toBeLessThan(was);
    const against = evacuate(withContraflow(aStreet(), [1], true), groups, aShelter());
    expect(against.strandedVehicles).toBe(3);
    expect(() => withContraflow(aStreet(), [3])).toThrow(
      'Contraflow names edge 3; 0 to 2 is expected.',
    );
  });

  it('fills shelters up to their room and says who has none', () => {
    const found = evacuate(aStreet(), someGroups([0, 2], [1, 2], [2, 1]), aShelter(3));
    expect([...found.shelter]).toEqual([0, NONE, 0]);
    expect(found.strandedVehicles).toBe(2);
  });

  it('takes no closed road', () => {
    const found = evacuate(
      aStreet(),
      someGroups([0, 1], [2, 1]),
      aShelter(),
      Uint8Array.of(0, 1, 0),
    );
    expect([...found.shelter]).toEqual([NONE, 0]);
  });

  it('says which road or group cannot be', () => {
    const none = { ...aStreet(), timeS: new Float32Array(3) };
    expect(() => evacuate(none, someGroups([0, 1]), aShelter())).toThrow(
      'Edge 0 takes 0 s; 0.01 s or more is expected.',
    );
    expect(() => evacuate(aStreet(), someGroups([9, 1]), aShelter())).toThrow(
      'Group 0 stands at node 9; 0 to 3 is expected.',
    );
  });

  it('is never faster than the free road nor than capacity allows, and loses no vehicle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.array(fc.tuple(fc.nat(48), fc.integer({ min: 1, max: 9 })), { minLength: 1 }),
        (seed, rows) => {
          const grid = aRoadGrid(7, seed);
          const roads = { ...grid, capacityPerS: new Float32Array(grid.from.length).fill(0.5) };
          const shelters = { node: Uint32Array.of(0, 48), vehicles: Float32Array.of(30, 30) };
          const groups = someGroups(...rows);
          const found = evacuate(roads, groups, shelters);
          const into = [0, 0];
          let stranded = 0;
          rows.forEach(([node, vehicles], at) => {
            const shelter = found.shelter[at]!;
            if (shelter === NONE) stranded += vehicles;
            else {
              into[shelter]! += vehicles;
              expect(found.arrivesS[at]).toBeLessThan(Infinity);
              // Each road takes at least 2 s and 2 s a vehicle.
              if (node !== shelters.node[shelter])
                expect(found.arrivesS[at]).toBeGreaterThanOrEqual(2 + 2 * vehicles - 1e-6);
            }
          });
          expect(found.strandedVehicles).toBe(stranded);
          expect(Math.max(...into)).toBeLessThanOrEqual(30);
        },
      ),
      { numRuns: 60 },
    );
  });
});

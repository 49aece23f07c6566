import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '#model/build-network.ts';
import { planDistanceM } from '#model/network-line.ts';
import { findSnap } from './find-snap.ts';
import { middleOf, moveNetwork, nudged } from './move-network.ts';

const at = (longitudeDeg: number, latitudeDeg: number) => ({
  ...{ longitudeDeg, latitudeDeg, turnDeg: 0, scale: 1, upM: 0 },
});

/** A line of 200 m to the east at the equator's zero, with a valve. */
const local = () =>
  buildNetwork({
    ...{ id: 'plan', utility: 'water' },
    nodes: [
      { id: 'a', kind: 'junction', place: [0, 0, 5] },
      { id: 'b', kind: 'junction', place: [200 / 111_319.49, 0, 7] },
    ],
    links: [{ id: 'p', from: 0, to: 1, lengthM: 200, innerM: 0.1 }],
    valves: [{ id: 'v', link: 0, node: 0 }],
  });

const place = (network: ReturnType<typeof local>, row: number) =>
  [...network.nodes.places.subarray(3 * row, 3 * row + 3)] as [number, number, number];

describe('a network that a person puts somewhere', () => {
  it('has its middle there, as long as it was, lifted as asked', () => {
    const moved = moveNetwork(local(), { ...at(10.6, 54.3), upM: 20 });
    const middle = middleOf(moved);
    expect(middle.longitudeDeg).toBeCloseTo(10.6, 9);
    expect(middle.latitudeDeg).toBeCloseTo(54.3, 9);
    const [a, b] = [place(moved, 0), place(moved, 1)];
    expect(planDistanceM(a[0], a[1], b[0], b[1])).toBeCloseTo(200, -1);
    expect([a[2], b[2]]).toEqual([25, 27]);
    expect([...moved.valves.places.subarray(0, 2)]).toEqual([a[0], a[1]]);
    expect(moved.links.lengthM[0]).toBe(200);
  });

  it('turns counter-clockwise about its middle', () => {
    const moved = moveNetwork(local(), { ...at(10.6, 54.3), turnDeg: 90 });
    const [a, b] = [place(moved, 0), place(moved, 1)];
    expect(a[0]).toBeCloseTo(b[0], 9);
    expect(b[1]).toBeGreaterThan(a[1]);
  });

  it('stays in shape wherever it goes, and comes back', () => {
    const angle = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(angle, fc.double({ min: -70, max: 70, noNaN: true }), angle, (lon, lat, turn) => {
        const network = local();
        const home = middleOf(network);
        const there = moveNetwork(network, { ...at(lon, lat), turnDeg: turn });
        const back = moveNetwork(there, {
          ...at(home.longitudeDeg, home.latitudeDeg),
          turnDeg: -turn,
        });
        for (const row of [0, 1]) {
          expect(place(back, row)[0]).toBeCloseTo(place(network, row)[0], 7);
          expect(place(back, row)[1]).toBeCloseTo(place(network, row)[1], 7);
        }
      }),
    );
  });

  it('is nudged by metres', () => {
    const next = nudged(at(10.6, 54.3), 30, -40);
    expect(planDistanceM(10.6, 54.3, next.longitudeDeg, next.latitudeDeg)).toBeCloseTo(50, 0);
  });

  it('snaps by its nearest node onto the nearest of others, in height too', () => {
    const network = moveNetwork(local(), at(10.6, 54.3));
    const [, b] = [place(network, 0), place(network, 1)];
    const near = nudged(at(b[0], b[1]), 3, 4);
    const other = buildNetwork({
      ...{ id: 'mains', name: 'Mains', utility: 'water' },
      nodes: [
        { id: 'far', kind: 'junction', place: [10.7, 54.3, 0] },
        { id: 'near', kind: 'junction', place: [near.longitudeDeg, near.latitudeDeg, 9.5] },
      ],
      links: [],
    });
    const snap = findSnap(network, [other], 50);
    expect(snap).toMatchObject({ node: 'b', to: 'near', toNetwork: 'Mains' });
    expect(snap?.eastM).toBeCloseTo(3, 3);
    expect(snap?.northM).toBeCloseTo(4, 3);
    expect(snap?.upM).toBeCloseTo(2.5, 6);
    expect(findSnap(network, [other], 4)).toBeUndefined();
    expect(findSnap(network, [], 50)).toBeUndefined();
  });
});

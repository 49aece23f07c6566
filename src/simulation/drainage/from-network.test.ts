import { describe, expect, it } from 'vitest';
import { buildNetwork } from '#model/build-network.ts';
import { gageOf, stormIntensities } from './design-storm.ts';
import { type DrainageFacts, drainageOf } from './from-network.ts';
import { createDrainage } from './run-drainage.ts';

const network = buildNetwork({
  ...{ id: 'storm', name: 'Storm', utility: 'storm', isFictional: true, valves: [] },
  nodes: [
    { id: 'A', kind: 'manhole', place: [10, 54, 12], groundLevelM: 12, invertLevelM: 10 },
    { id: 'B', kind: 'manhole', place: [10, 54, 11], invertLevelM: 9.6 },
    { id: 'S', kind: 'station', place: [10, 54, 11], groundLevelM: 12, invertLevelM: 8 },
    { id: 'O', kind: 'outfall', place: [10, 54, 10], groundLevelM: 12, invertLevelM: 9 },
  ],
  links: [
    {
      id: 'AB',
      from: 0,
      to: 1,
      lengthM: 80,
      innerM: 0.4,
      fromInvertLevelM: 10,
      toInvertLevelM: 9.6,
    },
    { id: 'BS', from: 1, to: 2, lengthM: 60, fromInvertLevelM: 9.6, toInvertLevelM: 9.2 },
    { id: 'P', kind: 'pump', from: 2, to: 3 },
    { id: 'old', from: 0, to: 2, lengthM: 60, innerM: 0.4, status: 'abandoned' },
  ],
});

const facts: DrainageFacts = {
  ...{ devices: new Map(), storages: new Map(), dryWeatherM3s: new Map() },
  catchments: [
    {
      ...{ id: 'C', outletNode: 'A', areaM2: 8000, imperviousShare: 0.6, widthM: 90, slope: 0.02 },
      ...{ manningImpervious: 0.015, manningPervious: 0.2, storageImperviousM: 0.0015 },
      ...{ storagePerviousM: 0.005, noStorageShare: 0.25, route: 'outlet', routedShare: 1 },
      infiltration: { kind: 'green-ampt', suctionM: 0.1, conductivityMps: 3e-6, deficit: 0.25 },
    },
  ],
};
const storm = { form: 'euler-2', durationS: 3600, returnYears: 5, depthM: Number.NaN } as const;
const gage = gageOf('storm', stormIntensities(storm));
const made = () => drainageOf(network, facts, { startMs: 0, durationS: 7200, gage });

describe('a model out of a network', () => {
  it('tells what it assumed, and how often', () => {
    const counts = new Map(made().assumptions.map(({ what, count }) => [what, count]));
    expect(counts.get('manning')).toBe(2);
    expect(counts.get('diameter')).toBe(1);
    expect(counts.get('ground')).toBe(1);
    expect(counts.get('station-area')).toBe(1);
    expect(counts.get('pump')).toBe(1);
    expect(counts.has('invert')).toBe(false);
  });

  it('leaves abandoned pipes out and keeps the rows of the rest', () => {
    const { model, linkRows } = made();
    expect(model.links.map(({ id }) => id)).toEqual(['AB', 'BS', 'P']);
    expect([...linkRows]).toEqual([0, 1, 2]);
  });

  it('pumps the rain of a storm out, and floods when the pump has stopped', () => {
    const { model } = made();
    const running = createDrainage(model);
    running.advance(7200);
    expect(running.runoff.runoffM3).toBeGreaterThan(50);
    expect(running.balance().outflowM3).toBeGreaterThan(20);
    const stopped = createDrainage(model);
    stopped.set(2, 0);
    stopped.advance(7200);
    expect(stopped.balance().outflowM3).toBe(0);
    expect(stopped.statistics.overflowM3).toBeGreaterThan(running.statistics.overflowM3 + 10);
  });
});

import { describe, expect, it } from 'vitest';
import type { FloodScheme } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { aSite } from './a-site.ts';
import { createForcing } from './create-forcing.ts';
import type { ForcingPart, ForcingSetup, ForcingSource, ForcingStructure, Site } from './parts.ts';
import { runForced } from './run-forced.ts';

const schemes: readonly FloodScheme[] = ['local-inertial', 'shallow-water'];

interface Wish {
  readonly sources?: readonly ForcingSource[];
  readonly structures?: readonly ForcingStructure[];
  readonly more?: Partial<ForcingSetup>;
}

const setupOf = (site: Site, { sources = [], structures = [], more = {} }: Wish): ForcingSetup => ({
  ...site,
  ...{ sources, structures, loss: { kind: 'none' } },
  ...more,
});

async function flood(
  site: Site,
  wish: Wish,
  untilS: number,
  scheme: FloodScheme = 'local-inertial',
  depthM?: Float32Array,
) {
  const solver = createReferenceSolver(site.grid, { scheme, ...(depthM ? { depthM } : {}) });
  const forcing = createForcing(setupOf(site, wish));
  await runForced(solver, forcing, untilS);
  const state = await solver.state();
  const balance = await solver.balance();
  return { solver, forcing, state, balance };
}

const box = aSite({ width: 10, height: 6, cellM: 10 });
const filled = (site: Site, depth: (x: number, y: number) => number) =>
  Float32Array.from(site.grid.zM, (_, cell) => {
    const { width, height, cellM } = site.grid;
    return depth(((cell % width) + 0.5) * cellM, (height - Math.floor(cell / width) - 0.5) * cellM);
  });
const cellOf = ({ grid, toGrid }: Site, x: number, y: number) => {
  const [column, row] = toGrid([x, y]);
  return Math.floor(row) * grid.width + Math.floor(column);
};

describe.each(schemes)('water that comes in by %s', (scheme) => {
  it('brings an inflow’s volume, whatever the steps', async () => {
    const inflow: ForcingSource = {
      ...{ id: 'q', name: 'river', kind: 'inflow' },
      line: [
        [3, 20],
        [3, 41],
      ],
      flow: [
        [0, 0],
        [37.3, 4],
        [90, 0],
      ],
    };
    const { balance, forcing } = await flood(box, { sources: [inflow] }, 120, scheme);
    const volume = (4 * 90) / 2;
    expect(balance.storedM3 / volume).toBeCloseTo(1, 7);
    expect(forcing.flows()[0]?.volumeM3).toBeCloseTo(volume, 9);
    expect(forcing.balance().addedM3).toBeCloseTo(volume, 9);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-9);
  });

  it('fills a dam’s basin to its level at its time', async () => {
    const dam: ForcingSource = {
      ...{ id: 'd', name: 'dam', kind: 'dam-break', levelM: 2, atS: 12.5 },
      area: [
        [0, 0],
        [50, 0],
        [50, 60],
        [0, 60],
      ],
    };
    const before = await flood(box, { sources: [dam] }, 12.5, scheme);
    expect(before.balance.storedM3).toBe(0);
    const { balance, state } = await flood(box, { sources: [dam] }, 40, scheme);
    expect(balance.storedM3 / (50 * 60 * 2)).toBeCloseTo(1, 6);
    expect(state.depthM[cellOf(box, 97, 30)]).toBeGreaterThan(0.1);
  });

  it('rains all its depth on its area and nowhere else', async () => {
    const rain: ForcingSource = {
      ...{ id: 'r', name: 'cloud', kind: 'rain' },
      area: [
        [0, 0],
        [50, 0],
        [50, 60],
        [0, 60],
      ],
      storm: { shape: 'chicago', depthMm: 40, durationS: 613 },
    };
    const { balance, forcing } = await flood(box, { sources: [rain] }, 700, scheme);
    expect(forcing.balance().rainM3).toBeCloseTo(50 * 60 * 0.04, 9);
    expect(balance.storedM3 / (50 * 60 * 0.04)).toBeCloseTo(1, 5);
  });

  it('holds a tide at the edge that it is drawn on', async () => {
    const depthM = filled(box, () => 1);
    const stage: ForcingSource = {
      ...{ id: 's', name: 'sea', kind: 'stage' },
      line: [
        [1, 1],
        [1, 59],
      ],
      level: [
        [0, 1],
        [600, 1.5],
      ],
    };
    const { state } = await flood(box, { sources: [stage] }, 1500, scheme, depthM);
    expect(state.depthM[cellOf(box, 80, 30)]).toBeCloseTo(1.5, 1);
  });

  it('holds a level under a line inside the grid', async () => {
    const stage: ForcingSource = {
      ...{ id: 's', name: 'gauge', kind: 'stage' },
      line: [
        [50, 1],
        [50, 59],
      ],
      level: [[0, 0.8]],
    };
    const { state, balance } = await flood(box, { sources: [stage] }, 600, scheme);
    expect(state.depthM[cellOf(box, 51, 30)]).toBeCloseTo(0.8, 1);
    expect(state.depthM[cellOf(box, 12, 30)]).toBeCloseTo(0.8, 1);
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-9);
  });
});

describe.each(schemes)('structures in %s', (scheme) => {
  const pool = filled(box, (x) => (x < 40 ? 1.5 : 0));

  it('hold water behind a slanting barrier until it is taken away', async () => {
    const barrier: ForcingStructure = {
      ...{ id: 'b', name: 'bags', kind: 'barrier', heightM: 3, fromS: 0, untilS: 200 },
      line: [
        [43, -5],
        [66, 65],
      ],
    };
    const solver = createReferenceSolver(box.grid, { scheme, depthM: pool });
    const forcing = createForcing(setupOf(box, { structures: [barrier] }));
    await runForced(solver, forcing, 200);
    const held = await solver.state();
    const dry = cellOf(box, 90, 30);
    expect(held.depthM[dry]).toBe(0);
    expect(held.depthM[cellOf(box, 70, 55)]).toBe(0);
    await runForced(solver, forcing, 400);
    expect((await solver.state()).depthM[dry]).toBeGreaterThan(0.3);
    expect(forcing.takeChanges().map(({ timeS, what }) => [timeS, what])).toEqual([
      [0, 'begins'],
      [200, 'ends'],
    ]);
  });

  it('let water over a barrier that is too low, and only what is above its crest', async () => {
    const barrier: ForcingStructure = {
      ...{ id: 'b', name: 'wall', kind: 'barrier', crestM: 0.6, fromS: 0 },
      line: [
        [50, -5],
        [50, 65],
      ],
    };
    const { state } = await flood(box, { structures: [barrier] }, 900, scheme, pool);
    const behind = state.depthM[cellOf(box, 20, 30)] ?? 0;
    // 1.5 m on 40 of 100 m: 0.6 m everywhere, so the wall keeps nearly all but the overspill on its wet side.
    expect(behind).toBeGreaterThan(0.55);
    expect(state.depthM[cellOf(box, 80, 30)]).toBeGreaterThan(0.3);
  });

  it('pump between start and stop, no more than is there, and lose nothing on the way', async () => {
    const pump: ForcingStructure = {
      ...{ id: 'p', name: 'pump', kind: 'pump', flowM3s: 8, startDepthM: 0.5, stopDepthM: 0.2 },
      ...{ from: [10, 30], to: [90, 30], fromS: 10 },
    };
    const wall: ForcingStructure = {
      ...{ id: 'w', name: 'wall', kind: 'barrier', heightM: 9, fromS: 0 },
      line: [
        [50, -5],
        [50, 65],
      ],
    };
    const wish = { structures: [pump, wall] };
    const { solver, forcing, state, balance } = await flood(box, wish, 600, scheme, pool);
    const [told] = forcing.flows();
    const west = state.depthM[cellOf(box, 10, 30)] ?? 0;
    expect(told?.detail.isOn).toBe(0);
    expect(west).toBeGreaterThan(0.1);
    expect(west).toBeLessThan(0.35);
    expect(balance.storedM3 / (40 * 60 * 1.5)).toBeCloseTo(1, 6);
    expect(forcing.balance().takenM3).toBeCloseTo(balance.takenM3, 4);
    expect(told?.volumeM3).toBeCloseTo(balance.addedM3, 4);
    expect((await solver.statistics()).froudeShare).toBeLessThan(0.2);
  });

  it('carry water through a culvert, back only where it is no one-way valve', async () => {
    const wall: ForcingStructure = {
      ...{ id: 'w', name: 'wall', kind: 'barrier', heightM: 9, fromS: 0 },
      line: [
        [50, -5],
        [50, 65],
      ],
    };
    const culvert = (isOneWay: boolean, turned: boolean): ForcingStructure => ({
      ...{ id: 'c', name: 'culvert', kind: 'culvert', widthM: 2, heightM: 1, count: 2 },
      ...(turned ? { from: [70, 30], to: [30, 30] } : { from: [30, 30], to: [70, 30] }),
      isOneWay,
    });
    const east = cellOf(box, 80, 30);
    const run = async (part: ForcingStructure) =>
      flood(box, { structures: [wall, part] }, 900, scheme, pool);
    const forward = await run(culvert(true, false));
    expect(forward.state.depthM[east]).toBeCloseTo(0.6, 1);
    expect(forward.balance.storedM3 / 3600).toBeCloseTo(1, 6);
    const back = await run(culvert(false, true));
    expect(back.state.depthM[east]).toBeCloseTo(0.6, 1);
    expect(back.forcing.flows()[1]?.volumeM3).toBeLessThan(-1000);
    const shut = await run(culvert(true, true));
    expect(shut.state.depthM[east]).toBe(0);
  });

  it('pass a gate only while it is open', async () => {
    const gate: ForcingStructure = {
      ...{ id: 'g', name: 'gate', kind: 'gate', sillM: 0 },
      line: [
        [50, -5],
        [50, 65],
      ],
      opening: [
        [0, 0],
        [100, 0],
        [100, 0.2],
      ],
    };
    const shut = await flood(box, { structures: [gate] }, 100, scheme, pool);
    expect(shut.state.depthM[cellOf(box, 90, 30)]).toBe(0);
    const open = await flood(box, { structures: [gate] }, 900, scheme, pool);
    expect(open.state.depthM[cellOf(box, 90, 30)]).toBeCloseTo(0.6, 1);
    expect(open.balance.storedM3 / 3600).toBeCloseTo(1, 6);
  });
});

describe.each(schemes)('a levee in %s', (scheme) => {
  // A river on the west at 3 m above a plain at 0, a levee of 4 m between them, 20 m wide at its foot.
  const levee = aSite({
    ...{ width: 60, height: 30, cellM: 4 },
    bedM: (x) => (x < 60 ? -1 : Math.max(0, 4 - Math.abs(x - 72) * 0.4)),
  });
  const river = filled(levee, (x) => (x < 60 ? 4 : 0));
  const breach: ForcingSource = {
    ...{ id: 'br', name: 'east bank', kind: 'breach', atS: 20, growthS: 60, widthM: 24 },
    line: [
      [72, 30],
      [72, 90],
    ],
  };

  it('holds until it breaks, then lets water through its gap down to the ground beside', async () => {
    const solver = createReferenceSolver(levee.grid, { scheme, depthM: river });
    const forcing = createForcing(setupOf(levee, { sources: [breach] }));
    const plain = cellOf(levee, 120, 60);
    await runForced(solver, forcing, 20);
    expect((await solver.state()).depthM[plain]).toBe(0);
    await runForced(solver, forcing, 50);
    const [half] = forcing.flows();
    expect(half?.detail.widthM).toBeCloseTo(12, 0);
    expect(half?.detail.invertM).toBeGreaterThan(1.5);
    expect(half?.flowM3s).toBeGreaterThan(1);
    expect(forcing.bed().cells.length).toBe(0);
    await runForced(solver, forcing, 200);
    const bed = forcing.bed();
    expect(Math.min(...bed.zM)).toBeCloseTo(0, 6);
    // Six rows of four metres, five cells or so across.
    expect(bed.cells.length).toBeGreaterThanOrEqual(24);
    const rows = new Set(Array.from(bed.cells, (cell) => Math.floor(cell / 60)));
    expect(rows.size).toBeGreaterThanOrEqual(6);
    expect(rows.size).toBeLessThanOrEqual(7);
    const state = await solver.state();
    expect(state.depthM[plain]).toBeGreaterThan(0.1);
    expect(forcing.flows()[0]?.flowM3s).toBeGreaterThan(5);
    const balance = await solver.balance();
    expect(Math.abs(balance.relativeError)).toBeLessThan(1e-9);
    expect(forcing.balance().addedM3).toBeCloseTo(forcing.balance().takenM3, 6);
  });

  it('opens at once where it doesn’t grow, and is whole again when the breach is taken back', async () => {
    const sudden: ForcingSource = { ...breach, growthS: 0, invertM: 1 };
    const solver = createReferenceSolver(levee.grid, { scheme, depthM: river });
    const forcing = createForcing(setupOf(levee, { sources: [sudden] }));
    await runForced(solver, forcing, 30);
    expect(Math.min(...forcing.bed().zM)).toBe(1);
    forcing.remove('br');
    await runForced(solver, forcing, 31);
    expect(forcing.bed().cells.length).toBe(0);
  });
});

describe('steering and going on', () => {
  const wall = (id: string, fromS: number): ForcingPart => ({
    ...{ id, name: id, kind: 'barrier', heightM: 5, fromS },
    line: [
      [50, -5],
      [50, 65],
    ],
  });

  it('begins what was added at once, also where its time is past', async () => {
    const depthM = filled(box, (x) => (x < 40 ? 1 : 0));
    const solver = createReferenceSolver(box.grid, { scheme: 'local-inertial', depthM });
    const forcing = createForcing(setupOf(box, {}));
    forcing.add(wall('w', -500));
    await runForced(solver, forcing, 300);
    expect((await solver.state()).depthM[cellOf(box, 80, 30)]).toBe(0);
    forcing.add({
      ...{ id: 'r', name: 'r', kind: 'rain' },
      storm: { shape: 'block', depthMm: 10, durationS: 100 },
    });
    forcing.remove('w');
    await runForced(solver, forcing, 500);
    expect((await solver.state()).depthM[cellOf(box, 80, 30)]).toBeGreaterThan(0.1);
    expect(forcing.balance().rainM3).toBeCloseTo(100 * 60 * 0.01, 8);
    const { storedM3 } = await solver.balance();
    expect(storedM3).toBeCloseTo(40 * 60 + 60, 3);
  });

  it('goes on from a snapshot with the same bytes', async () => {
    const site = aSite({
      ...{ width: 30, height: 20, cellM: 4 },
      bedM: (x, y) => Math.max(0, 3 - Math.abs(x - 60) * 0.5) + y * 0.005,
    });
    const depthM = filled(site, (x) => (x < 50 ? 2 : 0));
    const setup = setupOf(site, {
      sources: [
        {
          ...{ id: 'b', name: 'b', kind: 'breach', atS: 7, growthS: 30, widthM: 16 },
          line: [
            [60, 20],
            [60, 60],
          ],
        },
        {
          ...{ id: 'r', name: 'r', kind: 'rain' },
          storm: { shape: 'chicago', depthMm: 30, durationS: 90 },
        },
        {
          ...{ id: 's', name: 's', kind: 'stage' },
          line: [
            [30, 10],
            [30, 70],
          ],
          level: [[0, 2.2]],
        },
      ],
      structures: [
        {
          ...{ id: 'p', name: 'p', kind: 'pump', flowM3s: 0.4, startDepthM: 0.1, stopDepthM: 0.05 },
          ...{ from: [90, 40], fromS: 0 },
        },
      ],
      more: { loss: { kind: 'green-ampt', conductivityMmH: 20, suctionMm: 100, deficit: 0.3 } },
    });
    const whole = createReferenceSolver(site.grid, { scheme: 'shallow-water', depthM });
    const forcing = createForcing(setup);
    await runForced(whole, forcing, 23);
    const kept = structuredClone([await whole.snapshot(), forcing.snapshot()] as const);
    await runForced(whole, forcing, 60);

    const other = createReferenceSolver(site.grid, { scheme: 'shallow-water' });
    const again = createForcing(setup);
    await other.restore(kept[0]);
    again.restore(kept[1]);
    await runForced(other, again, 60);
    const [one, two] = [await whole.state(), await other.state()];
    expect(two.depthM).toEqual(one.depthM);
    expect(two.uMs).toEqual(one.uMs);
    expect(again.balance()).toEqual(forcing.balance());
    expect(again.flows()).toEqual(forcing.flows());
    expect(again.bed()).toEqual(forcing.bed());
  });

  it('begins now what a snapshot doesn’t know, and drops what it knew', async () => {
    const depthM = filled(box, (x) => (x < 40 ? 1 : 0));
    const solver = createReferenceSolver(box.grid, { scheme: 'local-inertial', depthM });
    const parts = { structures: [wall('old', 0)] } as Wish;
    const forcing = createForcing(setupOf(box, parts));
    await runForced(solver, forcing, 50);
    const kept = [await solver.snapshot(), forcing.snapshot()] as const;
    const whatIf = createForcing(setupOf(box, {}));
    const other = createReferenceSolver(box.grid, { scheme: 'local-inertial' });
    await other.restore(kept[0]);
    whatIf.restore(kept[1]);
    whatIf.add(wall('new', 120));
    await runForced(other, whatIf, 100);
    const between = (await other.state()).depthM[cellOf(box, 80, 30)] ?? 0;
    expect(between).toBeGreaterThan(0);
    await runForced(other, whatIf, 130);
    expect(whatIf.takeChanges()).toEqual([
      { timeS: 120, id: 'new', name: 'new', kind: 'barrier', what: 'begins' },
    ]);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { HydrantReport, KnownHydrant } from '#model/hydrant-flow.ts';
import { connect, serve } from '../port.ts';
import { aRoadTown, ON_ISLAND, placeAt, type RoadTownSaid, sixHouses } from './a-road-town.ts';
import type { FireResponseProtocol } from './protocol.ts';
import { createResponseService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function open(said: RoadTownSaid = {}) {
  const { city, read } = aRoadTown(said);
  const { port1, port2 } = new MessageChannel();
  serve<FireResponseProtocol>(port2, createResponseService({ read, now: () => performance.now() }));
  const worker = connect<FireResponseProtocol>(port1, 'fire-response');
  endings.push(() => worker.close());
  const town = await worker.call('open', { city });
  return { worker, town };
}

describe('water at a building', () => {
  const hydrantAt = (id: string, x: number): KnownHydrant => ({
    ...{ id, key: `water/node/${id}`, index: 7 },
    ...{ longitudeDeg: placeAt(x)[0], latitudeDeg: 54 },
  });
  /** 20, 130, 170 and 400 m from the first house. */
  const hydrants = [20, 130, 170, 400].map((x) => hydrantAt(`H-${x}`, x));
  const report = (...flows: readonly (readonly [string, number])[]): HydrantReport => ({
    ...{ atMs: 1000, model: 'EPANET', residualPa: 138_000, unknown: [] },
    rows: flows.map(([id, flowM3s]) => ({ id, flowM3s, staticPa: 5e5, limit: 'hydrant' })),
  });
  const asked = { building: 0, atMs: 1000, draws: {}, problem: undefined, isSolving: false };

  it('takes the hydrants in reach of each standard, the nearest first', async () => {
    const { worker } = await open();
    await worker.call('hydrants', { hydrants });
    const { sets } = await worker.call('reach', { building: 0 });
    expect(sets.map(({ standard, hydrants: ids }) => [standard, ...ids])).toEqual([
      ['ISO NFF', 'H-20', 'H-130', 'H-170'],
      ['IFC B105', 'H-20'],
      ['GB 50974', 'H-20', 'H-130'],
    ]);
    expect(sets[2]?.mostM3s).toBe(0.015);
  });

  it('says need, supply and shortfall with the formula, and that a sum is of each alone', async () => {
    const { worker } = await open();
    await worker.call('hydrants', { hydrants });
    const water = await worker.call('water', {
      ...asked,
      report: report(['H-20', 0.02], ['H-130', 0.01], ['H-170', 0.005]),
    });
    const [iso, ifc, gb] = water.needs;
    // C = 18 × 1 × √(150 m²) → 750 gpm; × 0.85 × (1 + X) → 750 gpm.
    expect(iso?.formula).toContain('NFF = C × 0.85');
    expect(iso).toMatchObject({ hydrants: 3, isTogether: false });
    expect(iso?.availableM3s).toBeCloseTo(0.035, 6);
    expect(ifc?.neededM3s).toBeCloseTo(0.0631, 4);
    expect(ifc?.shortfallM3s).toBeCloseTo(0.0431, 4);
    expect(ifc?.formula).toContain('max(0, 63.1 − 20.0) = 43.1 L/s');
    // 15 L/s at most of each: 15 + 10 of 15.
    expect(gb).toMatchObject({ neededM3s: 0.015, shortfallM3s: 0 });
    expect(gb?.availableM3s).toBeCloseTo(0.025, 6);
    expect(water.hydrants.map(({ id, distanceM }) => [id, Math.round(distanceM)])).toEqual([
      ...[
        ['H-20', 20],
        ['H-130', 130],
        ['H-170', 170],
      ],
    ]);
    expect(water).toMatchObject({ model: 'EPANET', isSolving: false });
  });

  it('counts what the solver gives together, not the sum', async () => {
    const { worker } = await open();
    await worker.call('hydrants', { hydrants });
    const draw = {
      ...{ atMs: 1000, model: 'EPANET', totalM3s: 0.018, limit: 'zone' as const },
      rows: [
        { id: 'H-20', flowM3s: 0.012 },
        { id: 'H-130', flowM3s: 0.006 },
      ],
    };
    const water = await worker.call('water', {
      ...{ ...asked, draws: { 'ISO NFF': draw } },
      report: report(['H-20', 0.02], ['H-130', 0.02], ['H-170', 0.02]),
    });
    const [iso] = water.needs;
    expect(iso).toMatchObject({ isTogether: true });
    expect(iso?.availableM3s).toBeCloseTo(0.018, 9);
    expect(iso?.aloneM3s).toBeCloseTo(0.06, 6);
    expect(iso?.formula).toContain('(12.0 + 6.0)');
  });

  it('knows nothing of what is not solved, and says why; nor where no hydrant of the city is known', async () => {
    const { worker } = await open();
    await worker.call('hydrants', { hydrants });
    const waiting = await worker.call('water', {
      ...asked,
      ...{ report: report(['H-20', 0.02]), isSolving: true, problem: 'No balance.' },
    });
    expect(waiting.needs[0]?.shortfallM3s).toBeNaN();
    expect(waiting).toMatchObject({ isSolving: true, problem: 'No balance.' });
    const dry = await worker.call('water', { ...asked, building: ON_ISLAND, report: undefined });
    expect(dry.needs[2]).toMatchObject({ hydrants: 1 });
    await worker.call('hydrants', { hydrants: [] });
    const none = await worker.call('water', { ...asked, report: undefined });
    expect(none.needs[2]).toMatchObject({ hydrants: 0, availableM3s: Number.NaN });
    expect(none.needs[2]?.shortfallM3s).toBeNaN();
  });

  it('gives every building its share that is missing, by what is solved and assumed', async () => {
    const { worker } = await open();
    const before = await worker.call('shortfall', { build: 'b1' });
    expect([...before.share]).toEqual(Array(6).fill(Number.NaN));
    await worker.call('hydrants', { hydrants: [hydrantAt('H', 0)] });
    const assumed = await worker.call('shortfall', { build: 'b1' });
    expect(assumed).toMatchObject({ solved: 0, hydrants: 1, assumedM3s: 0.01 });
    // 10 of 15 L/s within 150 m of the first two houses.
    expect([...assumed.share].map((share) => Math.round(share * 100))).toEqual([
      ...[33, 33, 100, 100, 100, 100],
    ]);
    await worker.call('water', { ...asked, report: report(['H', 0.0075]) });
    const { share, solved } = await worker.call('shortfall', { build: 'b1' });
    expect(solved).toBe(1);
    expect(share[0]).toBeCloseTo(0.5, 6);
  });

  it('needs more of what burns better and is larger', async () => {
    const houses = [
      { ...sixHouses[0], construction: 'timber and brick', floorArea: 4000 },
      { ...sixHouses[0], construction: 'reinforced concrete' },
      { ...sixHouses[0], use: 'warehouse', construction: 'steel frame', floorArea: 9000 },
      { use: 'office' },
    ];
    const { worker } = await open({ houses });
    const needOf = async (building: number) =>
      (await worker.call('water', { ...asked, building, report: undefined })).needs;
    const [timber, concrete, warehouse, bare] = await Promise.all([0, 1, 2, 3].map(needOf));
    for (const at of [0, 1, 2])
      expect(timber?.[at]?.neededM3s).toBeGreaterThan(concrete?.[at]?.neededM3s ?? Infinity);
    expect(warehouse?.[2]).toMatchObject({ neededM3s: 0.035, durationS: 10_800 });
    const said = bare?.[0]?.inputs.map(({ en }) => en).join(' ') ?? '';
    expect(said).toContain('masonry is assumed');
    expect(said).toContain('floor area');
  });
});

describe('streets that a fire closes', () => {
  it('are those in which it is too hot, and those inside a zone', async () => {
    const { worker } = await open();
    const calm = { burning: new Uint32Array(), heatKW: new Float32Array(), zones: [] };
    expect(await worker.call('blocked', calm)).toEqual({ streets: [] });
    const fire = { ...calm, burning: Uint32Array.of(2) };
    // 0.3 Q / 4πR² > 5 kW/m² in front of the house, 5 m away at the least: from 5.2 MW on.
    const small = await worker.call('blocked', { ...fire, heatKW: Float32Array.of(5000) });
    expect(small.streets).toEqual([]);
    const large = await worker.call('blocked', { ...fire, heatKW: Float32Array.of(6000) });
    expect(large.streets).toEqual(['S-2']);
    const zone = [[placeAt(330, -20), placeAt(420, -20), placeAt(420, 20), placeAt(330, 20)]];
    const smoky = await worker.call('blocked', { ...calm, zones: [zone] });
    expect(smoky.streets).toEqual(['S-3', 'S-4', 'ROUND']);
  });

  it('finds the street that a person means, and none far away', async () => {
    const { worker } = await open();
    expect(await worker.call('streetAt', { at: placeAt(110, 8) })).toEqual({
      ...{ id: 'S-1', name: 'Street S-1' },
    });
    expect(await worker.call('streetAt', { at: placeAt(110, 5000) })).toBeUndefined();
  });
});

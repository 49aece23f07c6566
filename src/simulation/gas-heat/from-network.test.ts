import { describe, expect, it } from 'vitest';
import { buildNetwork, type LinkRow } from '#model/build-network.ts';
import { noChanges } from '#model/network-changes.ts';
import { toGasModel, toGasProblemNow } from './gas-from-network.ts';
import { buriedLoss } from './heat-from-networks.ts';
import { closedLinks, NetworkDataError, partsOf } from './network-facts.ts';
import { loadPower, toPowerModel } from './power-load.ts';

const nodes = (count: number, sources: readonly number[], customers = 0) =>
  Array.from({ length: count }, (_, at) => ({
    id: `N${at}`,
    kind: 'junction' as const,
    place: [10, 54, 20] as const,
    isSource: sources.includes(at),
    customers,
  }));
const pipe = (id: string, from: number, to: number): LinkRow => ({
  ...{ id, from, to, innerM: 0.1, lengthM: 100 },
});

describe('toGasModel', () => {
  const network = buildNetwork({
    ...{ id: 'gas', name: 'gas', utility: 'gas', isFictional: false, valves: [] },
    nodes: nodes(4, [0], 2),
    links: [pipe('P', 0, 1), { ...pipe('R', 1, 2), kind: 'regulator' }, pipe('Q', 2, 3)],
  });
  const properties =
    (more: Readonly<Record<string, object>> = {}) =>
    (table: string, row: number): Readonly<Record<string, unknown>> => ({
      ...(table === 'node' && row === 0 ? { pressure_Pa: 4e5 } : {}),
      ...(table === 'link' && row === 1 ? { setting_Pa: 2300 } : {}),
      ...(table === 'link' && row === 2 ? { load_kW: 80 } : {}),
      ...more[`${table}${row}`],
    });

  it('takes the load of the last pressure by pipe, of others by their customers', () => {
    const model = toGasModel(network, properties());
    const perKw = (1000 * model.gas.densityKgm3) / model.gas.heatingJm3;
    // Four customers of the last pressure take 80 kW: the four before the regulator 20 kW each.
    const kw = [...model.design.nodes.demandKgs].map((kgs) => kgs / perKw);
    for (const [at, expected] of [40, 40, 40, 40].entries())
      expect(kw[at]).toBeCloseTo(expected, 6);
    expect(model.assumptions.some(({ en }) => en.includes('20.0 kW'))).toBe(true);
    expect(model.assumptions.some(({ en }) => en.startsWith('Roughness 0.1 mm'))).toBe(true);
  });

  it('scales the load, closes links and follows what is measured behind a regulator', () => {
    const facts = properties({ link1: { node: 'N1' } });
    const model = toGasModel(network, facts);
    const now = toGasProblemNow(model, facts, {
      changes: { ...noChanges, closedLinks: ['Q'] },
      loadShare: 0.5,
      outletPa: new Map([['N1', 2000]]),
    });
    expect([...now.links.isClosed]).toEqual([0, 0, 1]);
    expect(now.nodes.demandKgs[0]).toBeCloseTo(model.design.nodes.demandKgs[0]! / 2, 12);
    expect(now.links.setting[1]).toBeCloseTo(2000 + model.airPa[2]!, 6);
    const before = toGasProblemNow(model, facts, {
      ...{ changes: noChanges, loadShare: 1 },
      outletPa: new Map([['N1', 90_000]]),
    });
    expect(before.links.setting[1]).toBe(model.design.links.setting[1]);
  });

  it('names the element whose data are missing', () => {
    const bare = () => ({});
    expect(() => toGasModel(network, bare)).toThrow(NetworkDataError);
    expect(() => toGasModel(network, properties({ link1: { setting_Pa: 'low' } }))).toThrow(
      'R has no',
    );
  });
});

describe('buriedLoss', () => {
  it('lies near what makers of preinsulated pipes give for DN 100/200', () => {
    expect(buriedLoss(0.1, 0.05, 1)).toBeGreaterThan(0.2);
    expect(buriedLoss(0.1, 0.05, 1)).toBeLessThan(0.3);
    expect(buriedLoss(0.1, 0.08, 1)).toBeLessThan(buriedLoss(0.1, 0.05, 1));
  });
});

describe('closedLinks', () => {
  it('knows what is shut, opened again, out of service', () => {
    const network = buildNetwork({
      ...{ id: 'gas', name: 'gas', utility: 'gas', isFictional: false },
      nodes: nodes(4, [0]),
      links: [pipe('P', 0, 1), pipe('Q', 1, 2), { ...pipe('S', 2, 3), status: 'abandoned' }],
      valves: [
        { id: 'V', link: 0, node: 0 },
        { id: 'W', link: 1, node: 1, isClosed: true },
      ],
    });
    expect([...closedLinks(network, noChanges)]).toEqual([0, 1, 1]);
    const changes = { ...noChanges, closedValves: ['V'], openedValves: ['W'] };
    expect([...closedLinks(network, changes)]).toEqual([1, 0, 1]);
  });
});

describe('partsOf', () => {
  it('names each part by its lowest row', () => {
    expect([...partsOf(5, [4, 1, 0], [3, 2, 1], (link) => link < 2)]).toEqual([0, 1, 1, 3, 3]);
  });
});

describe('loadPower', () => {
  const grid = buildNetwork({
    ...{ id: 'power', name: 'power', utility: 'power', isFictional: false, valves: [] },
    nodes: nodes(4, [0]),
    links: [
      pipe('A', 0, 1),
      { ...pipe('T', 1, 2), kind: 'transformer', isOneWay: true },
      pipe('B', 0, 3),
      pipe('C', 3, 1),
    ],
  });
  const model = toPowerModel(grid, (table, row) => {
    if (table === 'node' && row === 2) return { load_kW: 100 };
    return table === 'link' && row === 1 ? { rated_kVA: 250 } : {};
  });

  it('carries loads to the source over the nearest way; a ring that is closed has one spare link', () => {
    const load = loadPower(model, noChanges, new Map());
    expect(load.linkW[0]).toBe(100_000);
    expect(load.loadShare[1]).toBeCloseTo(100 / (250 * 0.95), 9);
    expect(load.spare).toBe(1);
    expect(load.lostW).toBe(0);
  });

  it('goes the other way round when a cable is out, and takes measured loads', () => {
    const changes = { ...noChanges, closedLinks: ['A'] };
    const load = loadPower(model, changes, new Map([[2, 60_000]]));
    expect(load.linkW[2]).toBe(60_000);
    expect(load.linkW[0]).toBe(0);
    expect(load.isSupplied[2]).toBe(1);
    const dark = loadPower(model, { ...noChanges, closedLinks: ['A', 'B'] }, new Map());
    expect(dark.lostW).toBe(100_000);
  });
});

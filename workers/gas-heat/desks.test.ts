import { describe, expect, it } from 'vitest';
import { readNetwork } from '#conversion/networks/read-collections.ts';
import type { GasHeatMoment } from '#features/pipes/contract/gas-heat.ts';
import { pipeFlags } from '#features/pipes/contract.ts';
import { noChanges } from '#model/network-changes.ts';
import type { NetworkReading } from '#model/network-reading.ts';
import { NetworkDataError } from '#simulation/gas-heat/network-facts.ts';
import { createGasDesk } from './gas-desk.ts';
import { createHeatDesk } from './heat-desk.ts';
import { createPowerDesk } from './power-desk.ts';

type Properties = Readonly<Record<string, unknown>>;
type Row = readonly [id: string, properties: Properties];

const at = [10, 53.5, 20];
const lines = (rows: readonly Row[], isLine = false) =>
  new TextEncoder().encode(
    rows
      .map(([id, properties]) =>
        JSON.stringify({
          ...{ type: 'Feature', id, properties },
          geometry: isLine
            ? { type: 'LineString', coordinates: [at, [10.001, 53.5, 20]] }
            : { type: 'Point', coordinates: at },
        }),
      )
      .join('\n'),
  );

function read(id: string, parts: { nodes: Row[]; pipes: Row[]; devices?: Row[]; valves?: Row[] }) {
  const network = readNetwork({
    ...{ id, name: id, isFictional: false },
    pipes: lines(parts.pipes, true),
    nodes: lines(parts.nodes),
    devices: lines(parts.devices ?? []),
    valves: lines(parts.valves ?? []),
  });
  return {
    ...network,
    source: { id, name: id, pipes: '', nodes: '', valves: '', devices: '', model: undefined },
  };
}

const pipe = (id: string, fromNode: string, toNode: string, more: Properties = {}): Row => [
  id,
  { network: 'gas', fromNode, toNode, innerDiameter_mm: 100, length_m: 200, ...more },
];

const gas = (more: { regulator?: Properties; station?: Properties } = {}) =>
  read('gas', {
    nodes: [
      ['G', { kind: 'station', pressure_Pa: 1_600_000, ...more.station }],
      ['R', { kind: 'regulator' }],
      ['L', { kind: 'junction' }],
      ['C', { kind: 'junction', customers: 4 }],
    ],
    pipes: [pipe('P1', 'G', 'R'), pipe('P2', 'L', 'C', { load_kW: 200 })],
    devices: [
      [
        'V',
        {
          kind: 'regulator',
          node: 'R',
          fromNode: 'R',
          toNode: 'L',
          setting_Pa: 2300,
          ...more.regulator,
        },
      ],
    ],
    valves: [['S', { kind: 'isolation', link: 'P2', node: 'L', state: 'open' }]],
  });

const moment = (more: Partial<GasHeatMoment> = {}): GasHeatMoment => ({
  ...{ atMs: 1_000_000, loadShare: 1, readings: [], changes: {} },
  ...more,
});
const figure = (
  report: { figures: readonly { name: { en: string }; value: number }[] },
  name: string,
) => report.figures.find((one) => one.name.en === name)?.value;

describe('the desk of gas', () => {
  it('feeds the last pressure through its regulator and says what it assumed', () => {
    const { values, report } = createGasDesk(gas()).solve(moment());
    const [found] = values;
    expect(found?.nodes.pressurePa?.[2]).toBeCloseTo(2300, 0);
    expect(found?.nodes.pressurePa?.[3]).toBeLessThan(2300);
    const kgs = (200e3 * 0.7317) / (10.4 * 3.6e6);
    expect(found?.links.flow?.[0]).toBeCloseTo(kgs, 6);
    expect(report.assumptions.some(({ en }) => en.includes('100 % of the pipes'))).toBe(false);
    expect(report.assumptions.length).toBeGreaterThanOrEqual(3);
    expect(report.failure).toBeUndefined();
  });

  it('cuts customers off behind a closed valve', () => {
    const changes = { gas: { ...noChanges, closedValves: ['S'] } };
    const { values, report } = createGasDesk(gas()).solve(moment({ changes }));
    expect(figure(report, 'Customers without gas')).toBe(4);
    expect(values[0]?.nodeFlags?.[3]).toBe(pipeFlags.noSupply);
    expect((values[0]?.linkFlags?.[1] ?? 0) & pipeFlags.closed).toBe(pipeFlags.closed);
  });

  it('takes the pressure that is measured behind a regulator, unless the news is old', () => {
    const reading: NetworkReading = {
      ...{ network: 'gas', element: 'R', sensor: 's', name: 'Station', property: 'gasPressure' },
      ...{ value: 2100, timeMs: 999_000, isSimulated: false, isStale: false, isAlarm: false },
    };
    const desk = createGasDesk(gas());
    const live = desk.solve(moment({ readings: [reading] }));
    expect(live.values[0]?.nodes.pressurePa?.[2]).toBeCloseTo(2100, 0);
    expect(live.report.residuals[0]?.solved).toBeCloseTo(2100, 0);
    const stale = desk.solve(moment({ readings: [{ ...reading, isStale: true }] }));
    expect(stale.values[0]?.nodes.pressurePa?.[2]).toBeCloseTo(2300, 0);
  });

  it('keeps the last good values when it fails, says where and since when they are old', () => {
    const desk = createGasDesk(gas());
    const good = desk.solve(moment());
    const bad = desk.solve(moment({ atMs: 2_000_000, loadShare: 1e6 }));
    expect(bad.report.failure?.keys.length).toBeGreaterThan(0);
    expect(bad.report.failure?.sinceMs).toBe(2_000_000);
    expect(bad.values[0]?.staleSinceMs).toBe(1_000_000);
    expect(bad.values[0]?.nodes.pressurePa).toEqual(good.values[0]?.nodes.pressurePa);
    expect(desk.solve(moment({ atMs: 3_000_000 })).report.failure).toBeUndefined();
  });

  it('refuses data that lack something, with the id of the element', () => {
    const elementOf = (create: () => unknown) => {
      try {
        create();
      } catch (error) {
        if (error instanceof NetworkDataError) return error.element;
      }
      return undefined;
    };
    expect(elementOf(() => createGasDesk(gas({ regulator: { setting_Pa: null } })))).toBe('V');
    expect(elementOf(() => createGasDesk(gas({ station: { pressure_Pa: null } })))).toBe('G');
  });
});

describe('the desk of heat', () => {
  const side = (letter: string, network: string, supplyC = 95) =>
    read(network === 'heatSupply' ? 'heat-supply' : 'heat-return', {
      nodes: [
        [`${letter}1`, { kind: 'plant' }],
        [`${letter}2`, { kind: 'substation', customers: 3 }],
      ],
      pipes: [pipe(`${letter}P`, `${letter}1`, `${letter}2`, { network, wall_mm: 40 })],
      devices:
        network === 'heatSupply'
          ? [
              [
                'X',
                {
                  kind: 'heatExchanger',
                  fromNode: 'S2',
                  toNode: 'R2',
                  design_kW: 100,
                  return_C: 55,
                },
              ],
              ['H', { kind: 'pump', fromNode: 'R1', toNode: 'S1', supply_C: supplyC, head_m: 40 }],
            ]
          : [],
    });

  it('joins supply and return: flow, temperatures and heat of both', () => {
    const desk = createHeatDesk(side('S', 'heatSupply'), side('R', 'heatReturn'));
    const { values, report } = desk.solve(moment());
    const [supply, back] = values;
    expect(values.map(({ network }) => network)).toEqual(['heat-supply', 'heat-return']);
    expect(supply?.links.flow?.[0]).toBeCloseTo(-(back?.links.flow?.[0] ?? 0), 5);
    expect(supply?.nodes.temperatureC?.[1]).toBeGreaterThan(90);
    expect(back?.nodes.temperatureC?.[1]).toBeCloseTo(55, 1);
    expect(figure(report, 'Heat delivered')).toBeCloseTo(100_000, 0);
  });

  it('tells who gets less than hot water needs, unless the network is cool by design', () => {
    const cold = 'Customers supplied below 65 °C';
    const reportOf = (supplyC: number, loadShare: number) =>
      createHeatDesk(side('S', 'heatSupply', supplyC), side('R', 'heatReturn')).solve(
        moment({ loadShare }),
      ).report;
    expect(figure(reportOf(95, 1), cold)).toBe(0);
    // Little flow cools on the way.
    const slow = reportOf(72, 0.01);
    expect(figure(slow, cold)).toBe(3);
    expect(slow.notable.find(({ unit }) => unit === '°C')?.isBad).toBe(true);
    expect(reportOf(60, 1).figures.map(({ name }) => name.en)).not.toContain(cold);
  });

  it('tells who is without heat when the plant stops', () => {
    const desk = createHeatDesk(side('S', 'heatSupply'), side('R', 'heatReturn'));
    const changes = { 'heat-supply': { ...noChanges, stoppedPumps: ['H'] } };
    const { report } = desk.solve(moment({ changes }));
    expect(figure(report, 'Customers without heat')).toBe(3);
  });
});

describe('the desk of power', () => {
  const grid = () =>
    read('power', {
      nodes: [
        ['U', { kind: 'station' }],
        ['T20', { kind: 'substation' }],
        ['T', { kind: 'substation', load_kW: 200, customers: 9 }],
      ],
      pipes: [
        pipe('K', 'U', 'T20', { network: 'power', voltage_kV: 20, material: 'NA2XS2Y 3x240' }),
      ],
      devices: [
        ['TR', { kind: 'transformer', fromNode: 'T20', toNode: 'T', rated_kVA: 250, units: 1 }],
      ],
    });

  it('sums loads up to the source and compares them with what is rated', () => {
    const { values, report } = createPowerDesk(grid()).solve(moment());
    expect(values[0]?.links.loadShare?.[1]).toBeCloseTo(200 / (250 * 0.95), 5);
    expect(values[0]?.links.loadShare?.[0]).toBeCloseTo(
      200e3 / (Math.sqrt(3) * 20e3 * 417 * 0.95),
      5,
    );
    expect(figure(report, 'Load')).toBe(200_000);
  });

  it('counts who is without power behind an open cable', () => {
    const changes = { power: { ...noChanges, closedLinks: ['K'] } };
    const { report } = createPowerDesk(grid()).solve(moment({ changes }));
    expect(figure(report, 'Customers without power')).toBe(9);
    expect(figure(report, 'Load that is cut off')).toBe(200_000);
  });
});

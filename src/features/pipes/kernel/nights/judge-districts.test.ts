import { describe, expect, it } from 'vitest';
import { buildNetwork } from '#model/build-network.ts';
import type { MeterRecord, NightRequest } from '../../contract/night-flow.ts';
import { judgeDistricts } from './judge-districts.ts';
import { createLocalTime } from './local-time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 10, 20);

/** Two districts, A and B, fed one after the other; a trunk with the source. */
const network = buildNetwork({
  ...{ id: 'water', utility: 'water' },
  nodes: [
    { id: 'lake', kind: 'reservoir', place: [0, 0, 0], isSource: true, customers: 1 },
    { id: 'a', kind: 'junction', place: [0, 0, 0], customers: 1000 },
    { id: 'b', kind: 'junction', place: [0, 0, 0], customers: 500 },
  ],
  links: [
    { id: 'in-a', from: 0, to: 1, lengthM: 1 },
    { id: 'pipe-a', from: 1, to: 1, lengthM: 2000, zone: 'DMA-A' },
    { id: 'a-b', from: 1, to: 2, lengthM: 1 },
    { id: 'pipe-b', from: 2, to: 2, lengthM: 500, zone: 'DMA-B' },
    { id: 'trunk', from: 0, to: 0, lengthM: 9 },
  ],
});

/** Half-hourly, L/s: `night` from 1 to 5 o'clock UTC, 10 more by day. */
function meter(element: string, night: (day: number) => number, days = 7): MeterRecord {
  const timesMs = Float64Array.from({ length: days * 48 }, (_, at) => START + (at * HOUR_MS) / 2);
  const flowM3s = timesMs.map((time) => {
    const hour = (time % DAY_MS) / HOUR_MS;
    const base = night(Math.floor((time - START) / DAY_MS));
    return (hour >= 1 && hour < 5 ? base : base + 10) / 1000;
  });
  return { sensor: `S-${element}`, name: `Meter ${element}`, element, timesMs, flowM3s };
}

const request = (
  meters: readonly MeterRecord[],
  more: Partial<NightRequest> = {},
): NightRequest => ({
  ...{ network: 'water', timeZone: 'UTC', meters, fromHour: 2, untilHour: 4 },
  ...{ useM3sACustomer: 1e-6, nightDayHours: 20 },
  ...more,
});

describe('the nights of districts', () => {
  const both = [meter('in-a', () => 8), meter('a-b', () => 3)];

  it('rank by what is lost: inflow less outflow less what customers may use', () => {
    const { districts } = judgeDistricts({ network }, request(both));
    expect(districts.map(({ name }) => name)).toEqual(['DMA-A', 'DMA-B']);
    const [a, b] = districts;
    expect(a?.minimumM3s).toBeCloseTo(0.005, 9);
    expect(a?.legitimateM3s).toBeCloseTo(0.001, 9);
    expect(a?.excessM3s).toBeCloseTo(0.004, 9);
    expect(a?.lossM3ADay).toBeCloseTo(0.004 * 3600 * 20, 6);
    expect(b?.excessM3s).toBeCloseTo(0.0025, 9);
    expect(a?.meters).toEqual([
      { sensor: 'S-in-a', name: 'Meter in-a', key: 'water/link/in-a', isInflow: true },
      { sensor: 'S-a-b', name: 'Meter a-b', key: 'water/link/a-b', isInflow: false },
    ]);
    expect([...(a?.links ?? [])]).toEqual([1]);
    expect(a?.lengthM).toBe(2000);
    expect(a?.nights).toHaveLength(7);
    expect(a?.nights[0]).toMatchObject({ startMs: START });
    expect(a?.trendM3sADay).toBeCloseTo(0, 12);
  });

  it('say from which night on one stands higher, and how it goes up', () => {
    const risen = meter('a-b', (day) => (day >= 4 ? 5 : 2));
    const { districts } = judgeDistricts({ network }, request([both[0]!, risen]));
    const b = districts.find(({ name }) => name === 'DMA-B');
    expect(b?.stepAtMs).toBe(START + 4 * DAY_MS);
    expect(b?.stepM3s).toBeCloseTo(0.003, 9);
    expect(b?.trendM3sADay).toBeGreaterThan(0);
    expect(b?.minimumM3s).toBeCloseTo(0.005, 9);
  });

  it('count by the local day: the same readings give other nights elsewhere', () => {
    const [first] = judgeDistricts(
      { network },
      request(both, { timeZone: 'Asia/Shanghai' }),
    ).districts;
    // 2 to 4 o'clock in China is 18 to 20 o'clock UTC, when people use 10 L/s more; these cancel out in A.
    const [, b] = judgeDistricts(
      { network },
      request(both, { timeZone: 'Asia/Shanghai' }),
    ).districts;
    expect([first?.name, b?.name]).toEqual(['DMA-B', 'DMA-A']);
    expect(first?.minimumM3s).toBeCloseTo(0.013, 9);
    expect(first?.nights[0]?.startMs).toBe(START + 16 * HOUR_MS);
  });

  it('leave out what can’t be judged, by name: parts that feed themselves, meters that tell nothing', () => {
    const meters = [...both, meter('trunk', () => 50), meter('nowhere', () => 1)];
    const { unclosed, unused } = judgeDistricts({ network }, request(meters));
    expect(unclosed).toEqual([{ name: 'Meter in-a', customers: 1 }]);
    expect(unused).toEqual(['Meter nowhere', 'Meter trunk']);
  });

  it('put districts without a whole night last, and say so', () => {
    const silent = { ...both[1]!, timesMs: new Float64Array(), flowM3s: new Float64Array() };
    const { districts } = judgeDistricts({ network }, request([both[0]!, silent]));
    expect(districts.every(({ nights }) => nights.length === 0)).toBe(true);
    expect(districts[0]?.excessM3s).toBeNaN();
  });
});

describe('local time', () => {
  it('follows the zone through its changes of clocks', () => {
    const local = createLocalTime('Europe/Berlin');
    for (const [utc, hours] of [
      [Date.UTC(2026, 9, 25, 0, 59), 2],
      [Date.UTC(2026, 9, 25, 1, 0), 1],
      [Date.UTC(2026, 6, 1), 2],
    ] as const) {
      expect(local(utc) - utc).toBe(hours * HOUR_MS);
    }
    expect(createLocalTime('Asia/Kathmandu')(0)).toBe(5.5 * HOUR_MS);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airClassOf, airScales } from '#features/fire/kernel/air-scale.ts';
import { offsetBetween } from '#model/near-plane.ts';
import { aFire, aTownOf, MIDDLE, type SaidOfFire } from './a-smoke.ts';
import { answerSmoke } from './answer-smoke.ts';
import type { AirAnswer } from './protocol.ts';

const town = aTownOf();
const answer = (said: SaidOfFire = {}) => answerSmoke(aFire(said), town);
const from = (degrees: number, speedMs = 5) => [
  { fromS: 0, speedMs, fromRad: (degrees * Math.PI) / 180 },
];

/** East and north of the fire, m, of the middle of what a frame shows, each cell by its value. */
function middleOf({ frame }: AirAnswer): readonly [number, number] {
  if (!frame) throw new Error('There is no frame.');
  const { columns, rows, values, corners } = frame;
  const [west, north] = offsetBetween(MIDDLE, corners.northWest);
  const [east, south] = offsetBetween(MIDDLE, corners.southEast);
  let sum = 0;
  let x = 0;
  let y = 0;
  for (const [cell, value] of values.entries()) {
    sum += value;
    x += value * (west + ((east - west) * ((cell % columns) + 0.5)) / columns);
    y += value * (north + ((south - north) * (Math.floor(cell / columns) + 0.5)) / rows);
  }
  return [x / sum, y / sum];
}

/** Of the cell that holds a place east and north of the fire, m. */
function valueAt({ frame }: AirAnswer, [eastM, northM]: readonly [number, number]): number {
  if (!frame) throw new Error('There is no frame.');
  const { columns, rows, values, corners } = frame;
  const [west, north] = offsetBetween(MIDDLE, corners.northWest);
  const [east, south] = offsetBetween(MIDDLE, corners.southEast);
  const column = Math.floor(((eastM - west) / (east - west)) * columns);
  const row = Math.floor(((northM - north) / (south - north)) * rows);
  const isOn = column >= 0 && column < columns && row >= 0 && row < rows;
  return isOn ? (values[row * columns + column] ?? 0) : 0;
}

describe('smoke of what burns', () => {
  it('drifts to where the wind blows, whichever way that is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 359, noNaN: true }), (degrees) => {
        const [x, y] = middleOf(answer({ wind: from(degrees) }));
        const towards = (Math.atan2(x, y) * 180) / Math.PI;
        const off = (((towards - degrees) % 360) + 360) % 360;
        expect(Math.abs(off - 180)).toBeLessThan(3);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same in any wind direction but for the grid it is put on', () => {
    const areas = [270, 0, 45].map(
      (degrees) => answer({ wind: from(degrees) }).report.zones.at(-1)?.zone.areaM2 ?? 0,
    );
    expect(areas[0]).toBeGreaterThan(1000);
    for (const area of areas) expect(area / (areas[0] ?? 1)).toBeCloseTo(1, 1);
  });

  it('has zones that shrink with the tier and grow with the band', () => {
    const { zones } = answer({ isSmouldering: true, heatKW: [20_000, 20_000, 20_000] }).report;
    for (const kind of ['toxic', 'smoke'] as const) {
      const areas = zones
        .filter(({ zone }) => zone.kind === kind)
        .map(({ zone }) => [zone.tier, zone.areaM2] as const);
      expect(areas.map(([tier]) => tier)).toEqual([3, 2, 1]);
      expect(areas[0]?.[1]).toBeLessThanOrEqual(areas[1]?.[1] ?? 0);
      expect(areas[1]?.[1]).toBeLessThan(areas[2]?.[1] ?? 0);
    }
    for (const { bands } of zones) {
      expect(bands?.low.areaM2).toBeLessThanOrEqual(bands?.middle.areaM2 ?? 0);
      expect(bands?.middle.areaM2).toBeLessThanOrEqual(bands?.high.areaM2 ?? 0);
    }
  });

  it('counts the people whose buildings the shown zone holds', () => {
    const { zones } = answer({ isSmouldering: true, heatKW: [20_000, 20_000, 20_000] }).report;
    for (const { zone, bands } of zones) {
      expect(zone.peopleDay).toBe(10 * zone.buildings);
      expect(bands?.middle.peopleDay).toBe(zone.peopleDay);
    }
    expect(zones.at(-1)?.zone.buildings).toBeGreaterThan(5);
  });

  it('keeps as much smoke on the raster whether two fires burn apart or one with their heat, low over the ground', () => {
    const sumOf = ({ frame }: AirAnswer) => {
      if (!frame) throw new Error('There is no frame.');
      const [width] = offsetBetween(frame.corners.northWest, frame.corners.northEast);
      const cellM = width / frame.columns;
      return frame.values.reduce((sum, value) => sum + value, 0) * cellM ** 2;
    };
    const one = sumOf(answer({ isSmouldering: true, heatKW: [400], timeS: 60 }));
    const twice = sumOf(answer({ isSmouldering: true, heatKW: [800], timeS: 60 }));
    expect(twice / one).toBeCloseTo(2, 1);
  });

  it('has come no farther than the wind has carried it since the fire began', () => {
    const farthest = (timeS: number) => {
      const { frame } = answer({ timeS, quantity: 'particles', band: 'high', heatKW: [30_000] });
      const [east] = offsetBetween(MIDDLE, frame?.corners.northEast ?? MIDDLE);
      return east;
    };
    expect(farthest(60)).toBeLessThan(600);
    expect(farthest(1800)).toBeGreaterThan(1000);
  });

  it('carries on with a new wind what was given off in the old one, and says so', () => {
    const turned = answer({
      timeS: 1200,
      wind: [...from(270), { fromS: 1080, speedMs: 5, fromRad: 0 }],
    });
    const before = answer({ timeS: 1200, wind: from(270) });
    // Since the wind turned it has carried the smoke 600 m and more to the south.
    expect(valueAt(before, [300, -600])).toBe(0);
    expect(valueAt(turned, [300, -600])).toBeGreaterThan(0.1 * valueAt(before, [300, 0]));
    expect(valueAt(turned, [300, 0])).toBeLessThan(0.01 * valueAt(before, [300, 0]));
    expect(valueAt(turned, [0, -300])).toBeCloseTo(valueAt(before, [300, 0]), 1);
    expect(turned.report.cautions.map(({ en }) => en).join()).toMatch(/wind has turned/);
    expect(before.report.cautions.map(({ en }) => en).join()).not.toMatch(/wind has turned/);
  });

  it('knows nothing of winds that are still to come', () => {
    const later = answer({ wind: [...from(270), { fromS: 7200, speedMs: 9, fromRad: 0 }] });
    expect(later.frame?.values).toEqual(answer().frame?.values);
    expect(later.report.wind.speedMs).toBe(5);
  });

  it('says near-field downwash, smouldering, rising and calm in words', () => {
    const words = (said: SaidOfFire) =>
      answer(said)
        .report.cautions.map(({ en }) => en)
        .join(' ');
    expect(words({ heatKW: [1000] })).toMatch(/down behind the building/);
    expect(words({ isSmouldering: true })).toMatch(/Smouldering/);
    expect(words({ heatKW: [200_000] })).toMatch(/carries the smoke over what is near/);
    expect(words({ wind: from(270, 0.3) })).toMatch(/below 1 m\/s/);
    for (const said of [{}, { isSmouldering: true }]) expect(words(said)).toMatch(/Screening/);
  });

  it('lofts a hot fire’s smoke: less at the ground nearby than from one that smoulders with the same fuel', () => {
    const most = (said: SaidOfFire) =>
      answer(said).frame?.values.reduce((top, value) => Math.max(top, value), 0) ?? 0;
    expect(most({ heatKW: [100_000] })).toBeLessThan(
      most({ heatKW: [100_000], isSmouldering: true }) / 20,
    );
  });

  it('shows every quantity with the limits of the one table', () => {
    for (const quantity of ['particles', 'co', 'hcn', 'hcl', 'visibility', 'tier'] as const) {
      const { frame } = answer({ quantity, heatKW: [20_000, 20_000] });
      expect(frame).toMatchObject({ quantity, limits: airScales[quantity].limits });
    }
    expect(airClassOf(airScales.visibility, 20)).toBe(4);
    expect(airClassOf(airScales.co, 83)).toBe(3);
  });

  it('has a raster of at most 512 cells a side and a body that grows downwind', () => {
    const { frame } = answer({ heatKW: [50_000] });
    expect(Math.max(frame?.columns ?? 0, frame?.rows ?? 0)).toBeLessThanOrEqual(512);
    expect(frame?.values).toHaveLength((frame?.columns ?? 0) * (frame?.rows ?? 0));
    const widths = frame?.slices.map(({ halfWidthM }) => halfWidthM) ?? [];
    expect(widths.length).toBeGreaterThan(5);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  it('gives the same bytes for the same question', () => {
    expect(answer()).toEqual(answer());
  });

  it('takes a given stability and finds one of its own from sun, wind and cloud', () => {
    const air = { ...aFire().air, stability: 'auto' as const, cloud: 0 };
    const noon = answer({ air, wind: from(270, 2.5) }).report;
    expect(noon).toMatchObject({ stability: 'B', isStabilityGiven: false });
    const night = answer({ air, wind: from(270, 2.5), startMs: aFire().startMs + 12 * 3.6e6 });
    expect(night.report.stability).toBe('F');
    expect(night.report.sunElevationRad).toBeLessThan(0);
    expect(answer({ air: { ...air, stability: 'C' } }).report.stability).toBe('C');
  });

  it('says that no wind is known rather than to take one', () => {
    for (const wind of [[], from(270, Number.NaN), from(Number.NaN)]) {
      const { frame, report, zones } = answer({ wind });
      expect(report.problem?.en).toMatch(/No wind is known/);
      expect(frame).toBeUndefined();
      expect(zones.zones).toEqual([]);
    }
  });

  it('has nothing to draw where nothing burns, or what burns is no building of the city', () => {
    expect(answer({ heatKW: [] })).toMatchObject({ frame: undefined, report: { zones: [] } });
    const { burning } = aFire();
    const elsewhere = { ...burning, index: Uint32Array.of(4_000_000) };
    expect(answer({ burning: elsewhere }).frame).toBeUndefined();
    expect(answer({ heatKW: [0] }).frame).toBeUndefined();
  });
});

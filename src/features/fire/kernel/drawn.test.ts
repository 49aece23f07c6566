import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airQuantities } from '../contract/smoke.ts';
import type { BurningPlaces, FireMoment } from '../contract/spread.ts';
import { wildlandMaps } from '../contract/wildland.ts';
import { airColours } from './air-colours.ts';
import { airScales } from './air-scale.ts';
import { flamesOf, MOST_FLAMES } from './flames.ts';
import { flowColour, hydrantColours } from './hydrant-colours.ts';
import { insideRings } from './inside-rings.ts';
import { streetRuns } from './street-runs.ts';
import { wildlandColours } from './wildland-colours.ts';
import { spellAt, windText } from './wind-words.ts';

const luminance = (colour: string) => {
  const packed = Number.parseInt(colour.slice(1), 16);
  const linear = (shift: number) => (((packed >> shift) & 255) / 255) ** 2.2;
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
};

function burning(heats: readonly number[]) {
  const building = Uint32Array.from(heats, (_, at) => 10 + 3 * at);
  const places: BurningPlaces = {
    scenario: 's',
    building,
    longitudeDeg: Float64Array.from(heats, (_, at) => 10 + at / 1000),
    latitudeDeg: Float64Array.from(heats, () => 54),
    roofM: Float32Array.from(heats, () => 12),
    areaM2: Float32Array.from(heats, () => 100),
  };
  const moment: FireMoment = {
    ...{ scenario: 's', timeS: 0, burning: building, heatKW: Float32Array.from(heats) },
    ...{ ignitedSoFar: 0, burntOut: 0, heatTotalMW: 0, next10: 0, next30: 0, next60: 0 },
    peopleInBurning: 0,
  };
  return { moment, places };
}

describe('colours on the ground', () => {
  it('have one a class above the clear one, and darken with the harm', () => {
    for (const quantity of airQuantities) {
      const colours = airColours(quantity);
      expect(colours).toHaveLength(airScales[quantity].limits.length);
      const lights = colours.map(luminance);
      for (const [at, light] of lights.entries()) {
        expect(light).toBeLessThan(lights[at - 1] ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  it('have as many for a map of wildland as it has classes', () => {
    for (const map of wildlandMaps) {
      for (const count of [1, 3, 7]) {
        const colours = wildlandColours(map, count);
        expect(colours).toHaveLength(count);
        for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
      }
    }
  });

  it('say of a hydrant what it gives, at the limits too, and that it is not known', () => {
    expect([0, 32, 62.9, 63, 95].map(flowColour)).toEqual(
      [0, 1, 1, 2, 3].map((at) => hydrantColours[at]),
    );
    expect(flowColour(Number.NaN)).toBe(hydrantColours[4]);
  });
});

describe('flames', () => {
  it('stand where their buildings stand, the hotter the higher', () => {
    const { moment, places } = burning([1000, 30_000]);
    const [low, high] = flamesOf(moment, places);
    expect(low?.at).toEqual([10, 54]);
    expect(high?.at).toEqual([10.001, 54]);
    expect(low?.heightM).toBeCloseTo(2 + 0.235 * 1000 ** 0.4, 6);
    expect(high?.heat).toBeGreaterThan(low?.heat ?? 1);
  });

  it('are the hottest where there are too many', () => {
    const { moment, places } = burning(Array.from({ length: 400 }, (_, at) => 100 + at));
    const flames = flamesOf(moment, places);
    expect(flames).toHaveLength(MOST_FLAMES);
    expect(Math.min(...flames.map(({ at }) => at[0]))).toBeCloseTo(10.1, 9);
  });

  it('burn on no embers and where no place is known', () => {
    const { moment, places } = burning([10, 5000]);
    expect(flamesOf(moment, places)).toHaveLength(1);
    expect(flamesOf({ ...moment, burning: Uint32Array.of(1, 2) }, places)).toEqual([]);
  });
});

describe('a place inside rings', () => {
  const square = (half: number) =>
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ] as const;

  it('is inside a square, outside its hole, inside an island in it', () => {
    const rings = [square(3), square(2), square(1)];
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (x, y) => {
          const reach = Math.max(Math.abs(x), Math.abs(y));
          fc.pre([1, 2, 3].every((edge) => Math.abs(reach - edge) > 1e-9));
          expect(insideRings(rings, [x, y])).toBe(reach < 1 || (reach > 2 && reach < 3));
        },
      ),
    );
  });

  it('is in nothing of no rings', () => expect(insideRings([], [0, 0])).toBe(false));
});

describe('streets by arrival', () => {
  const streetsOf = (arriveS: readonly number[], offsets: readonly number[]) => ({
    offsets: Uint32Array.from(offsets),
    longitudeDeg: Float64Array.from(arriveS, (_, at) => at),
    latitudeDeg: Float64Array.from(arriveS, () => 54),
    arriveS: Float32Array.from(arriveS),
  });

  it('are one run while the class stays, and meet where it changes', () => {
    const runs = streetRuns(streetsOf([100, 120, 200, 250, 400], [0, 5]), 0, 1);
    expect(runs.map(({ kind }) => kind)).toEqual([0, 1, 2]);
    expect(runs.map(({ places }) => places.map(([x]) => x))).toEqual([
      [0, 1],
      [1, 2, 3],
      [3, 4],
    ]);
  });

  it('are not reached where an end is not', () => {
    const [run] = streetRuns(streetsOf([100, Number.POSITIVE_INFINITY], [0, 2]), 0, 1);
    expect(run?.kind).toBe(6);
  });

  it('leave out what is no line, and other streets', () => {
    const streets = streetsOf([100, 100, 100, 900, 900], [0, 1, 3, 5]);
    expect(streetRuns(streets, 0, 2)).toHaveLength(1);
    expect(streetRuns(streets, 2, 3)[0]?.kind).toBe(5);
  });
});

describe('the wind in words', () => {
  it('says from where to where and how fast', () => {
    expect(windText({ fromS: 0, fromRad: (225 * Math.PI) / 180, speedMs: 5.24 }, 'en')).toBe(
      'SW → NE  5.2 m/s',
    );
    expect(windText({ fromS: 0, fromRad: (359 * Math.PI) / 180, speedMs: 1 }, 'zh')).toBe(
      '北 → 南  1.0 m/s',
    );
    expect(windText({ fromS: 0, fromRad: -Math.PI / 2, speedMs: 0 }, 'en')).toBe('W → E  0.0 m/s');
  });

  it('is of the last spell that has begun, and of the first before that', () => {
    const wind = [
      { fromS: 0, speedMs: 1, fromRad: 0 },
      { fromS: 600, speedMs: 2, fromRad: 1 },
    ];
    const at = (timeS: number) => spellAt({ wind }, timeS)?.speedMs;
    expect([-5, 0, 599, 600, 9000].map(at)).toEqual([1, 1, 1, 2, 2]);
    expect(spellAt(undefined, 0)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, buildingAt, type GraphOptions, linkAll } from './building-graph.ts';
import {
  constructions,
  defaultConstructions,
  flashoverS,
  heatReleaseCurve,
  heatReleaseKW,
  iowaDemandLs,
} from './construction.ts';
import { createEventHeap } from './event-heap.ts';
import { createExposure } from './exposure.ts';
import { alongM, brandLanding, normalOf, randomOf } from './firebrands.ts';
import { outlinesOf, outlinesOfRectangles } from './outlines.ts';
import { createTown } from './town.ts';
import { createWindDrive, driveTowards } from './wind-drive.ts';

const aHouse = (xM: number, yM = 0, heightM = 6) => ({ xM, yM, widthM: 10, depthM: 10, heightM });
const graphOf = (...houses: readonly ReturnType<typeof aHouse>[]) =>
  buildGraph(outlinesOfRectangles(houses));
const linksOf = (houses: readonly ReturnType<typeof aHouse>[], options: GraphOptions = {}) => {
  const { links } = linkAll(buildGraph(outlinesOfRectangles(houses), options));
  const all = Array.from({ length: links.size }, (_, link) => links.linkAt(link));
  return {
    ...{ first: links.first, to: all.map(({ to }) => to), gapM: all.map(({ gapM }) => gapM) },
    viewFactor: all.map(({ factor }) => factor),
  };
};

describe('the heat release of a building', () => {
  it('gives off exactly its fuel, and never more before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...constructions),
        fc.double({ min: 5, max: 20_000, noNaN: true }),
        (kind, floorAreaM2) => {
          const curve = heatReleaseCurve(defaultConstructions[kind], floorAreaM2);
          const steps = 4000;
          let releasedMJ = 0;
          for (let at = 0; at < steps; at++) {
            const kW = heatReleaseKW(curve, ((at + 0.5) * curve.endS) / steps);
            expect(kW).toBeLessThanOrEqual(curve.peakKW * (1 + 1e-12));
            releasedMJ += (kW * curve.endS) / steps / 1000;
          }
          expect(releasedMJ / curve.energyMJ).toBeCloseTo(1, 3);
          expect(curve.plateauEndS).toBeGreaterThanOrEqual(curve.growthS * (1 - 1e-9));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reaches flashover of 1.5 MW in 179 s at 47 W/s²', () => {
    const curve = heatReleaseCurve(defaultConstructions.bareWood, 200);
    expect(flashoverS(curve)).toBeCloseTo(178.6, 1);
    expect(heatReleaseKW(curve, flashoverS(curve))).toBeCloseTo(1500, 6);
  });

  it('needs 63 L/s for 100,000 cubic feet by the Iowa formula', () => {
    expect(iowaDemandLs(100_000 / 35.3147)).toBeCloseTo((1000 * 3.78541) / 60, 9);
  });
});

describe('the graph of buildings', () => {
  it('knows the gap and the same view both ways between equal houses', () => {
    const graph = linksOf([aHouse(0), aHouse(13)]);
    expect(graph.to).toEqual([1, 0]);
    expect(graph.gapM[0]).toBeCloseTo(3, 6);
    expect(graph.viewFactor[0]).toBeCloseTo(graph.viewFactor[1] ?? 0, 6);
    expect(graph.viewFactor[0]).toBeGreaterThan(0.6);
  });

  it('sends everything where walls touch, nothing beyond 40 m', () => {
    expect(linksOf([aHouse(0), aHouse(10)]).viewFactor[0]).toBe(1);
    const all = { leastViewFactor: 0 };
    expect(linksOf([aHouse(0), aHouse(50.1)], all).to.length).toBe(0);
    expect(linksOf([aHouse(0), aHouse(49.9)], all).to.length).toBe(2);
  });

  it('sees nothing behind a house as high, and what stands above a lower one', () => {
    const linksFrom = (heightBetweenM: number) => {
      const graph = linksOf([
        aHouse(0, 0, 12),
        { ...aHouse(15, 0, heightBetweenM), depthM: 60 },
        aHouse(30, 0, 12),
      ]);
      return graph.to.slice(0, graph.first[1]);
    };
    expect(linksFrom(12)).toEqual([1]);
    expect(linksFrom(3)).toEqual([1, 2]);
  });

  it('takes outlines either way round, closed or not', () => {
    const square = [
      ...[[0, 0] as const, [10, 0] as const],
      ...[[10, 10] as const, [0, 10] as const],
    ];
    const turned = [...square].reverse();
    const one = outlinesOf([{ corners: square, heightM: 5 }]);
    const other = outlinesOf([{ corners: [...turned, [0, 10]], heightM: 5 }]);
    expect(other.xM.length).toBe(4);
    for (const outlines of [one, other]) {
      const graph = buildGraph(outlines);
      expect(graph.areaM2[0]).toBe(100);
      expect(buildingAt(graph, 5, 5)).toBe(0);
      expect(buildingAt(graph, 11, 5)).toBe(-1);
    }
  });

  it('says which outline is none, and copes with a town without buildings', () => {
    expect(() =>
      outlinesOf([
        {
          corners: [
            [0, 0],
            [1, 1],
          ],
          heightM: 3,
        },
      ]),
    ).toThrow(
      'Building 0 has 2 corners and 0 m²; three corners or more around an area are expected.',
    );
    expect(() => graphOf(aHouse(0, 0, 0))).toThrow('Building 0 is 0 m high;');
    expect(graphOf().count).toBe(0);
  });
});

describe('the dose of heat', () => {
  it('equals small steps in time for any fluxes that begin and end', () => {
    const houses = Array.from({ length: 7 }, (_, at) =>
      aHouse((at % 3) * 12, Math.floor(at / 3) * 12),
    );
    const graph = buildGraph(outlinesOfRectangles(houses), { leastViewFactor: 0 });
    const town = createTown({ graph, construction: houses.map(() => 'bareWood') });
    const second = fc.integer({ min: 0, max: 400 });
    const flux = fc.record({ on: second, lasts: second, kWm2: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(flux, { minLength: 1, maxLength: 3 }), (fluxes) => {
        const exposure = createExposure(town, 1, () => 3000);
        for (const { on, lasts, kWm2 } of fluxes) exposure.add(4, 0, on, on + lasts, kWm2);
        let dose = 0;
        let reachedS = Infinity;
        for (let timeS = 0; timeS < 800; timeS++) {
          const now = fluxes.filter(({ on, lasts }) => on <= timeS && timeS < on + lasts);
          dose += Math.max(0, now.reduce((sum, { kWm2 }) => sum + kWm2, 0) - 9);
          if (dose >= 3000 && reachedS === Infinity) reachedS = timeS + 1;
        }
        expect(exposure.doseAt(4, 800)).toBeCloseTo(dose, 6);
        const ignitionS = exposure.ignitionS(4);
        if (reachedS === Infinity) expect(ignitionS).toBe(Infinity);
        else expect(Math.ceil(ignitionS - 1e-9)).toBe(reachedS);
      }),
    );
  });
});

describe('the wind on fire', () => {
  it('is 1 all round without wind and Hamada’s factor downwind', () => {
    const still = createWindDrive({ fromS: 0, speedMs: 0, towardsRad: 0 }, 10, 3);
    for (let turn = 0; turn < 6; turn++) {
      expect(driveTowards(still, Math.cos(turn), Math.sin(turn))).toBeCloseTo(1, 9);
    }
    const strong = createWindDrive({ fromS: 0, speedMs: 15, towardsRad: 1 }, 10, 3);
    expect(driveTowards(strong, Math.cos(1), Math.sin(1))).toBeCloseTo(4.075, 6);
  });
});

describe('firebrands', () => {
  it('land with the mean and deviation of the published law', () => {
    const landing = brandLanding(25_000, 10, 13);
    const draws = Array.from({ length: 40_000 }, (_, at) => alongM(landing, normalOf(1, at, 0, 0)));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const square = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    // Four standard errors.
    expect(Math.abs(mean - landing.meanM)).toBeLessThan((4 * landing.deviationM) / 200);
    expect(Math.sqrt(square) / landing.deviationM).toBeCloseTo(1, 1);
  });

  it('fly farther in stronger wind and from hotter fires, and nowhere without wind', () => {
    const far = (heatKW: number, windMs: number) => brandLanding(heatKW, 10, windMs).meanM;
    expect(far(25_000, 15)).toBeGreaterThan(far(25_000, 10));
    expect(far(50_000, 10)).toBeGreaterThan(far(25_000, 10));
    expect(alongM(brandLanding(25_000, 10, 0), 1)).toBe(0);
  });

  it('draw evenly and each from its own numbers', () => {
    const draws = Array.from({ length: 20_000 }, (_, at) => randomOf(3, at, 1, 2));
    expect(draws.reduce((sum, x) => sum + x, 0) / draws.length).toBeCloseTo(0.5, 2);
    expect(new Set(draws).size).toBeGreaterThan(19_990);
    expect(randomOf(3, 1, 2, 3)).not.toBe(randomOf(3, 2, 1, 3));
  });
});

describe('the queue of buildings', () => {
  it('gives the earliest first through any changes', () => {
    const change = fc.tuple(fc.nat(19), fc.oneof(fc.nat(50), fc.constant(Infinity)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const heap = createEventHeap(20);
        const times = new Map<number, number>();
        for (const [building, timeS] of changes) {
          heap.set(building, timeS);
          if (timeS === Infinity) times.delete(building);
          else times.set(building, timeS);
          const [first] = [...times].sort(([a, t], [b, u]) => t - u || a - b);
          expect(heap.first()).toBe(first?.[0] ?? -1);
          expect(heap.size()).toBe(times.size);
        }
      }),
    );
  });
});

describe('who a point lies in', () => {
  it('is who going through all outlines finds, wherever it is', () => {
    const outline = fc.record({
      xM: fc.integer({ min: -60, max: 60 }),
      yM: fc.integer({ min: -60, max: 60 }),
      widthM: fc.integer({ min: 1, max: 50 }),
      depthM: fc.integer({ min: 1, max: 50 }),
      turnRad: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    // Never on an edge of an outline that isn’t turned: whose that is doesn’t matter.
    const place = fc.integer({ min: -100, max: 100 }).map((metres) => metres + 0.37);
    fc.assert(
      fc.property(
        fc.array(outline, { maxLength: 12 }),
        fc.array(fc.tuple(place, place), { maxLength: 30 }),
        (outlines, points) => {
          const graph = buildGraph(
            outlinesOfRectangles(outlines.map((one) => ({ ...one, heightM: 3 }))),
          );
          for (const [xM, yM] of points) {
            const expected = outlines.findIndex((one) => {
              const [dx, dy] = [xM - one.xM, yM - one.yM];
              const along = dx * Math.cos(one.turnRad) + dy * Math.sin(one.turnRad);
              const across = dy * Math.cos(one.turnRad) - dx * Math.sin(one.turnRad);
              return Math.abs(along) < one.widthM / 2 && Math.abs(across) < one.depthM / 2;
            });
            expect(buildingAt(graph, xM, yM)).toBe(expected);
          }
        },
      ),
    );
  });
});

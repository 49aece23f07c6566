import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleaseScenario } from '#features/fire/contract/smoke.ts';
import { substances } from '#features/fire/kernel/substances.ts';
import { distanceM, offsetBetween } from '#model/near-plane.ts';
import { aRelease, aTownOf, MIDDLE } from '../a-smoke.ts';
import type { AirAnswer, ReleaseQuestion } from '../protocol.ts';
import { answerRelease } from './answer-release.ts';

const town = aTownOf();
const answer = (said: Partial<ReleaseScenario> = {}, asked: Partial<ReleaseQuestion> = {}) =>
  answerRelease(aRelease(said, asked), town);
const metresOf = ({ report }: AirAnswer) => report.zones.map(({ farthestM }) => farthestM ?? 0);
const calm = { wind: { speedMs: 0, fromRad: 0 } };

/** East of the place, m, where the frame shows most. */
function peakEastM({ frame }: AirAnswer): number {
  if (!frame) throw new Error('There is no frame.');
  let top = 0;
  for (const [cell, value] of frame.values.entries()) if (value > frame.values[top]!) top = cell;
  const [west] = offsetBetween(MIDDLE, frame.corners.northWest);
  const [east] = offsetBetween(MIDDLE, frame.corners.northEast);
  return west + ((east - west) * ((top % frame.columns) + 0.5)) / frame.columns;
}

describe('a release', () => {
  it('reaches farther in milder tiers, for every kind and substance', () => {
    for (const { key, kinds } of substances) {
      for (const kind of kinds) {
        const found = answer({ kind, substance: key, rateKgS: 2, massKg: 500, diameterM: 8 });
        expect(found.report.problem, `${kind} of ${key}`).toBeUndefined();
        const metres = metresOf(found);
        expect(metres.length).toBeGreaterThanOrEqual(2);
        for (const [at, far] of metres.entries()) {
          const worse = metres[at - 1] ?? 0;
          expect(worse, `${kind} of ${key}`).toBeLessThanOrEqual(far);
          if (!found.report.zones[at]?.isCut && far > 0) expect(worse).toBeLessThan(far);
        }
      }
    }
  }, 60_000);

  it('of a steady gas lies downwind, and is drawn as far as it has come', () => {
    const early = answer({}, { timeS: 30 }).frame?.values ?? new Float32Array();
    const late = answer({}, { timeS: 900 }).frame?.values ?? new Float32Array();
    const wet = (values: Float32Array) => values.filter((value) => value > 1).length;
    expect(wet(early)).toBeGreaterThan(0);
    expect(wet(early)).toBeLessThan(wet(late));
    const ring = answer().zones.zones[0]?.rings[0] ?? [];
    expect(Math.max(...ring.map((place) => offsetBetween(MIDDLE, place)[0]))).toBeGreaterThan(150);
    expect(Math.min(...ring.map((place) => offsetBetween(MIDDLE, place)[0]))).toBeGreaterThan(-40);
  });

  it('at once moves with the clock, thins, and is gone at last; its zones stay', () => {
    const puff = { kind: 'puff', substance: 'chlorine', massKg: 20 } as const;
    const [soon, later] = [60, 240].map((timeS) => answer(puff, { timeS }));
    if (!soon || !later) throw new Error('An answer is missing.');
    expect(peakEastM(soon) / 60).toBeCloseTo(peakEastM(later) / 240, 0);
    expect(peakEastM(later)).toBeGreaterThan(900);
    const most = ({ frame }: AirAnswer) => Math.max(...(frame?.values.slice(0, 1e5) ?? [0]));
    expect(most(later)).toBeLessThan(most(soon));
    const gone = answer(puff, { timeS: 1e5 });
    expect(gone.frame).toBeUndefined();
    expect(gone.zones.zones).toEqual(soon.zones.zones);
    expect(answer(puff, { timeS: -1 }).frame).toBeUndefined();
  });

  it('of a puff is never worse at a time than the zones say of all times', () => {
    const puff = { kind: 'puff', substance: 'chlorine', massKg: 20 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (timeS) => {
        const { frame, report } = answer(puff, { timeS });
        const worst = report.zones.find(({ zone }) => zone.tier === 2);
        const line = frame?.isoLines.find(({ level }) => level === 2);
        for (const place of line?.rings.flat() ?? []) {
          // Where the puff lies across the axis its edge may be ahead of its own trail by a cell or two.
          expect(distanceM(MIDDLE, place)).toBeLessThan((worst?.farthestM ?? 0) + 200);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('of heavy gas agrees with the curves along its axis, and needs a wind', () => {
    const heavy = { kind: 'dense-gas', substance: 'chlorine', rateKgS: 2 } as const;
    const found = answer(heavy);
    const [three, two, one] = metresOf(found);
    expect([three, two, one].every((metres) => (metres ?? 0) > 0)).toBe(true);
    expect(answer(heavy, calm).report.problem?.en).toMatch(/out of range/);
    expect(answer(heavy, calm).zones.zones).toEqual([]);
    const sudden = answer({ ...heavy, rateKgS: 0, massKg: 500 });
    expect(sudden.report.model.en).toMatch(/at once/);
    expect(metresOf(sudden)[2]).toBeGreaterThan(100);
  });

  it('with no wind is said to be calm where the model takes 1 m/s, and out of range where none is known', () => {
    expect(
      answer({}, calm)
        .report.cautions.map(({ en }) => en)
        .join(),
    ).toMatch(/below 1 m\/s/);
    const unknown = answer({}, { wind: { speedMs: Number.NaN, fromRad: 0 } });
    expect(unknown.report.problem?.en).toMatch(/No wind is known/);
    expect(unknown.frame).toBeUndefined();
  });

  it('that blows or burns has circles around it, whatever the wind', () => {
    const blast = answer({ kind: 'blast', substance: 'tnt', massKg: 1000 }, calm);
    // 1 psi at Z = 18.1 m/kg^(1/3).
    expect(metresOf(blast)[2]).toBeCloseTo(181, 0);
    expect(blast.frame).toBeUndefined();
    for (const { rings } of blast.zones.zones) {
      const distances = rings.flat().map((place) => distanceM(MIDDLE, place));
      expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.5);
    }
    // EPA RMP: 10 t of propane, 1 psi at 365 m; Kingery and Bulmash 6 % farther.
    const cloud = answer({ kind: 'vapour-cloud', substance: 'propane', massKg: 10_000 });
    expect((metresOf(cloud)[2] ?? 0) / 365).toBeCloseTo(1.06, 1);
    const pool = answer({ kind: 'pool-fire', substance: 'petrol', diameterM: 10, massKg: 5000 });
    expect(metresOf(pool)[0]).toBeGreaterThan(5);
    expect(pool.report.sources[0]?.heatMW).toBeCloseTo(0.055 * 78.54 * 43.7, 0);
  });

  it('counts who is inside, fewer in worse tiers', () => {
    const { zones } = answer({ kind: 'blast', substance: 'tnt', massKg: 2000 }).report;
    const people = zones.map(({ zone }) => zone.peopleNight);
    expect(people).toEqual([...people].sort((a, b) => a - b));
    // A building each 400 m² with ten people: the area of the circle says how many.
    const { areaM2, buildings } = zones[2]!.zone;
    expect(buildings / (areaM2 / 400)).toBeCloseTo(1, 1);
  });

  it('says in words what is missing or does not fit', () => {
    const problem = (said: Partial<ReleaseScenario>) => answer(said).report.problem?.en;
    expect(problem({ substance: 'unobtainium' })).toMatch(/No substance is called/);
    expect(problem({ kind: 'blast' })).toMatch(/Ammonia has no figures/);
    expect(problem({ rateKgS: 0 })).toMatch(/amount is missing/);
    expect(problem({ kind: 'blast', substance: 'tnt', massKg: 0 })).toMatch(/amount is missing/);
    expect(problem({ kind: 'pool-fire', substance: 'petrol', diameterM: 0 })).toMatch(/diameter/);
    expect(problem({ durationS: 0 })).toMatch(/amount is missing/);
    expect(problem({ heightM: -1 })).toMatch(/-1/);
  });

  it('of a light gas that was liquid says that the cloud may be worse close by', () => {
    const words = (substance: string) =>
      answer({ substance })
        .report.cautions.map(({ en }) => en)
        .join();
    expect(words('ammonia')).toMatch(/cold mist/);
    expect(words('ammonia')).toMatch(/from memory/);
  });
});

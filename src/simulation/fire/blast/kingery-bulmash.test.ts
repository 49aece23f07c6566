import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blastAt, distanceOfPressure } from './kingery-bulmash.ts';

const file = fileURLToPath(
  new URL('../../../../../shared/data/fire/kingery/swisdak1994_metric.csv', import.meta.url),
);

/** The table prints three or four digits of the formulas that it is made of. */
const TOLERANCE = 0.002;

describe('the blast of a charge on the ground', () => {
  it.skipIf(!existsSync(file))('agrees with all 63 rows of Swisdak’s table within 0.2 %', () => {
    const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
    expect(lines.length).toBe(63);
    let worst = 0;
    let compared = 0;
    for (const line of lines) {
      const [z = 0, ...expected] = line.split(',').map((cell) => (cell ? Number(cell) : undefined));
      const { incidentKpa, reflectedKpa, ...blast } = blastAt(1, z);
      const milli = (value = Number.NaN) => value * 1000;
      const ours = [milli(blast.arrivalS), incidentKpa, reflectedKpa, milli(blast.durationS)];
      ours.push(milli(blast.incidentImpulseKpaS), milli(blast.reflectedImpulseKpaS));
      ours.push((blast.shockMs ?? Number.NaN) / 1000);
      for (const [column, value] of ours.entries()) {
        const printed = expected[column];
        if (printed === undefined) continue;
        compared++;
        // A last digit of 1 in 37 is more than 0.2 %.
        const digits = String(printed).split('.')[1]?.length ?? 0;
        const error = Math.max(0, Math.abs((value ?? Infinity) - printed) - 0.5 * 10 ** -digits);
        worst = Math.max(worst, error / printed);
      }
    }
    expect(compared).toBeGreaterThan(350);
    expect(worst).toBeLessThan(TOLERANCE);
  });

  it('reaches 1 psi at a scaled distance of 18.1', () => {
    const { distanceM } = distanceOfPressure(1000, 6.894757);
    expect(distanceM / 10).toBeCloseTo(18.1, 1);
  });

  it('grows with the cube root of the charge and falls with distance', () => {
    const charge = fc.double({ min: 0.1, max: 1e6, noNaN: true });
    const distance = fc.double({ min: 0.25, max: 150, noNaN: true });
    fc.assert(
      fc.property(charge, distance, (tntKg, z) => {
        const near = blastAt(tntKg, z * Math.cbrt(tntKg));
        expect(near.incidentKpa).toBeCloseTo(blastAt(1, z).incidentKpa ?? -1, 6);
        const farther = blastAt(tntKg, z * 1.05 * Math.cbrt(tntKg));
        expect(farther.incidentKpa).toBeLessThan(near.incidentKpa ?? 0);
        if (near.reflectedKpa !== undefined) {
          expect(near.reflectedKpa).toBeGreaterThan(2 * (near.incidentKpa ?? Infinity));
        }
      }),
    );
  });

  it('finds the distance whose pressure was asked for', () => {
    const pressure = fc.double({ min: 0.4, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(pressure, (pressureKpa) => {
        const { distanceM } = distanceOfPressure(50, pressureKpa);
        // The pieces of the curve miss each other by 0.1 % at most where they meet.
        const found = blastAt(50, distanceM).incidentKpa ?? 0;
        expect(Math.abs(found / pressureKpa - 1)).toBeLessThan(0.002);
      }),
    );
  });

  it('says where the curves end instead of going on', () => {
    expect(blastAt(1, 0.1).incidentKpa).toBeUndefined();
    expect(blastAt(1, 50)).toMatchObject({ reflectedKpa: undefined, arrivalS: undefined });
    expect(distanceOfPressure(8, 0.01)).toEqual({ distanceM: 397, isAtEndOfCurve: 'farther' });
    expect(distanceOfPressure(8, 1e6)).toEqual({ distanceM: 0.4, isAtEndOfCurve: 'nearer' });
  });

  it('says which input is wrong', () => {
    expect(() => blastAt(-1, 5)).toThrow('The charge is -1; more than 0 kg of TNT is expected.');
    expect(() => blastAt(1, Number.NaN)).toThrow('The distance is NaN; more than 0 m is expected.');
    expect(() => distanceOfPressure(1, 0)).toThrow(
      'The pressure is 0; more than 0 kPa is expected.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { LAMP_NUMBERS, lampLight, placeLamps } from './street-lamps.ts';

/** 340 m to the north, rising by 10 m. */
const street = {
  line: [
    [10.6, 54.3, 40],
    [10.6, 54.3 + 340 / 111_320, 50],
  ],
  kind: 'residential',
  widthM: 10,
};

describe('street lamps', () => {
  it('stand about 34 m apart along a residential street, on one side and the other in turn', () => {
    const lamps = placeLamps([street]);
    expect(lamps.length / LAMP_NUMBERS).toBe(10);
    const east = (lamp: number) => (lamps[lamp * LAMP_NUMBERS] ?? 0) - 10.6;
    for (let lamp = 1; lamp < 10; lamp++)
      expect(Math.sign(east(lamp))).toBe(-Math.sign(east(lamp - 1)));
    const offM = Math.abs(east(0)) * 111_320 * Math.cos((54.3 * Math.PI) / 180);
    expect(offM).toBeCloseTo(10 / 2 - 1.4, 2);
  });

  it('carry their heads a mast above the street', () => {
    const lamps = placeLamps([street]);
    expect(lamps[2]).toBeCloseTo(40 + 0.5 + 6, 1);
    expect(lamps[9 * LAMP_NUMBERS + 2]).toBeCloseTo(50 - 0.5 + 6, 1);
  });

  it('stand on both sides of great roads', () => {
    expect(placeLamps([{ ...street, kind: 'arterial' }]).length / LAMP_NUMBERS).toBe(20);
  });

  it('are not put up where nobody knows how high the street is, nor along a point', () => {
    expect(
      placeLamps([
        {
          ...street,
          line: [
            [10.6, 54.3],
            [10.61, 54.3],
          ],
        },
      ]),
    ).toHaveLength(0);
    expect(placeLamps([{ ...street, line: [[10.6, 54.3, 2]] }])).toHaveLength(0);
    expect(
      placeLamps([
        {
          ...street,
          line: [
            [10.6, 54.3, 2],
            [10.6, 54.3, 2],
          ],
        },
      ]),
    ).toHaveLength(0);
  });

  it('are the same each time', () => {
    expect(placeLamps([street])).toEqual(placeLamps([street]));
  });

  it('light the ground below them most, and nothing far away', () => {
    const lamps = Float64Array.of(10.605, 54.3025, 50, 8);
    const bounds = [10.6, 54.3, 10.61, 54.305] as const;
    const light = lampLight(lamps, bounds, 64, 56);
    const brightest = light.indexOf(Math.max(...light));
    expect(Math.abs((brightest % 64) - 32)).toBeLessThanOrEqual(1);
    expect(Math.abs(Math.floor(brightest / 64) - 28)).toBeLessThanOrEqual(1);
    expect(light[0]).toBe(0);
    expect(light[brightest]).toBeGreaterThan(100);
  });
});

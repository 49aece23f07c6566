import { describe, expect, it } from 'vitest';
import { type RampId, ramps, sampleRamp, toHex } from './colour-ramp.ts';

const linear = (byte: number) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const channels = (colour: number) => [16, 8, 0].map((shift) => linear((colour >> shift) & 255));

/** CIE L*, 0 … 100. */
function lightness(colour: number): number {
  const [red, green, blue] = channels(colour) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

// Machado, Oliveira & Fernandes 2009, full protanopia and deuteranopia, on linear sRGB.
const blindness = {
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
};

function seen(colour: number, matrix: readonly number[]): number[] {
  const [red, green, blue] = channels(colour) as [number, number, number];
  const mix = [0, 3, 6].map(
    (row) => matrix[row]! * red + matrix[row + 1]! * green + matrix[row + 2]! * blue,
  );
  return toOklab(mix.map((value) => Math.min(1, Math.max(0, value))) as [number, number, number]);
}

function toOklab([red, green, blue]: [number, number, number]): number[] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const ids = (kind: string) =>
  (Object.keys(ramps) as RampId[]).filter((id) => ramps[id].kind === kind);

describe('colour ramps', () => {
  it.each(ids('sequential'))('%s grows lighter in nearly even steps', (id) => {
    const levels = sampleRamp(id, 8).map(lightness);
    const steps = levels.slice(1).map((level, index) => level - levels[index]!);
    expect(Math.min(...steps)).toBeGreaterThan(4);
    expect(Math.max(...steps)).toBeLessThan(19);
  });

  it.each(ids('diverging'))('%s is lightest in the middle and darkens to both ends', (id) => {
    const levels = sampleRamp(id, 9).map(lightness);
    const falls = [0, 1, 2, 3].every(
      (from) => levels[from]! < levels[from + 1]! && levels[8 - from]! < levels[7 - from]!,
    );
    expect(falls).toBe(true);
  });

  it.each(Object.keys(ramps) as RampId[])(
    '%s keeps its classes apart for colour-blind eyes',
    (id) => {
      const count = ramps[id].kind === 'categorical' ? ramps[id].stops.length : 7;
      for (const matrix of Object.values(blindness)) {
        const colours = sampleRamp(id, count).map((colour) => seen(colour, matrix));
        const distances = colours.flatMap((one, at) =>
          colours
            .slice(at + 1)
            .map((other) => Math.hypot(...one.map((v, axis) => v - other[axis]!))),
        );
        expect(Math.min(...distances)).toBeGreaterThan(0.035);
      }
    },
  );

  it('start and end at the ends of their table, and turn round when reversed', () => {
    expect(sampleRamp('viridis', 5).map(toHex)).toEqual([
      '#440154',
      '#3b528b',
      '#21908d',
      '#5ec862',
      '#fde725',
    ]);
    expect(sampleRamp('viridis', 5, true)).toEqual(sampleRamp('viridis', 5).reverse());
  });

  it('repeat where a categorical ramp is asked for more than it has', () => {
    const colours = sampleRamp('okabe-ito', 8);
    expect(colours[7]).toBe(colours[0]);
  });
});

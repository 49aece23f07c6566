// How fast fire runs where two fuels lie mixed at random: the expected rate over all arrangements of a block of 2 × 2
// cells, of which fire takes the quickest way (Finney 2003, Int. J. Wildland Fire 12). m/s, fractions.

import { fireEllipse, rateFromIgnition } from './ellipse.ts';

/** Half a cell aside while one cell ahead: to where the neighbour's column begins. */
const ASIDE = Math.atan2(0.5, 1);
const SLANT_CELLS = Math.hypot(0.5, 1);

/**
 * `lengthToWidth` is of the ellipse by which fire goes aside (Behave takes the second fuel's). Throws `RangeError` on a
 * negative rate, a share outside 0 to 1, a ratio below 1.
 */
export function twoFuelRateMs(
  ...[firstMs, secondMs, firstShare, lengthToWidth]: [number, number, number, number]
): number {
  if (!(firstMs >= 0 && secondMs >= 0))
    throw new RangeError(`The rates are ${firstMs} and ${secondMs} m/s; 0 or more is expected.`);
  if (!(firstShare >= 0 && firstShare <= 1))
    throw new RangeError(`The first fuel’s share is ${firstShare}; 0 to 1 is expected.`);
  const slant = SLANT_CELLS / rateFromIgnition(fireEllipse(1, lengthToWidth), ASIDE);
  const timeOf = [1 / firstMs, 1 / secondMs];
  const shareOf = [firstShare, 1 - firstShare];
  let expected = 0;
  for (let arrangement = 0; arrangement < 16; arrangement++) {
    const cells = [0, 1, 2, 3].map((cell) => (arrangement >> cell) & 1);
    const [left = 0, right = 0, leftAhead = 0, rightAhead = 0] = cells.map((of) => timeOf[of] ?? 0);
    const quickest = Math.min(
      ...[left + leftAhead, right + rightAhead],
      ...[slant * left + rightAhead, slant * right + leftAhead],
    );
    const chance = cells.reduce((product, of) => product * (shareOf[of] ?? 0), 1);
    expected += (chance * 2) / quickest;
  }
  return expected;
}

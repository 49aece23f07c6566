// A fire whose wind turns while it runs: each spell goes on from all that burnt before it, and from how far the fire had
// come into the cells at its edge. s from ignition.

import type { TravelTime } from './travel-time.ts';

export interface Spell {
  readonly fromS: number;
  readonly travel: TravelTime;
}

/**
 * Writes the arrival in each cell, `Infinity` where none comes before `untilS`. Throws `RangeError` where there is no
 * spell or they aren't in order of time, the first from 0 on.
 */
export function runThroughSpells(
  spells: readonly Spell[],
  ignitions: Iterable<number>,
  untilS: number,
  width: number,
  arrivalS: Float64Array,
): void {
  const [first] = spells;
  if (first?.fromS !== 0) throw new RangeError('Winds are expected from 0 s on.');
  first.travel.run(ignitions, untilS, arrivalS);
  let before = first;
  for (const spell of spells.slice(1)) {
    if (!(spell.fromS > before.fromS))
      throw new RangeError(`A wind from ${spell.fromS} s follows one from ${before.fromS} s.`);
    if (spell.fromS >= untilS) break;
    turn(spell, untilS, width, arrivalS);
    before = spell;
  }
}

/** `arrivalS` holds the fire as the old wind would have it; what burnt before the turn stays. */
function turn({ fromS, travel }: Spell, untilS: number, width: number, arrivalS: Float64Array) {
  const burnt: number[] = [];
  for (let cell = 0; cell < arrivalS.length; cell++) if (arrivalS[cell]! <= fromS) burnt.push(cell);
  const fromWhole = new Float64Array(arrivalS.length);
  travel.run(burnt, untilS - fromS, fromWhole);
  const edge: number[] = [];
  const starts: number[] = [];
  for (let cell = 0; cell < arrivalS.length; cell++) {
    const would = arrivalS[cell]!;
    if (would <= fromS || would === Infinity || fromWhole[cell] === Infinity) continue;
    const beganS = earliestBeside(arrivalS, cell, width);
    if (!(beganS <= fromS)) continue;
    const crossed = (fromS - beganS) / (would - beganS);
    edge.push(cell);
    starts.push((1 - crossed) * fromWhole[cell]!);
  }
  const next = new Float64Array(arrivalS.length);
  travel.run(
    [...burnt, ...edge],
    untilS - fromS,
    next,
    Float64Array.from([...burnt.map(() => 0), ...starts]),
  );
  for (let cell = 0; cell < arrivalS.length; cell++)
    if (!(arrivalS[cell]! <= fromS)) arrivalS[cell] = fromS + next[cell]!;
}

function earliestBeside(arrivalS: Float64Array, cell: number, width: number): number {
  const column = cell % width;
  let earliest = Infinity;
  for (let north = -1; north <= 1; north++)
    for (let east = -1; east <= 1; east++) {
      const x = column + east;
      const at = cell + north * width + east;
      if (x >= 0 && x < width && at >= 0 && at < arrivalS.length)
        earliest = Math.min(earliest, arrivalS[at]!);
    }
  return earliest;
}

// The wind that holds at a time of a fire. m/s, rad it blows from, s.

import type { WindSpell } from '../contract.ts';

const calm: WindSpell = { fromS: 0, speedMs: 0, fromRad: 0 };

/** Spells in order of time; the first holds from the beginning. */
export const windAtTime = (spells: readonly WindSpell[], timeS: number): WindSpell =>
  spells.findLast(({ fromS }) => fromS <= timeS) ?? spells[0] ?? calm;

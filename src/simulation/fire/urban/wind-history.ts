// Winds of a run one after the other, and how far fire has grown in a building under them. m/s, s, radians.

import { createWindDrive, driveTowards, type WindDrive, type WindSpell } from './wind-drive.ts';

export interface WindHistory {
  readonly drives: readonly WindDrive[];
  /** Of the one that blows. */
  readonly at: number;
  readonly now: WindDrive;
  /** Those that have blown and the one that blows. */
  past(): readonly WindSpell[];
  begin(spells: readonly WindSpell[], at: number, sideM: number, gapM: number): void;
  /** Takes the wind of a time; times only go on. */
  turn(timeS: number): void;
  /** Seconds of growth without wind that the winds before this one have already brought since `bornS`. */
  grownBefore(bornS: number, towardsX: number, towardsY: number): number;
}

const calm: WindSpell = { fromS: 0, speedMs: 0, towardsRad: 0 };

export function createWindHistory(): WindHistory {
  let drives: WindDrive[] = [createWindDrive(calm, 10, 3)];
  let at = 0;
  return {
    get drives() {
      return drives;
    },
    get at() {
      return at;
    },
    get now() {
      return drives[at]!;
    },
    past: () =>
      drives.slice(0, at + 1).map(({ fromS, speedMs, towardsRad }) => ({
        ...{ fromS, speedMs, towardsRad },
      })),
    begin(spells, first, sideM, gapM) {
      drives = spells.map((spell) => createWindDrive(spell, sideM, gapM));
      at = first;
    },
    turn(timeS) {
      while (at + 1 < drives.length && drives[at + 1]!.fromS <= timeS) at++;
    },
    grownBefore(bornS, towardsX, towardsY) {
      let grown = 0;
      for (let before = 0; before < at; before++) {
        const drive = drives[before]!;
        const fromS = Math.max(bornS, before === 0 ? -Infinity : drive.fromS);
        const untilS = drives[before + 1]!.fromS;
        if (untilS > fromS) grown += (untilS - fromS) * driveTowards(drive, towardsX, towardsY);
      }
      return grown;
    },
  };
}

/**
 * What had blown before a time, and what a scenario brings from then on: the same spells where it is the same scenario,
 * so that a run that goes on is the same to the last bit.
 */
export function windFrom(
  past: readonly WindSpell[],
  given: readonly WindSpell[],
  nowS: number,
): { readonly spells: readonly WindSpell[]; readonly at: number } {
  const blown = past.filter(({ fromS }) => fromS < nowS);
  const last = blown.at(-1);
  if (!last) return { spells: given, at: 0 };
  const at = blown.length - 1;
  const ahead = given.filter(({ fromS }) => fromS >= nowS);
  const current = given.findLast(({ fromS }) => fromS <= nowS) ?? given[0];
  const isSame =
    !current || (current.speedMs === last.speedMs && current.towardsRad === last.towardsRad);
  if (isSame || ahead[0]?.fromS === nowS) return { spells: [...blown, ...ahead], at };
  return { spells: [...blown, { ...current, fromS: nowS }, ...ahead], at };
}

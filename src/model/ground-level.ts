// Which level of a building model meets the ground: its ground floor's, so that cellars and piles stay below.
// Metres in the model's frame. Names of storeys in the languages in which they are mostly written.

export interface GroundLevel {
  readonly levelM: number;
  /** `storey`: of the ground storey; `zero`: of the building's ±0.00, no storey being at the ground; `foot`: of the
   * lowest point, the file saying nothing. */
  readonly by: 'storey' | 'zero' | 'foot';
  /** Name of the ground storey. */
  readonly storey?: string;
}

export interface StandingShape {
  /** From below. */
  readonly storeys: readonly { readonly name: string; readonly elevationM: number }[];
  /** Least and greatest corner. */
  readonly boundsM: readonly [readonly number[], readonly number[]];
  /** Of the building's ±0.00. */
  readonly zeroM?: number | undefined;
}

/** A floor no deeper below ±0.00 may be the ground's: steps, slopes, the top of a slab. */
const SHALLOW_M = 1.5;
/** What of a floor lies below its level. */
const SLAB_M = 1;

const GROUND =
  /\b(ground|erdgescho|eg\b|begane|rez-de|rdc\b|planta baja|piano terra|bottenv|parter)|首层|底层|地面层|(^|[^一-龥])一层|(^|\D)1层/i;
const BELOW =
  /basement|cellar|below|underground|foundation|footing|fdn|\bpiles?\b|fundament|fundering|gr[uü]ndung|keller|kelder|untergescho|tiefg|(^|[\s\d.])ug\b|sous-sol|fondation|s[oó]tano|ciment|interrato|källar|地下|负|基础|桩/i;

/** The storey that says so by its name or is nearest to ±0.00, else ±0.00 where the model reaches below it. */
export function findGroundLevel({ storeys, boundsM, zeroM = 0 }: StandingShape): GroundLevel {
  const [least = 0, greatest = 0] = boundsM.map((corner) => corner[2]);
  const near = storeys
    .filter(({ name, elevationM }) => {
      const isWithin = elevationM >= least - SLAB_M && elevationM <= greatest;
      return isWithin && !BELOW.test(name);
    })
    .sort((a, b) => Math.abs(a.elevationM - zeroM) - Math.abs(b.elevationM - zeroM));
  const ground =
    near.find(({ name }) => GROUND.test(name)) ??
    near.find(({ elevationM }) => elevationM >= zeroM - SHALLOW_M);
  if (ground) return { levelM: ground.elevationM, by: 'storey', storey: ground.name };
  return least < zeroM && greatest > zeroM
    ? { levelM: zeroM, by: 'zero' }
    : { levelM: least, by: 'foot' };
}

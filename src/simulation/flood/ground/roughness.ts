// Manning's n (s/m^⅓) of what covers the ground. Sources: [C] Chow 1959, table 5-6; [A] Arcement & Schneider 1989, USGS
// Water-Supply Paper 2339; [R] Australian Rainfall & Runoff, Project 15 (2012), table 10-1; [E] EA SC120002, tests 8A/B.

export interface Cover {
  readonly manning: number;
  readonly source: string;
}

/** By the kind of the basemap's schema, or a kind of our own. */
export const covers = {
  unknown: { manning: 0.035, source: '[C] pasture, short grass' },
  road: { manning: 0.016, source: '[C] asphalt, rough; [E] 0.02' },
  paved: { manning: 0.02, source: '[R] paved parks, car parks 0.02–0.03' },
  rail: { manning: 0.04, source: '[R] railway ballast 0.03–0.05' },
  residential: { manning: 0.06, source: '[R] gardens and yards between resolved houses' },
  commercial: { manning: 0.035, source: '[R] commercial yards, houses resolved' },
  industrial: { manning: 0.03, source: '[R] industrial yards, houses resolved' },
  grass: { manning: 0.035, source: '[C] short grass 0.030–0.035' },
  farmland: { manning: 0.04, source: '[C] mature field crops' },
  meadow: { manning: 0.04, source: '[C] high grass 0.035–0.05' },
  scrub: { manning: 0.06, source: '[C] light brush and trees' },
  forest: { manning: 0.1, source: '[C] heavy stand of timber' },
  wetland: { manning: 0.07, source: '[A] vegetated flood plain, medium' },
  sand: { manning: 0.025, source: '[A] sand, gravel' },
  rock: { manning: 0.04, source: '[C] rock cuts, irregular' },
  river: { manning: 0.03, source: '[C] clean, straight, full stage' },
  sea: { manning: 0.022, source: '[A] sand bed' },
  lake: { manning: 0.025, source: '[A] sand bed' },
  building: { manning: 0.3, source: '[R] inside of buildings 0.1–0.5' },
} as const satisfies Record<string, Cover>;

export type CoverKind = keyof typeof covers;

export const coverKinds = Object.keys(covers) as readonly CoverKind[];

export const coverCode = (kind: CoverKind): number => coverKinds.indexOf(kind);

const kindByWord: Readonly<Record<string, CoverKind>> = {
  ...to('forest', 'forest wood national_park nature_reserve'),
  ...to('farmland', 'farmland orchard vineyard plant_nursery allotments farmyard'),
  ...to('meadow', 'meadow grassland heath greenfield'),
  ...to('scrub', 'scrub brownfield construction'),
  ...to('wetland', 'wetland'),
  ...to('sand', 'beach sand desert'),
  ...to('rock', 'bare_rock scree glacier quarry landfill'),
  ...to('residential', 'residential hospital university school kindergarten college'),
  ...to('commercial', 'commercial retail'),
  ...to('industrial', 'industrial port military marina'),
  ...to('grass', 'park grass golf_course garden village_green recreation_ground cemetery zoo'),
  ...to('grass', 'protected_area dog_park playground pitch flowerbed stadium theme_park airfield'),
  ...to('paved', 'pedestrian parking platform square apron pier bridge aerodrome track'),
  ...to('rail', 'railway'),
};

function to(kind: CoverKind, words: string): Record<string, CoverKind> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]));
}

/** What an area of the basemap's `landuse` and `landcover` is covered with. */
export const coverOf = (kind: string): CoverKind =>
  Object.hasOwn(kindByWord, kind) ? (kindByWord[kind] ?? 'unknown') : 'unknown';

/** n of each cell from its code, times `factor`. Throws where n would be 0 or less. */
export function toManning(codes: Uint8Array, factor: number): Float32Array {
  if (!(factor > 0 && Number.isFinite(factor))) {
    throw new RangeError(`The roughness factor is ${factor}; expected more than 0.`);
  }
  const table = Float32Array.from(coverKinds, (kind) => covers[kind].manning * factor);
  const manning = new Float32Array(codes.length);
  for (let cell = 0; cell < codes.length; cell++) manning[cell] = table[codes[cell]!]!;
  return manning;
}

// The plan of Marenholm: its great roads, its districts and the manner in which each of them grew.

import type { Point } from './plane.ts';
import { site } from './site.ts';
import type { StreetClass } from './streets.ts';

interface GreatRoad {
  readonly id: string;
  readonly name: string;
  readonly class: StreetClass;
  readonly from: Point;
  readonly to: Point;
}

const road = (
  id: string,
  name: string,
  streetClass: StreetClass,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): GreatRoad => ({
  id,
  name,
  class: streetClass,
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
});

export const railY = 494;

export const greatRoads: readonly GreatRoad[] = [
  road('wall', 'Wallstraße', 'arterial', 460, 0, 460, 1600),
  road('west-quay', 'Westkai', 'quay', 950, 0, 950, 1600),
  road('east-quay', 'Ostkai', 'quay', 1050, 0, 1050, 1640),
  road('linden', 'Lindenallee', 'arterial', 1560, 0, 1560, 1250),
  road('east', 'Holsteiner Straße', 'arterial', 2000, 0, 2000, 1250),
  road('station', 'Bahnhofstraße', 'arterial', 0, 520, site.width, 520),
  road('ring', 'Brückenstraße', 'arterial', 0, 930, site.width, 930),
  road('hanse', 'Hansestraße', 'arterial', 0, 1250, site.width, 1250),
  road('promenade', 'Strandpromenade', 'collector', 0, 1600, 950, 1600),
];

/** How a district's blocks are cut and built. */
export interface Manner {
  /** Blocks larger than about this are halved, m². */
  readonly blockM2: number;
  /** Blocks narrower than this stay as they are, m. */
  readonly leastWidthM: number;
  /** How far from the middle a block is halved, as a share of its length. */
  readonly uneven: number;
  /** How far from square a new street may run, rad. */
  readonly crooked: number;
  /** Class of the first cut, the second and so on; the last one repeats. */
  readonly classes: readonly StreetClass[];
  readonly pattern: 'perimeter' | 'detached' | 'slabs' | 'towers' | 'sheds';
  readonly storeys: readonly [number, number];
  /** Frontage of a house, m. */
  readonly lotM: readonly [number, number];
  readonly built: readonly [number, number];
}

export const manners = {
  old: {
    blockM2: 3400,
    leastWidthM: 44,
    uneven: 0.13,
    crooked: 0.2,
    classes: ['residential', 'lane'],
    pattern: 'perimeter',
    storeys: [2, 4],
    lotM: [7, 13],
    built: [1480, 1890],
  },
  founders: {
    blockM2: 8200,
    leastWidthM: 66,
    uneven: 0.03,
    crooked: 0.02,
    classes: ['collector', 'residential'],
    pattern: 'perimeter',
    storeys: [4, 6],
    lotM: [15, 24],
    built: [1875, 1938],
  },
  centre: {
    blockM2: 9000,
    leastWidthM: 74,
    uneven: 0.03,
    crooked: 0,
    classes: ['collector', 'residential'],
    pattern: 'towers',
    storeys: [6, 22],
    lotM: [30, 45],
    built: [1968, 2024],
  },
  garden: {
    blockM2: 7600,
    leastWidthM: 60,
    uneven: 0.08,
    crooked: 0.08,
    classes: ['collector', 'residential'],
    pattern: 'detached',
    storeys: [1, 2],
    lotM: [15, 19],
    built: [1922, 1979],
  },
  villa: {
    blockM2: 11500,
    leastWidthM: 72,
    uneven: 0.12,
    crooked: 0.14,
    classes: ['collector', 'residential'],
    pattern: 'detached',
    storeys: [1, 3],
    lotM: [20, 28],
    built: [1895, 2016],
  },
  estate: {
    blockM2: 19000,
    leastWidthM: 92,
    uneven: 0.06,
    crooked: 0.05,
    classes: ['collector', 'residential'],
    pattern: 'slabs',
    storeys: [4, 9],
    lotM: [40, 64],
    built: [1958, 1985],
  },
  wharf: {
    blockM2: 8000,
    leastWidthM: 58,
    uneven: 0.06,
    crooked: 0.05,
    classes: ['collector', 'residential'],
    pattern: 'perimeter',
    storeys: [4, 6],
    lotM: [22, 34],
    built: [1888, 1926],
  },
  industry: {
    blockM2: 24000,
    leastWidthM: 96,
    uneven: 0.08,
    crooked: 0.03,
    classes: ['collector'],
    pattern: 'sheds',
    storeys: [1, 3],
    lotM: [40, 80],
    built: [1955, 2020],
  },
} as const satisfies Record<string, Manner>;

interface District {
  readonly name: string;
  readonly manner: keyof typeof manners;
  /** Counter-clockwise; `road` names the great road along the edge to the next corner. */
  readonly corners: readonly (Point & { readonly road: string | undefined })[];
}

/** A rectangle of the plan with the roads along its south, east, north and west side. */
function district(
  name: string,
  manner: keyof typeof manners,
  [west, south, east, north]: readonly [number, number, number, number],
  [southRoad, eastRoad, northRoad, westRoad]: readonly (string | undefined)[],
): District {
  return {
    name,
    manner,
    corners: [
      { x: west, y: south, road: southRoad },
      { x: east, y: south, road: eastRoad },
      { x: east, y: north, road: northRoad },
      { x: west, y: north, road: westRoad },
    ],
  };
}

const railSide = railY - 16;

export const districts: readonly District[] = [
  district('Altstadt', 'old', [460, 930, 950, 1250], ['ring', 'west-quay', 'hanse', 'wall']),
  district(
    'Fischerviertel',
    'old',
    [460, 1250, 950, 1600],
    ['hanse', 'west-quay', 'promenade', 'wall'],
  ),
  district(
    'Strandviertel',
    'villa',
    [0, 1250, 460, 1600],
    ['hanse', 'wall', 'promenade', undefined],
  ),
  district('Westend', 'garden', [0, 930, 460, 1250], ['ring', 'wall', 'hanse', undefined]),
  district('Südwall', 'founders', [460, 520, 950, 930], ['station', 'west-quay', 'ring', 'wall']),
  district('Galgenberg', 'garden', [0, 520, 460, 930], ['station', 'wall', 'ring', undefined]),
  district('Hochfeld', 'villa', [0, 0, 460, railSide], [undefined, 'wall', undefined, undefined]),
  district(
    'Auwiesen',
    'garden',
    [460, 0, 950, railSide],
    [undefined, 'west-quay', undefined, 'wall'],
  ),
  district('Neustadt', 'centre', [1050, 930, 1560, 1250], ['ring', 'linden', 'hanse', 'east-quay']),
  district(
    'Lindenviertel',
    'founders',
    [1050, 520, 1560, 930],
    ['station', 'linden', 'ring', 'east-quay'],
  ),
  district(
    'Johannisviertel',
    'founders',
    [1560, 520, 2000, 930],
    ['station', 'east', 'ring', 'linden'],
  ),
  district(
    'Hansaviertel',
    'founders',
    [1560, 930, 2000, 1250],
    ['ring', 'east', 'hanse', 'linden'],
  ),
  district(
    'Ostring',
    'estate',
    [2000, 520, site.width, 1250],
    ['station', undefined, 'hanse', 'east'],
  ),
  district(
    'Mühlenfeld',
    'garden',
    [1050, 0, 1560, railSide],
    [undefined, 'linden', undefined, 'east-quay'],
  ),
  district(
    'Buchholz',
    'villa',
    [1560, 0, site.width, railSide],
    [undefined, undefined, undefined, 'linden'],
  ),
  district(
    'Speicherstadt',
    'wharf',
    [1050, 1250, 1370, 1630],
    ['hanse', undefined, undefined, 'east-quay'],
  ),
  district(
    'Werft',
    'industry',
    [1370, 1250, 1730, 1430],
    ['hanse', undefined, undefined, undefined],
  ),
  district(
    'Osthafen',
    'industry',
    [1730, 1250, site.width, 1630],
    ['hanse', undefined, undefined, undefined],
  ),
];

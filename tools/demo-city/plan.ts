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
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): GreatRoad => ({ id, name, class: streetClass, from: { x: x1, y: y1 }, to: { x: x2, y: y2 } });

/** The railway runs straight through the plan, south of the station road. */
export const railY = 1634;

/** West to east; the river lies between the fourth and the fifth column. */
const columns: readonly (readonly [west: number, east: number])[] = [
  [0, 560],
  [560, 1130],
  [1130, 1640],
  [1640, 2120],
  [2240, 2750],
  [2750, 3190],
  [3190, 3700],
  [3700, 4300],
  [4300, site.width],
];
/** North to south; the railway lies between the fifth and the sixth row. */
const rows: readonly (readonly [south: number, north: number])[] = [
  [3190, 3540],
  [2840, 3190],
  [2520, 2840],
  [2100, 2520],
  [1660, 2100],
  [1180, railY - 16],
  [600, 1180],
  [0, 600],
];

/** Roads along the columns and rows, from edge to edge; bridges carry those that cross the river. */
export const greatRoads: readonly GreatRoad[] = [
  road('x560', 'Galgenbergallee', 'collector', [560, 0, 560, 3540]),
  road('x1130', 'Kieler Straße', 'arterial', [1130, 0, 1130, 3540]),
  road('x1640', 'Wallstraße', 'arterial', [1640, 0, 1640, 3540]),
  road('x2120', 'Westkai', 'quay', [2120, 0, 2120, 3540]),
  road('x2240', 'Ostkai', 'quay', [2240, 0, 2240, 3560]),
  road('x2750', 'Lindenallee', 'arterial', [2750, 0, 2750, 3540]),
  road('x3190', 'Werftstraße', 'collector', [3190, 0, 3190, 3540]),
  road('x3700', 'Holsteiner Straße', 'arterial', [3700, 0, 3700, 3540]),
  road('x4300', 'Ostring', 'collector', [4300, 0, 4300, 3540]),
  road('y600', 'Mühlenbrückenstraße', 'collector', [0, 600, site.width, 600]),
  road('y1180', 'Südring', 'arterial', [0, 1180, site.width, 1180]),
  road('y1660', 'Bahnhofstraße', 'arterial', [0, 1660, site.width, 1660]),
  road('y2100', 'Johannisstraße', 'collector', [0, 2100, site.width, 2100]),
  road('y2520', 'Brückenstraße', 'arterial', [0, 2520, site.width, 2520]),
  road('y2840', 'Marktstraße', 'collector', [0, 2840, site.width, 2840]),
  road('y3190', 'Hansestraße', 'arterial', [0, 3190, site.width, 3190]),
  road('y3540', 'Strandpromenade', 'collector', [0, 3540, 2120, 3540]),
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
  readonly pattern: 'perimeter' | 'detached' | 'slabs' | 'towers' | 'sheds' | 'green';
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
  allotments: {
    blockM2: 5200,
    leastWidthM: 46,
    uneven: 0.05,
    crooked: 0.04,
    classes: ['residential', 'lane'],
    pattern: 'detached',
    storeys: [1, 1],
    lotM: [11, 14],
    built: [1950, 2010],
  },
  woods: {
    blockM2: 90000,
    leastWidthM: 200,
    uneven: 0.15,
    crooked: 0.3,
    classes: ['lane'],
    pattern: 'green',
    storeys: [1, 1],
    lotM: [20, 20],
    built: [1900, 1950],
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

/** What each cell of the plan became, north on top: one letter a cell, the river in the middle. */
const cells = [
  'vvoo wdiii',
  'gvoo cwiii',
  'gfoo ccfei',
  'gfff ccfee',
  'vfff fffeg',
  'vggf ffggg',
  'pvgg ggegv',
  'ppvg gagvp',
];

const letters: Readonly<Record<string, keyof typeof manners>> = {
  o: 'old',
  f: 'founders',
  c: 'centre',
  g: 'garden',
  v: 'villa',
  e: 'estate',
  w: 'wharf',
  i: 'industry',
  d: 'industry',
  a: 'allotments',
  p: 'woods',
};

const names = [
  'Strandviertel',
  'Kurpark',
  'Fischerviertel',
  'Hafenviertel',
  'Speicherstadt',
  'Werft',
  'Osthafen',
  'Kohlehafen',
  'Ölhafen',
  'Westend',
  'Rosenhöhe',
  'St. Marien',
  'Altstadt',
  'Neustadt',
  'Kontorviertel',
  'Stahlwerk',
  'Containerhof',
  'Nordmole',
  'Birkenhain',
  'Kreuzviertel',
  'Klosterviertel',
  'Domviertel',
  'Messe',
  'Bürohafen',
  'Hansaviertel',
  'Ostsiedlung',
  'Gewerbehof',
  'Galgenberg',
  'Nordwall',
  'Südwall',
  'Flussviertel',
  'City Süd',
  'Universität',
  'Johannisviertel',
  'Kastaniensiedlung',
  'Lerchenfeld',
  'Hochfeld',
  'Gutenberg',
  'Bahnhofsviertel',
  'Uferviertel',
  'Lindenviertel',
  'Sternschanze',
  'Friedenau',
  'Trabantenstadt',
  'Ziegelei',
  'Wacholder',
  'Auwiesen',
  'Schrebergarten',
  'Unterstadt',
  'Gasviertel',
  'Lokviertel',
  'Kleefeld',
  'Hasenheide',
  'Sandkrug',
  'Elsterwald',
  'Eichenhang',
  'Finkenschlag',
  'Deichsiedlung',
  'Mühlenfeld',
  'Kornblume',
  'Neue Heimat',
  'Heidekamp',
  'Buchholz',
  'Königsforst',
  'Sauerholz',
  'Waldfrieden',
  'Flussaue',
  'Wiesengrund',
  'Gartenfreunde',
  'Süderfeld',
  'Tannenhöhe',
  'Stadtforst',
];

const roadAt = (axis: 'x' | 'y', value: number): string | undefined =>
  greatRoads.find(({ id }) => id === `${axis}${value}`)?.id;

function toDistrict(letter: string, column: number, row: number): District {
  const [west, east] = columns[column]!;
  const [south, north] = rows[row]!;
  // The dock takes the northern half of its cell, and east of the river the harbour reaches the quay.
  const top =
    letter === 'd' ? site.dock.south - 12 : row === 0 && column >= 4 ? site.shore - 20 : north;
  const isWaterfront = row === 0 && column >= 4;
  return {
    name: names[row * columns.length + column]!,
    manner: letters[letter]!,
    corners: [
      { x: west, y: south, road: roadAt('y', south) },
      { x: east, y: south, road: roadAt('x', east) },
      { x: east, y: top, road: isWaterfront ? undefined : roadAt('y', north) },
      { x: west, y: top, road: roadAt('x', west) },
    ],
  };
}

export const districts: readonly District[] = cells.flatMap((line, row) =>
  [...line.replace(' ', '')].map((letter, column) => toDistrict(letter, column, row)),
);

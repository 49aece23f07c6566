// What the words of OpenStreetMap, of older Protomaps archives and of plain city data mean in the
// basemap schema: word → kind, and the zoom level from which it is written.

export type KindTable = Readonly<Record<string, readonly [kind: string, minZoom: number]>>;

const withSame = (minZoom: number, words: string): KindTable =>
  Object.fromEntries(words.split(' ').map((word) => [word, [word, minZoom] as const]));

/** `highway` values; the word itself becomes `kind_detail`. */
export const roadKinds: KindTable = {
  motorway: ['highway', 5],
  motorway_link: ['highway', 11],
  trunk: ['major_road', 7],
  trunk_link: ['major_road', 12],
  primary: ['major_road', 8],
  primary_link: ['major_road', 12],
  secondary: ['major_road', 10],
  secondary_link: ['major_road', 13],
  tertiary: ['major_road', 11],
  tertiary_link: ['major_road', 13],
  residential: ['minor_road', 12],
  unclassified: ['minor_road', 12],
  living_street: ['minor_road', 13],
  road: ['minor_road', 12],
  street: ['minor_road', 12],
  busway: ['minor_road', 13],
  service: ['minor_road', 14],
  raceway: ['other', 13],
  pedestrian: ['path', 13],
  track: ['path', 13],
  cycleway: ['path', 14],
  bridleway: ['path', 14],
  footway: ['path', 14],
  sidewalk: ['path', 15],
  crossing: ['path', 15],
  path: ['path', 14],
  steps: ['path', 14],
  corridor: ['path', 15],
  pier: ['path', 12],
};

/** `railway`, `aeroway`, `aerialway` and `route` values drawn as lines. */
export const transitKinds: KindTable = {
  rail: ['rail', 9],
  railway: ['rail', 9],
  narrow_gauge: ['rail', 10],
  light_rail: ['light_rail', 11],
  subway: ['subway', 12],
  metro: ['subway', 12],
  tram: ['tram', 12],
  monorail: ['monorail', 12],
  funicular: ['funicular', 12],
  runway: ['runway', 10],
  taxiway: ['taxiway', 12],
  ferry: ['ferry', 9],
  gondola: ['aerialway', 12],
  cable_car: ['aerialway', 12],
  chair_lift: ['aerialway', 12],
};

export const waterKinds: KindTable = {
  ...withSame(4, 'ocean sea'),
  ...withSame(8, 'lake reservoir bay strait lagoon'),
  ...withSame(10, 'canal dock basin harbour pond oxbow'),
  ...withSame(14, 'swimming_pool fountain ditch drain wastewater fish_pass'),
  river: ['river', 8],
  riverbank: ['river', 8],
  stream: ['stream', 12],
  tidal_channel: ['stream', 12],
  water: ['water', 8],
  weir: ['dam', 14],
  dam: ['dam', 12],
};

/** `landuse`, `natural`, `leisure`, `amenity` and other values drawn as areas. */
export const landKinds: KindTable = {
  ...withSame(8, 'forest wood farmland national_park nature_reserve glacier desert'),
  ...withSame(9, 'residential industrial commercial military aerodrome port'),
  ...withSame(10, 'park meadow orchard vineyard scrub heath wetland beach cemetery airfield'),
  ...withSame(11, 'grass grassland golf_course hospital university quarry landfill zoo allotments'),
  ...withSame(12, 'sand bare_rock scree retail railway school college stadium recreation_ground'),
  ...withSame(12, 'garden village_green protected_area plant_nursery farmyard theme_park marina'),
  ...withSame(13, 'pitch playground dog_park kindergarten pedestrian pier track construction'),
  ...withSame(14, 'parking platform bridge square brownfield greenfield flowerbed apron'),
  library: ['library', 13],
  sports_centre: ['recreation_ground', 12],
  grave_yard: ['cemetery', 11],
  shingle: ['beach', 11],
  mud: ['wetland', 12],
  marsh: ['wetland', 10],
  tree_row: ['wood', 14],
  green: ['park', 11],
  plaza: ['square', 14],
  farm: ['farmland', 9],
  urban_area: ['residential', 9],
  civic: ['commercial', 12],
  naval_base: ['military', 11],
  cropland: ['farmland', 8],
  crop: ['farmland', 8],
  tree_cover: ['forest', 8],
  shrubland: ['scrub', 10],
  built_up: ['residential', 9],
  barren: ['bare_rock', 9],
};

/** `place` values: kind, first zoom level. The word itself becomes `kind_detail`. */
export const placeKinds: KindTable = {
  country: ['country', 1],
  state: ['region', 4],
  region: ['region', 4],
  province: ['region', 5],
  city: ['locality', 5],
  town: ['locality', 8],
  village: ['locality', 10],
  hamlet: ['locality', 12],
  locality: ['locality', 13],
  isolated_dwelling: ['locality', 14],
  farm: ['locality', 14],
  borough: ['macrohood', 10],
  district: ['macrohood', 10],
  suburb: ['macrohood', 11],
  quarter: ['neighbourhood', 12],
  neighbourhood: ['neighbourhood', 12],
  square: ['square', 15],
  island: ['island', 11],
};

/** Points that a city map names. */
export const poiKinds: KindTable = {
  ...withSame(11, 'aerodrome'),
  ...withSame(12, 'station ferry_terminal peak'),
  ...withSame(13, 'hospital university stadium zoo castle'),
  ...withSame(
    14,
    'halt tram_stop subway_entrance museum townhall park library fire_station police',
  ),
  ...withSame(14, 'attraction theatre place_of_worship school college marketplace viewpoint'),
  ...withSame(15, 'monument memorial artwork fountain pharmacy hotel parking cinema courthouse'),
};

export const boundaryLevels: Readonly<Record<number, readonly [kind: string, minZoom: number]>> = {
  2: ['country', 0],
  3: ['region', 4],
  4: ['region', 4],
  5: ['county', 7],
  6: ['county', 7],
  7: ['locality', 9],
  8: ['locality', 9],
  9: ['macrohood', 11],
  10: ['neighbourhood', 12],
};

export const boundaryWords: Readonly<Record<string, number>> = {
  country: 2,
  state: 4,
  region: 4,
  province: 4,
  county: 6,
  municipality: 8,
  city: 8,
  locality: 8,
  district: 9,
  boundary: 8,
  administrative: 8,
};

// The style as data: what is painted, in which order, in which colours and how wide.

import { type Colour, palette } from './palette.ts';

/** Level, value, level, value …; between two levels it grows by the same factor from level to level. */
export type Stops = readonly number[];

export interface AreaStyle {
  readonly layer: 'earth' | 'landcover' | 'landuse' | 'water' | 'buildings';
  /** Every kind where absent. */
  readonly kinds?: readonly string[];
  readonly fill: Colour;
  readonly edge?: Colour;
  readonly fromZoom?: number;
}

const land = (fill: Colour, kinds: string, fromZoom = 0): AreaStyle => ({
  layer: 'landuse',
  kinds: kinds.split(' '),
  fill,
  fromZoom,
});

/** Areas from the ground up. */
export const areaStyles: readonly AreaStyle[] = [
  { layer: 'landcover', kinds: ['urban_area'], fill: palette.residential },
  { layer: 'landcover', kinds: ['farmland', 'grassland'], fill: palette.farmland },
  { layer: 'landcover', kinds: ['forest', 'scrub'], fill: palette.forest },
  { layer: 'landcover', kinds: ['barren'], fill: palette.rock },
  { layer: 'landcover', kinds: ['glacier'], fill: palette.glacier },
  land(palette.residential, 'residential'),
  land(palette.military, 'military naval_base'),
  land(palette.farmland, 'farmland farmyard'),
  land(palette.commercial, 'commercial retail'),
  land(palette.industrial, 'industrial railway port aerodrome airfield construction brownfield'),
  land(palette.industrial, 'landfill quarry other_industrial'),
  land(palette.rock, 'bare_rock scree barren'),
  land(palette.glacier, 'glacier'),
  land(palette.sand, 'desert sand beach'),
  land(palette.grass, 'grass grassland meadow village_green greenfield recreation_ground'),
  land(palette.grass, 'golf_course heath scrub allotments plant_nursery'),
  land(palette.orchard, 'orchard vineyard'),
  land(palette.forest, 'forest wood'),
  land(palette.wetland, 'wetland'),
  land(palette.campus, 'university college school kindergarten library theme_park zoo'),
  land(palette.hospital, 'hospital'),
  land(palette.cemetery, 'cemetery'),
  land(palette.park, 'park garden dog_park flowerbed playground'),
  land(palette.pitch, 'pitch stadium track', 13),
  land(palette.square, 'pedestrian square', 13),
  land(palette.parking, 'parking platform apron', 14),
  { layer: 'water', fill: palette.water, edge: palette.waterEdge },
  land(palette.pier, 'pier bridge', 12),
  { layer: 'buildings', fill: palette.building, edge: palette.buildingEdge, fromZoom: 14 },
];

export interface LineStyle {
  readonly layer: 'roads' | 'transit' | 'water' | 'boundaries';
  /** Values of `kind_detail`, or of `kind` where a feature has no detail. */
  readonly kinds: readonly string[];
  readonly colour: Colour;
  readonly casing?: Colour;
  /** Least width on screen, px on a tile of 512. */
  readonly px: Stops;
  /** What it is in reality where the data doesn't say; absent: a symbol without a true width. */
  readonly widthM?: number;
  /** Lengths of stroke and gap in line widths. */
  readonly dash?: readonly number[];
  /** Narrow stripes across, as rails are drawn: colour between the ties. */
  readonly ties?: Colour;
  readonly fromZoom: number;
}

const line = (
  layer: LineStyle['layer'],
  kinds: string,
  fromZoom: number,
  colour: Colour,
  px: Stops,
  more: Partial<LineStyle> = {},
): LineStyle => ({ layer, kinds: kinds.split(' '), fromZoom, colour, px, ...more });

/** Water too narrow for an area. */
export const streamStyles: readonly LineStyle[] = [
  line('water', 'river', 8, palette.water, [8, 0.8, 12, 1.6, 16, 5], { widthM: 8 }),
  line('water', 'canal', 10, palette.water, [10, 0.7, 14, 1.8], { widthM: 6 }),
  line('water', 'stream', 12, palette.water, [12, 0.6, 16, 1.8], { widthM: 2 }),
  line('water', 'ditch drain', 14, palette.water, [14, 0.5, 17, 1.5], { widthM: 1.2 }),
  line('water', 'dam weir', 13, palette.rail, [13, 0.8, 17, 2]),
];

/** From the least to the most important, so that the greater crosses over the smaller. */
export const roadStyles: readonly LineStyle[] = [
  line('roads', 'track', 13, palette.track, [13, 0.5, 16, 1.2], { widthM: 2.5, dash: [4, 2] }),
  line(
    'roads',
    'footway path bridleway sidewalk corridor other',
    14,
    palette.footway,
    [14, 0.4, 16, 1, 18, 1.8],
    { dash: [2.4, 1.8] },
  ),
  line('roads', 'steps', 14, palette.steps, [14, 0.7, 17, 2.6], { dash: [0.5, 0.5] }),
  line('roads', 'cycleway', 14, palette.cycleway, [14, 0.5, 16, 1.1, 18, 2], { dash: [4, 1.6] }),
  line('roads', 'pier', 12, palette.pier, [12, 1, 16, 3], { widthM: 4 }),
  line('roads', 'pedestrian', 13, palette.pedestrian, [13, 0.7, 16, 3], {
    widthM: 5,
    casing: palette.pedestrianEdge,
  }),
  line('roads', 'service', 14, palette.service, [14, 0.6, 16, 1.8], {
    widthM: 3.5,
    casing: palette.serviceEdge,
  }),
  line(
    'roads',
    'residential unclassified living_street road street busway raceway minor_road',
    12,
    palette.street,
    [12, 0.5, 14, 1.5, 16, 4],
    { widthM: 7, casing: palette.streetEdge },
  ),
  line('roads', 'tertiary', 11, palette.street, [11, 0.6, 13, 1.5, 15, 3.6], {
    widthM: 9,
    casing: palette.streetEdge,
  }),
  line('roads', 'secondary', 10, palette.secondary, [10, 0.7, 12, 1.6, 14, 3, 16, 6], {
    widthM: 10,
    casing: palette.secondaryEdge,
  }),
  line('roads', 'primary major_road', 8, palette.primary, [8, 0.7, 11, 1.6, 14, 3.8, 16, 7], {
    widthM: 12,
    casing: palette.primaryEdge,
  }),
  line('roads', 'trunk', 7, palette.trunk, [7, 0.8, 11, 2, 14, 4.2, 16, 8], {
    widthM: 12,
    casing: palette.trunkEdge,
  }),
  line('roads', 'motorway highway', 5, palette.motorway, [5, 0.8, 10, 1.8, 14, 4.6, 16, 9], {
    widthM: 13,
    casing: palette.motorwayEdge,
  }),
];

/** The line along the middle of roads that have one, where it is wide enough to be seen. */
export const markingStyle: LineStyle = line(
  'roads',
  'tertiary secondary primary major_road trunk',
  17,
  palette.marking,
  [17, 0.5, 18, 0.8, 20, 2],
  { dash: [9, 13] },
);

/** Stripes for people on foot, half a metre wide, across the road. */
export const crossingStyle: LineStyle = line('roads', 'crossing', 17, palette.marking, [17, 2], {
  widthM: 3,
  dash: [1 / 6, 1 / 6],
});

/** Pavements beside roads that have them, from where they are wide enough to be seen. */
export const PAVEMENT_ZOOM = 16;

export const transitStyles: readonly LineStyle[] = [
  line('transit', 'runway', 10, palette.runway, [10, 1.4, 13, 6], { widthM: 45 }),
  line('transit', 'taxiway', 12, palette.runway, [12, 0.8, 15, 3], { widthM: 18 }),
  line('transit', 'subway', 13, palette.subway, [13, 0.8, 17, 2], { dash: [3, 2] }),
  line(
    'transit',
    'tram light_rail monorail funicular',
    13,
    palette.tram,
    [13, 0.5, 15, 0.8, 17, 1.5],
  ),
  line(
    'transit',
    'rail narrow_gauge',
    9,
    palette.rail,
    [9, 0.4, 13, 0.7, 15, 1.2, 16, 2, 18, 3.6],
    { ties: palette.railGap },
  ),
  line('transit', 'aerialway', 12, palette.rail, [12, 0.6, 17, 1.4], { dash: [6, 2] }),
  line('transit', 'ferry', 9, palette.ferry, [9, 0.7, 16, 1.4], { dash: [5, 3] }),
];

export const boundaryStyles: readonly LineStyle[] = [
  line('boundaries', 'locality macrohood', 10, palette.boundary, [10, 0.6, 16, 1.2], {
    dash: [6, 3, 1.5, 3],
  }),
  line('boundaries', 'county', 7, palette.boundary, [7, 0.7, 16, 1.4], { dash: [8, 3, 1.5, 3] }),
  line('boundaries', 'region country', 3, palette.boundary, [3, 0.8, 16, 2], {
    dash: [10, 3, 2, 3],
  }),
];

/** The value of `stops` at a level between, before or after them. */
export function at(stops: Stops, zoom: number): number {
  let index = 0;
  while (index + 2 < stops.length && stops[index + 2]! <= zoom) index += 2;
  const [fromZoom = 0, from = 0, toZoom = fromZoom, to = from] = stops.slice(index, index + 4);
  if (toZoom <= fromZoom || zoom <= fromZoom) return from;
  return from * (to / from) ** ((zoom - fromZoom) / (toZoom - fromZoom));
}

// The names that stand upright on the globe: settlements, districts, waters, parks, stations, landmarks.

import type { Properties, TileFeature } from '#conversion/basemap/schema.ts';
import { fromTile } from '#conversion/basemap/tile-grid.ts';
import type { MapTile } from './map-tile.ts';
import type { Place, PlaceKind } from './protocol.ts';

interface Rule {
  readonly kind: PlaceKind;
  readonly priority: number;
  readonly fromZoom: number;
}

const settlements: Readonly<Record<string, Rule>> = {
  country: { kind: 'country', priority: 100, fromZoom: 2 },
  region: { kind: 'region', priority: 80, fromZoom: 5 },
  state: { kind: 'region', priority: 80, fromZoom: 5 },
  province: { kind: 'region', priority: 78, fromZoom: 6 },
  city: { kind: 'city', priority: 90, fromZoom: 5 },
  town: { kind: 'town', priority: 70, fromZoom: 9 },
  village: { kind: 'village', priority: 55, fromZoom: 11.5 },
  hamlet: { kind: 'village', priority: 30, fromZoom: 13.5 },
  borough: { kind: 'district', priority: 62, fromZoom: 11 },
  district: { kind: 'district', priority: 62, fromZoom: 11 },
  suburb: { kind: 'district', priority: 60, fromZoom: 11.5 },
  quarter: { kind: 'neighbourhood', priority: 48, fromZoom: 12.5 },
  neighbourhood: { kind: 'neighbourhood', priority: 45, fromZoom: 13 },
  island: { kind: 'neighbourhood', priority: 44, fromZoom: 12 },
};

const landmarks: Readonly<Record<string, Rule>> = {
  aerodrome: { kind: 'station', priority: 52, fromZoom: 11 },
  station: { kind: 'station', priority: 50, fromZoom: 13 },
  ferry_terminal: { kind: 'station', priority: 40, fromZoom: 14 },
  hospital: { kind: 'landmark', priority: 38, fromZoom: 14.5 },
  university: { kind: 'landmark', priority: 34, fromZoom: 14.5 },
  stadium: { kind: 'landmark', priority: 36, fromZoom: 14 },
  castle: { kind: 'landmark', priority: 33, fromZoom: 14.5 },
  museum: { kind: 'landmark', priority: 28, fromZoom: 15.5 },
  townhall: { kind: 'landmark', priority: 32, fromZoom: 15 },
  fire_station: { kind: 'landmark', priority: 27, fromZoom: 15.5 },
};

/** What the tile names, each place once; parks and waters where their area in this tile is large enough. */
export function findPlaces(tile: MapTile): Place[] {
  const places = new Map<string, Place>();
  const add = (feature: TileFeature, rule: Rule | undefined, at: readonly [number, number]) => {
    const { properties } = feature;
    if (!rule || typeof properties.name !== 'string') return;
    if (at.some((value) => value < 0 || value >= 4096)) return;
    const place = toPlace(tile, properties, rule, at);
    const known = places.get(place.id);
    if (!known || known.fromZoom > place.fromZoom) places.set(place.id, place);
  };
  for (const feature of tile.features('places')) {
    const { kind, kind_detail: detail } = feature.properties;
    const rule = settlements[String(detail)] ?? settlements[String(kind)];
    add(feature, rule && withPopulation(rule, feature.properties), firstPoint(feature));
  }
  for (const feature of tile.features('pois')) {
    add(feature, landmarks[String(feature.properties.kind)], firstPoint(feature));
  }
  for (const [layer, kind] of [
    ['water', 'water'],
    ['landuse', 'park'],
  ] as const) {
    for (const feature of tile.features(layer)) {
      if (kind === 'park' && !isGreen(feature.properties)) continue;
      const found = areaRule(feature, kind, tile.z);
      if (found) add(feature, found.rule, found.at);
    }
  }
  return Array.from(places.values());
}

const isGreen = ({ kind }: Properties) =>
  ['park', 'garden', 'forest', 'wood', 'cemetery', 'golf_course', 'nature_reserve', 'zoo'].includes(
    String(kind),
  );

function withPopulation(rule: Rule, { population, capital }: Properties): Rule {
  const people = typeof population === 'number' && population > 0 ? population : 1;
  const size = Math.min(9, Math.log10(people));
  return {
    ...rule,
    priority: rule.priority + size + (capital === true ? 3 : 0),
    fromZoom: rule.kind === 'city' ? rule.fromZoom + Math.max(0, 6 - size) : rule.fromZoom,
  };
}

const firstPoint = ({ parts: [part] }: TileFeature): [number, number] => [
  part?.[0] ?? -1,
  part?.[1] ?? -1,
];

/** An area is named from the level on at which its name would fit in it. */
function areaRule(feature: TileFeature, kind: 'water' | 'park', z: number) {
  if (feature.shape === 'point') return undefined;
  if (feature.shape === 'line') {
    const longest = feature.parts.reduce((a, b) => (b.length > a.length ? b : a));
    const middle = Math.floor(longest.length / 4) * 2;
    const isRiver = ['river', 'canal'].includes(String(feature.properties.kind));
    const rule: Rule = { kind, priority: isRiver ? 42 : 22, fromZoom: isRiver ? 12.5 : 14.5 };
    return { rule, at: [longest[middle] ?? -1, longest[middle + 1] ?? -1] as const };
  }
  const inner = innerPoint(feature);
  if (!inner) return undefined;
  // A name takes about 90 px of a tile of 512 px.
  const fromZoom = z + Math.log2((90 * 8) / Math.max(1, inner.width));
  if (fromZoom > z + 3.5) return undefined;
  const priority = (kind === 'water' ? 42 : 26) - Math.max(0, fromZoom - 11) * 1.5;
  const rule: Rule = { kind, priority, fromZoom: Math.max(10, fromZoom) };
  return { rule, at: inner.at };
}

/** The middle of the widest horizontal stretch through the middle of the largest ring, and its width in units. */
function innerPoint({ parts }: TileFeature) {
  const ring = parts.reduce((a, b) => (b.length > a.length ? b : a), new Int32Array(0));
  const ys = ring.filter((_, index) => index % 2 === 1);
  const top = Math.max(
    0,
    ys.reduce((a, b) => Math.min(a, b), 4096),
  );
  const bottom = Math.min(
    4095,
    ys.reduce((a, b) => Math.max(a, b), 0),
  );
  let best: { at: readonly [number, number]; width: number } | undefined;
  for (const share of [0.5, 0.35, 0.65]) {
    const y = top + (bottom - top) * share + 0.5;
    const crossings: number[] = [];
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [y1, y2] = [ring[at + 1]!, ring[at + 3]!];
      if (y1 > y === y2 > y) continue;
      const x = ring[at]! + ((y - y1) / (y2 - y1)) * (ring[at + 2]! - ring[at]!);
      crossings.push(Math.max(0, Math.min(4095, x)));
    }
    crossings.sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const width = crossings[at + 1]! - crossings[at]!;
      if (!best || width > best.width) best = { at: [crossings[at]! + width / 2, y], width };
    }
  }
  return best;
}

function toPlace(
  tile: MapTile,
  properties: Properties,
  { kind, priority, fromZoom }: Rule,
  [x, y]: readonly [number, number],
): Place {
  const [longitudeDeg, latitudeDeg] = fromTile(tile.x + x / 4096, tile.y + y / 4096, tile.z);
  const text = (key: string) => (typeof properties[key] === 'string' ? properties[key] : undefined);
  return {
    id: `${kind}/${properties.name}/${longitudeDeg.toFixed(3)},${latitudeDeg.toFixed(3)}`,
    kind,
    name: String(properties.name),
    nameEn: text('name:en'),
    nameZh: text('name:zh') ?? text('name:zh-Hans'),
    longitudeDeg,
    latitudeDeg,
    priority,
    fromZoom,
  };
}

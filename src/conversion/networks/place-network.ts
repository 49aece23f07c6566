// Puts a network on the Earth: its plane is a CRS, or a drawing that a person places by origin, turn and scale.

import type { CompoundCrs, VerticalCrs } from '#model/crs.ts';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees, radians, toDegrees } from '#model/units.ts';
import type { ImportedNetwork, PlanePoint } from './imported-network.ts';

/** Where a drawing lies: its point `anchor` stands at the origin, its x axis `rotationDeg` from east, ccw. */
export interface DrawingPlacement {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly anchor: readonly [x: number, y: number];
  readonly rotationDeg: number;
  /** Metres of one unit. */
  readonly scale: number;
}

export type NetworkPlacement =
  | { readonly kind: 'crs'; readonly code: string }
  | ({ readonly kind: 'drawing' } & DrawingPlacement);

/** Longitude, latitude (deg) and height above the ellipsoid (m; undefined where no level is known). */
export type EarthPoint = readonly [longitudeDeg: number, latitudeDeg: number, heightM?: number];

export interface PlacedNetwork {
  readonly network: ImportedNetwork;
  readonly toEarth: (point: PlanePoint) => EarthPoint;
  /** What levels count from, in metres. */
  readonly crs: CompoundCrs;
  /** West, south, east, north of its nodes and bends. */
  readonly boundsDeg: readonly [number, number, number, number];
}

/** Radii of curvature of WGS 84, m. */
const EQUATOR_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

/** Throws `InputError` where the place is not known, or lies nowhere on the Earth. */
export function placeNetwork(
  network: ImportedNetwork,
  placement: NetworkPlacement,
  geoid: Geoid,
  vertical?: VerticalCrs,
): PlacedNetwork {
  const crs = crsOf(placement, network.source.file, vertical);
  const toEarth =
    placement.kind === 'crs' ? fromCrs(crs, geoid) : fromDrawing(placement, crs, geoid);
  const name = placement.kind === 'crs' ? placement.code : 'its placement';
  const boundsDeg = boundsOnEarth(network, toEarth, name);
  return { network, toEarth, crs, boundsDeg };
}

/** Throws `InputError` where an element lies nowhere on the Earth. @param placedBy names what places it. */
export function boundsOnEarth(
  network: ImportedNetwork,
  toEarth: PlacedNetwork['toEarth'],
  placedBy: string,
): PlacedNetwork['boundsDeg'] {
  const boundsDeg: [number, number, number, number] = [180, 90, -180, -90];
  const widen = (point: PlanePoint, id: string, at: string) => {
    const [longitude, latitude] = toEarth(point);
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new InputError(
        { file: network.source.file, at },
        `${id} stands at ${point[0]}, ${point[1]}, which is no place on the Earth in ${placedBy}.`,
      );
    }
    boundsDeg[0] = Math.min(boundsDeg[0], longitude);
    boundsDeg[1] = Math.min(boundsDeg[1], latitude);
    boundsDeg[2] = Math.max(boundsDeg[2], longitude);
    boundsDeg[3] = Math.max(boundsDeg[3], latitude);
  };
  for (const { point, id, at, placeAt } of network.nodes) widen(point, id, placeAt ?? at);
  for (const { line, id, at } of network.pipes) for (const point of line) widen(point, id, at);
  return boundsDeg;
}

function crsOf(
  placement: NetworkPlacement,
  file: string,
  vertical: VerticalCrs | undefined,
): CompoundCrs {
  const parsed = parseCrs(placement.kind === 'crs' ? placement.code : 'OGC:CRS84');
  if (!parsed.ok) throw new InputError({ file }, parsed.reason);
  const { value } = parsed;
  const own = value.verticalIsAssumed ? (vertical ?? value.vertical) : value.vertical;
  // Importers give levels in metres, whatever their file has.
  return { ...value, vertical: { ...own, ...metric(own) } };
}

/** NAVD88 in feet is NAVD88 in metres here. */
const metric = ({ code, metresPerUnit }: VerticalCrs): Partial<VerticalCrs> => ({
  metresPerUnit: 1,
  ...(metresPerUnit !== 1 && /^EPSG:(6360|8228)$/.test(code)
    ? { code: 'EPSG:5703', name: 'NAVD88 height' }
    : {}),
});

function fromCrs(crs: CompoundCrs, geoid: Geoid): PlacedNetwork['toEarth'] {
  const convert = createToGeodetic(crs, geoid, { axes: 'east-north' });
  const triple = new Float64Array(3);
  return ([x, y, levelM]) => {
    triple[0] = x;
    triple[1] = y;
    triple[2] = Number.isFinite(levelM) ? levelM : 0;
    convert(triple, triple, 1);
    const [longitude, latitude] = [toDegrees(radians(triple[0]!)), toDegrees(radians(triple[1]!))];
    return Number.isFinite(levelM) ? [longitude, latitude, triple[2]!] : [longitude, latitude];
  };
}

/** On the plane that touches the ellipsoid at the origin: at 10 km off by less than 1 m. */
function fromDrawing(
  { longitudeDeg, latitudeDeg, anchor, rotationDeg, scale }: DrawingPlacement,
  { vertical }: CompoundCrs,
  geoid: Geoid,
): PlacedNetwork['toEarth'] {
  const latitude: number = fromDegrees(latitudeDeg);
  const curve = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const eastM = (EQUATOR_M / Math.sqrt(curve)) * Math.cos(latitude);
  const northM = (EQUATOR_M * (1 - ECCENTRICITY_SQUARED)) / curve ** 1.5;
  const turn: number = fromDegrees(rotationDeg);
  const [cosine, sine] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const degrees = 180 / Math.PI;
  return ([x, y, levelM]) => {
    const [dx, dy] = [x - anchor[0], y - anchor[1]];
    const longitude = longitudeDeg + ((dx * cosine - dy * sine) / eastM) * degrees;
    const lat = latitudeDeg + ((dx * sine + dy * cosine) / northM) * degrees;
    if (!Number.isFinite(levelM)) return [longitude, lat];
    const undulation =
      vertical.surface === 'geoid' ? geoid(fromDegrees(longitude), fromDegrees(lat)) : 0;
    return [longitude, lat, levelM + undulation];
  };
}

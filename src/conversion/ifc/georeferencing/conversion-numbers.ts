// What an IfcMapConversion has to say for a model to stand where a placement puts it.

import { type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { createGrid } from './grid.ts';
import type { PointM } from './model-origin.ts';
import { mapFrameAt } from './place-on-grid.ts';
import { AT_REST, type Pose, turnOf } from './pose.ts';

export interface ConversionNumbers {
  readonly crs: CompoundCrs;
  /** Metres of a unit of the three that follow, the map's own. */
  readonly unitM: number;
  readonly eastings: number;
  readonly northings: number;
  readonly height: number;
  readonly abscissa: number;
  readonly ordinate: number;
  /** Metres of the map for a metre of the model: along the ground, and in height. */
  readonly scale: number;
  readonly heightScale: number;
}

export interface ConversionOptions {
  readonly geoid: Geoid;
  /** Projected system to write in, with or without its heights: `EPSG:25832+7837`; UTM on WGS 84 by default. */
  readonly crs?: string | undefined;
  /** Of the model's frame in the file's coordinates, m. */
  readonly originM?: PointM | undefined;
  /** The world coordinate system that the file's conversion starts from. */
  readonly world?: Pose | undefined;
}

/** @throws `RangeError` where the system is unknown, not projected, or not to be used at that place. */
export function toConversionNumbers(
  placement: StoredPlacement,
  { geoid, crs: code, originM = [0, 0, 0], world = AT_REST }: ConversionOptions,
): ConversionNumbers {
  const crs = findProjected(code ?? utmZoneAt(placement));
  const grid = createGrid(crs, geoid);
  const {
    longitude,
    latitude,
    height,
    rotation,
    scale,
    upScale = scale,
  } = toModelPlacement(placement);
  const [east, north, up] = grid.toMap({ longitude, latitude, height });
  if (!Number.isFinite(east + north + up) || !grid.isInArea(east, north)) {
    throw new RangeError(
      `${crs.horizontal.code} (${crs.horizontal.name}) isn’t used at ${placement.latitudeDeg.toFixed(4)}°, ${placement.longitudeDeg.toFixed(4)}°; give another reference system.`,
    );
  }
  const ofMap = mapFrameAt(grid, [east, north, up]);
  // Rounded first: what is rounded off them would be millimetres a thousand kilometres from the file's zero.
  const turn = rotation - ofMap.turn + turnOf(world);
  const abscissa = Number(Math.cos(turn).toFixed(12));
  const ordinate = Number(Math.sin(turn).toFixed(12));
  const length = Math.hypot(abscissa, ordinate);
  const onMap = Number((scale / ofMap.scale).toFixed(12));
  const cosine = (abscissa / length) * onMap;
  const sine = (ordinate / length) * onMap;
  // The reference point of the conversion, seen from the model's origin, along the axes of `world`.
  const [dx, dy, dz] = originM.map((value, axis) => world.origin[axis]! - value);
  const [cosWorld, sinWorld] = [Math.cos(turnOf(world)), Math.sin(turnOf(world))];
  const x = cosWorld * dx! + sinWorld * dy!;
  const y = cosWorld * dy! - sinWorld * dx!;
  const round = (valueM: number) => Number((valueM / grid.unitM).toFixed(6));
  return {
    crs,
    unitM: grid.unitM,
    eastings: round(east + cosine * x - sine * y),
    northings: round(north + sine * x + cosine * y),
    height: round(up + upScale * dz!),
    abscissa,
    ordinate,
    scale: onMap,
    heightScale: upScale,
  };
}

function findProjected(code: string): CompoundCrs {
  const crs = parseCrs(code);
  if (!crs.ok) throw new RangeError(crs.reason);
  if (crs.value.horizontal.kind === 'projected') return crs.value;
  throw new RangeError(
    `${crs.value.horizontal.code} (${crs.value.horizontal.name}) is geographic; an IfcMapConversion needs a projected reference system.`,
  );
}

/** Code of the UTM zone of a place, on WGS 84. */
export function utmZoneAt({
  longitudeDeg,
  latitudeDeg,
}: Pick<StoredPlacement, 'longitudeDeg' | 'latitudeDeg'>): string {
  const zone = Math.min(60, Math.max(1, Math.floor((longitudeDeg + 180) / 6) + 1));
  return `EPSG:${(latitudeDeg < 0 ? 32700 : 32600) + zone}`;
}

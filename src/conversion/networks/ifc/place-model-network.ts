// Puts a model's network where the model stands, its levels counted from the city's own zero.

import { type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import type { VerticalCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { metres, toDegrees } from '#model/units.ts';
import type { ImportedNetwork, PlanePoint } from '../imported-network.ts';
import { boundsOnEarth, type PlacedNetwork } from '../place-network.ts';
import type { PointM } from './ifc-source.ts';

export interface ModelStand {
  readonly placement: StoredPlacement;
  /** Of the model's frame in the file's coordinates, m. */
  readonly originM: PointM;
}

/** Throws `InputError` where the model stands nowhere on the Earth. */
export function placeModelNetwork(
  network: ImportedNetwork,
  { placement, originM }: ModelStand,
  geoid: Geoid,
  vertical?: VerticalCrs,
): PlacedNetwork {
  const stand = toModelPlacement(placement);
  const matrix = toModelMatrix(stand);
  const crs = crsOf(network.source.file, vertical);
  const { longitude, latitude } = stand;
  const undulation = crs.vertical.surface === 'geoid' ? geoid(longitude, latitude) : 0;
  const upScale = placement.upScale ?? placement.scale;
  const zeroM = placement.heightM - undulation;
  const toLevel = (z: number) => zeroM + upScale * (z - originM[2]);
  const toEarth = ([x, y, levelM]: PlanePoint) => {
    const isKnown = Number.isFinite(levelM);
    const up = isKnown ? (levelM - zeroM) / upScale : 0;
    const [east, north] = [x - originM[0], y - originM[1]];
    const along = (row: number) =>
      metres(
        (matrix[row] ?? 0) * east +
          (matrix[4 + row] ?? 0) * north +
          (matrix[8 + row] ?? 0) * up +
          (matrix[12 + row] ?? 0),
      );
    const at = toGeodetic({ x: along(0), y: along(1), z: along(2) });
    const [lon, lat] = [toDegrees(at.longitude), toDegrees(at.latitude)];
    return isKnown ? ([lon, lat, at.height] as const) : ([lon, lat] as const);
  };
  const levelled = withLevels(network, toLevel);
  return {
    network: levelled,
    ...{ toEarth, crs },
    boundsDeg: boundsOnEarth(levelled, toEarth, 'the placement of its model'),
  };
}

function withLevels(network: ImportedNetwork, toLevel: (z: number) => number): ImportedNetwork {
  const lift = ([x, y, z]: PlanePoint): PlanePoint => [x, y, toLevel(z)];
  const level = (z: number | undefined) => (z === undefined ? undefined : toLevel(z));
  return {
    ...network,
    nodes: network.nodes.map((node) => ({ ...node, point: lift(node.point) })),
    pipes: network.pipes.map((pipe) => ({
      ...pipe,
      line: pipe.line.map(lift),
      fromInvertM: level(pipe.fromInvertM),
      toInvertM: level(pipe.toInvertM),
    })),
    valves: network.valves.map((valve) => ({ ...valve, point: lift(valve.point) })),
    devices: network.devices.map((device) => ({ ...device, point: lift(device.point) })),
  };
}

function crsOf(file: string, vertical: VerticalCrs | undefined) {
  const parsed = parseCrs('OGC:CRS84');
  if (!parsed.ok) throw new InputError({ file }, parsed.reason);
  const own = vertical ?? parsed.value.vertical;
  // Levels are in metres here, whatever the city's are in.
  return { ...parsed.value, vertical: { ...own, metresPerUnit: 1 } };
}

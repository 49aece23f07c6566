// Reference systems and the geoid for the placing tool. Loaded when somebody places a model.

import type { StoredPlacement } from '#contract/bim-model.ts';
import {
  toConversionNumbers,
  utmZoneAt,
} from '#conversion/ifc/georeferencing/conversion-numbers.ts';
import { createGrid } from '#conversion/ifc/georeferencing/grid.ts';
import { writeGeoreferencing } from '#conversion/ifc/georeferencing/write-georeferencing.ts';
import { isInArea } from '#model/crs.ts';
import { findHorizontalCrs, horizontalCodes, parseCrs } from '#model/crs-parse.ts';
import { createGeoid, type Geoid } from '#model/geoid.ts';
import { fromDegrees, metres, toDegrees } from '#model/units.ts';
import { startIfcWorker } from '#workers/ifc/client.ts';

export interface ReferenceSystem {
  /** `EPSG:25832`. */
  readonly code: string;
  readonly name: string;
}

export interface MapPoint {
  /** In the map's own unit. */
  readonly east: number;
  readonly north: number;
  readonly unit: string;
}

export interface Geodesy {
  readonly geoid: Geoid;
  /** Of sea level above the ellipsoid, m. */
  seaLevelM(placement: StoredPlacement): number;
  /** Projected systems that are used there, that of the city first. */
  systemsAt(placement: StoredPlacement, cityCrs: string | undefined): readonly ReferenceSystem[];
  /** Undefined where the system has no value. */
  toMap(code: string, placement: StoredPlacement): MapPoint | undefined;
  /** Longitude and latitude; undefined outside the system's area. */
  fromMap(
    code: string,
    east: number,
    north: number,
  ): Pick<StoredPlacement, 'longitudeDeg' | 'latitudeDeg'> | undefined;
  toNumbers: typeof toConversionNumbers;
  write: typeof writeGeoreferencing;
}

const FEET: readonly (readonly [number, string])[] = [
  [0.3048, 'ft'],
  [1200 / 3937, 'ft'],
];

export async function loadGeodesy(): Promise<Geodesy> {
  const geoid = await loadGeoid();
  const gridOf = (code: string) => {
    const crs = parseCrs(code);
    return crs.ok && crs.value.horizontal.kind === 'projected'
      ? createGrid(crs.value, geoid)
      : undefined;
  };
  return {
    geoid,
    seaLevelM: ({ longitudeDeg, latitudeDeg }) =>
      geoid(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg)),
    systemsAt: ({ longitudeDeg, latitudeDeg }, cityCrs) => {
      const preferred = [cityCrs, utmZoneAt({ longitudeDeg, latitudeDeg })];
      const rank = ({ code }: ReferenceSystem) => {
        const at = preferred.indexOf(code);
        return at < 0 ? preferred.length : at;
      };
      return horizontalCodes()
        .flatMap((code) => {
          const crs = findHorizontalCrs(code);
          const isUsed =
            crs?.kind === 'projected' &&
            crs.code !== 'EPSG:3857' &&
            isInArea(crs, longitudeDeg, latitudeDeg, 0.2);
          return isUsed ? [{ code: crs.code, name: crs.name }] : [];
        })
        .sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code));
    },
    toMap: (code, { longitudeDeg, latitudeDeg, heightM }) => {
      const grid = gridOf(code);
      const position = {
        longitude: fromDegrees(longitudeDeg),
        latitude: fromDegrees(latitudeDeg),
        height: metres(heightM),
      };
      const [east, north] = grid?.toMap(position) ?? [];
      if (!grid || east === undefined || north === undefined) return undefined;
      const foot = FEET.find(([factor]) => Math.abs(grid.unitM - factor) < 1e-9);
      if (!Number.isFinite(east + north)) return undefined;
      return { east: east / grid.unitM, north: north / grid.unitM, unit: foot?.[1] ?? 'm' };
    },
    fromMap: (code, east, north) => {
      const grid = gridOf(code);
      if (!grid?.isInArea(east * grid.unitM, north * grid.unitM)) return undefined;
      const spot = grid.toPosition(east * grid.unitM, north * grid.unitM, 0);
      return {
        longitudeDeg: toDegrees(spot.longitude),
        latitudeDeg: toDegrees(spot.latitude),
      };
    },
    toNumbers: toConversionNumbers,
    write: writeGeoreferencing,
  };
}

/** From the worker that has its table, which is larger than the app's first page. */
async function loadGeoid(): Promise<Geoid> {
  const worker = startIfcWorker();
  try {
    return createGeoid(await worker.call('geoid', {}));
  } finally {
    worker.close();
  }
}

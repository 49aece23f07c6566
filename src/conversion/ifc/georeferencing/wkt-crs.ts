import proj4 from 'proj4';
import type { CompoundCrs } from '#model/crs.ts';
import { findVerticalCrs } from '#model/crs-parse.ts';

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';

/** Reads a reference system from its well-known text (1 or 2); undefined where that can't be used. */
export function parseWktCrs(wkt: string): CompoundCrs | undefined {
  const text = wkt.trim();
  const isGeographic = /^(GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS)\b/i.test(text);
  const isProjected = /^(PROJCS|PROJCRS|PROJECTEDCRS|COMPD_CS|COMPOUNDCRS|BOUNDCRS)\b/i.test(text);
  const vertical = findVerticalCrs(5773);
  if ((!isGeographic && !isProjected) || !vertical) return undefined;
  try {
    const middle = proj4(text, WGS84).inverse([0, 0]);
    if (!middle.every(Number.isFinite)) return undefined;
  } catch {
    // What proj4 can't read is no system for us either.
    return undefined;
  }
  const name = /^\w+\s*\[\s*"([^"]+)"/.exec(text)?.[1] ?? 'well-known text';
  return {
    horizontal: {
      code: name,
      name,
      kind: isGeographic ? 'geographic' : 'projected',
      axes: 'east-north',
      definition: text,
      areaDeg: [-180, -90, 180, 90],
      accuracyM: 1,
      usualVertical: vertical.code,
    },
    vertical,
    verticalIsAssumed: true,
  };
}

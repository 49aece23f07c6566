// Reads the collections `levees` and `river-stations` of a city package, a GeoJSON feature a line.

import * as v from 'valibot';
import { type CityLevee, leveeKinds, type RiverStation } from '../contract/city-waters.ts';

const number = v.pipe(v.number(), v.finite());
const position = v.tupleWithRest([number, number], number);

const leveeFeature = v.object({
  id: v.string(),
  geometry: v.object({
    type: v.literal('LineString'),
    coordinates: v.pipe(v.array(v.tupleWithRest([number, number, number], number)), v.minLength(2)),
  }),
  properties: v.object({
    kind: v.picklist(leveeKinds),
    name: v.fallback(v.string(), ''),
    bank: v.fallback(v.string(), ''),
    crestLowest_m: number,
    designCrestFrom_m: v.optional(number),
    designCrestTo_m: v.optional(number),
    flood100From_m: v.optional(number),
    flood100To_m: v.optional(number),
    defects: v.fallback(v.array(v.object({ cause: v.string() })), []),
  }),
});

const stationFeature = v.object({
  id: v.string(),
  geometry: v.object({ type: v.literal('Point'), coordinates: position }),
  properties: v.object({ station_m: number, meanLevel_m: number, flood100_m: number }),
});

/** Levees that can be read; a line that can't is left out. */
export const parseLevees = (text: string): readonly CityLevee[] =>
  parseLines(text).flatMap((value) => {
    const read = v.safeParse(leveeFeature, value);
    return read.success ? [toLevee(read.output)] : [];
  });

/** By station, up the river. */
export const parseStations = (text: string): readonly RiverStation[] =>
  parseLines(text)
    .flatMap((value): RiverStation[] => {
      const read = v.safeParse(stationFeature, value);
      if (!read.success) return [];
      const { id, geometry, properties } = read.output;
      const [longitude, latitude] = geometry.coordinates;
      return [
        {
          ...{ id, stationM: properties.station_m, place: [longitude, latitude] },
          ...{ meanM: properties.meanLevel_m, flood100M: properties.flood100_m },
        },
      ];
    })
    .sort((a, b) => a.stationM - b.stationM);

function parseLines(text: string): unknown[] {
  return text.split('\n').flatMap((line): unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/** Settled by less than this, a crest is as it was built: levels are rounded to a hand's breadth. */
const LEAST_SAG_M = 0.15;

function toLevee({ id, geometry, properties }: v.InferOutput<typeof leveeFeature>): CityLevee {
  const heights = geometry.coordinates.map(([, , height]) => height);
  // Heights are above the ellipsoid; the lowest one is known in the city's own datum too.
  const offset = Math.min(...heights) - properties.crestLowest_m;
  const crestM = heights.map((height) => height - offset);
  const { designCrestFrom_m: from, designCrestTo_m: to, kind, name, bank, defects } = properties;
  const last = Math.max(1, crestM.length - 1);
  const sags =
    from === undefined || to === undefined
      ? []
      : crestM.map((crest, at) => from + ((to - from) * at) / last - crest);
  const sagM = Math.max(...sags, Number.NEGATIVE_INFINITY);
  const hasSag = sagM >= LEAST_SAG_M;
  const at = hasSag ? sags.indexOf(sagM) : crestM.indexOf(Math.min(...crestM));
  const [cause] = defects.map((defect) => defect.cause);
  const { flood100From_m: low, flood100To_m: high } = properties;
  return {
    ...{ id, name: name || id, kind, bank, crestM },
    line: geometry.coordinates.map(([longitude, latitude]) => [longitude, latitude]),
    weakest: {
      at,
      ...(hasSag && { sagM }),
      ...(hasSag && cause !== undefined && { cause }),
    },
    ...(low !== undefined && high !== undefined && { flood100M: low + ((high - low) * at) / last }),
  };
}

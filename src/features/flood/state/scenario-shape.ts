// A scenario as a link, a kept file or an incident's log wrote it, read back piece by piece.

import * as v from 'valibot';
import {
  buildingTreatments,
  type FloodScenario,
  type FloodSource,
  type FloodStructure,
  hazardKinds,
  stormShapes,
} from '../contract.ts';

const number = v.pipe(v.number(), v.finite());
const place = v.tuple([number, number]);
const line = v.array(place);
const series = v.array(v.tuple([number, number]));
const base = { id: v.string(), name: v.string() };

const storm = v.variant('shape', [
  v.object({ shape: v.literal('series'), intensity: series }),
  v.object({
    shape: v.picklist(stormShapes),
    depthMm: number,
    durationS: number,
    peak: v.exactOptional(number),
  }),
]);

const source = v.variant('kind', [
  v.object({ ...base, kind: v.literal('rain'), area: v.exactOptional(line), storm }),
  v.object({ ...base, kind: v.literal('inflow'), line, flow: series }),
  v.object({
    ...{ ...base, kind: v.literal('stage'), line, level: series },
    datastream: v.exactOptional(v.string()),
  }),
  v.object({
    ...{ ...base, kind: v.literal('breach'), line, atS: number, growthS: number, widthM: number },
    invertM: v.exactOptional(number),
  }),
  v.object({
    ...{ ...base, kind: v.literal('dam-break'), area: line, levelM: number, atS: number },
    volumeM3: v.exactOptional(number),
  }),
  v.object({
    ...{ ...base, kind: v.literal('burst'), at: place, flow: series },
    pipe: v.exactOptional(v.string()),
  }),
]);

const structure = v.variant('kind', [
  v.object({
    ...{ ...base, kind: v.literal('barrier'), line, fromS: number },
    heightM: v.exactOptional(number),
    crestM: v.exactOptional(number),
    untilS: v.exactOptional(number),
  }),
  v.object({
    ...{ ...base, kind: v.literal('pump'), from: place, to: v.exactOptional(place) },
    ...{ flowM3s: number, startDepthM: number, stopDepthM: number, fromS: number },
  }),
  v.object({
    ...{ ...base, kind: v.literal('culvert'), from: place, to: place },
    ...{ widthM: number, heightM: number, count: number, isOneWay: v.boolean() },
  }),
  v.object({ ...base, kind: v.literal('gate'), line, sillM: number, opening: series }),
]);

const ground = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('constant'), rateMmH: number }),
  v.object({
    ...{ kind: v.literal('green-ampt'), conductivityMmH: number },
    ...{ suctionMm: number, deficit: number },
  }),
  v.object({ kind: v.literal('curve-number'), number, initialShare: number }),
]);

const move = v.object({
  ...{ longitudeDeg: number, latitudeDeg: number, turnDeg: number, upM: number },
  scale: v.pipe(number, v.minValue(1e-6)),
});

/** Parts that can't be read are left out; a scenario without its frame (id, area, cells, times) is none. */
const scenario = v.object({
  id: v.string(),
  name: v.string(),
  hazard: v.picklist(hazardKinds),
  startMs: number,
  durationS: v.pipe(number, v.minValue(1)),
  boundsDeg: v.tuple([number, number, number, number]),
  cellM: v.pipe(number, v.minValue(0.1)),
  scheme: v.fallback(v.picklist(['auto', 'local-inertial', 'shallow-water']), 'auto'),
  backend: v.fallback(v.picklist(['auto', 'reference', 'js', 'wasm', 'webgpu']), 'auto'),
  sources: v.fallback(v.array(v.unknown()), []),
  structures: v.fallback(v.array(v.unknown()), []),
  buildings: v.fallback(v.picklist(buildingTreatments), 'walls'),
  sillM: v.fallback(number, 0.3),
  ground: v.fallback(ground, { kind: 'none' }),
  hasSewers: v.fallback(v.boolean(), false),
  sewersAt: v.fallback(v.optional(move), undefined),
  roughnessFactor: v.fallback(number, 1),
  basedOn: v.exactOptional(v.string()),
});

export function parseScenario(value: unknown): FloodScenario | undefined {
  const read = v.safeParse(scenario, value);
  if (!read.success) return undefined;
  const { sources, structures, sewersAt, ...rest } = read.output;
  return {
    ...rest,
    ...(sewersAt && { sewersAt }),
    sources: sources.flatMap((one): FloodSource[] => {
      const parsed = v.safeParse(source, one);
      return parsed.success ? [parsed.output] : [];
    }),
    structures: structures.flatMap((one): FloodStructure[] => {
      const parsed = v.safeParse(structure, one);
      return parsed.success ? [parsed.output] : [];
    }),
  };
}

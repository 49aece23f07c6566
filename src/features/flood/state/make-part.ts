// Parts as they begin: what a person draws works at once, with figures that are refined afterwards.

import { newId } from '#store/new-id.ts';
import type { CityLevee, CityWaters } from '../contract/city-waters.ts';
import type { FloodSource, PlaceDeg } from '../contract.ts';
import { nearest, stretch } from '../kernel/plane.ts';
import type { FloodDrawing } from './initial.ts';
import { makeDamBreak } from './make-dam-break.ts';
import type { PartKind, ScenarioPart } from './parts.ts';

/** A breach as they are found after floods of rivers: tens of metres within a quarter of an hour. */
export const breachDefaults = { widthM: 100, growthS: 900, atS: 60 } as const;
/** A main's burst: what a hole of 80 cm² lets through at 50 m of head, times ten for a broken trunk main. */
const BURST_M3S = 0.25;
const INFLOW_M3S = 50;
/** A crest this near is meant by a click. */
const SNAP_M = 150;

export interface MakeOptions {
  readonly name: string;
  readonly waters: CityWaters | undefined;
  /** Seconds since the start from which it stands, works or opens. */
  readonly fromS: number;
}

/** What was drawn, with figures to begin with; undefined for a gauge, which is no part. */
export function makePart(
  { part, points }: Pick<FloodDrawing, 'part' | 'points'>,
  options: MakeOptions,
): ScenarioPart | undefined {
  const [first, second] = points;
  if (!first || part === 'gauge') return undefined;
  return make(part, points, first, second, options);
}

function make(
  kind: PartKind,
  line: readonly PlaceDeg[],
  first: PlaceDeg,
  second: PlaceDeg | undefined,
  { name, waters, fromS }: MakeOptions,
): ScenarioPart {
  const base = { id: newId(), name };
  switch (kind) {
    case 'breach':
      return makeBreach(base, snapped(line, first, waters), Math.max(fromS, breachDefaults.atS));
    case 'inflow':
      return { ...base, kind, line, flow: rising(INFLOW_M3S, fromS) };
    case 'stage':
      return { ...base, kind, line, level: [[fromS, levelNear(first, waters) ?? 2]] };
    case 'rain':
      return {
        ...base,
        kind,
        ...(line.length > 2 && { area: line }),
        storm: { shape: 'chicago', depthMm: 45, durationS: 3600, peak: 0.4 },
      };
    case 'dam-break':
      return makeDamBreak(base, line, fromS, waters);
    case 'burst':
      return { ...base, kind, at: first, flow: [[fromS, BURST_M3S]] };
    case 'barrier':
      return { ...base, kind, line, heightM: 1.2, fromS };
    case 'pump':
      return {
        ...{ ...base, kind, from: first, ...(second && { to: second }) },
        ...{ flowM3s: 0.5, startDepthM: 0.2, stopDepthM: 0.05, fromS },
      };
    case 'culvert':
      return {
        ...{ ...base, kind, from: first, to: second ?? first },
        ...{ widthM: 1.2, heightM: 1.2, count: 1, isOneWay: false },
      };
    case 'gate':
      return { ...base, kind, line, sillM: levelNear(first, waters) ?? 0, opening: [[fromS, 1]] };
  }
}

export const makeBreach = (
  base: { readonly id: string; readonly name: string },
  line: readonly PlaceDeg[],
  atS: number = breachDefaults.atS,
): FloodSource => ({
  ...{ ...base, kind: 'breach', line, atS },
  ...{ growthS: breachDefaults.growthS, widthM: breachDefaults.widthM },
});

/** From nothing to the whole flow within ten minutes. */
const rising = (flow: number, fromS: number) =>
  [
    [fromS, 0],
    [fromS + 600, flow],
  ] as const;

/** Each way from where a levee goes: a breach opens in the middle of its line, and may be made wider. */
const CREST_M = 100;

/** The stretch of crest that a breach opens in. */
export const crestAround = ({ line }: CityLevee, at: number): readonly PlaceDeg[] =>
  stretch(line, at, CREST_M);

/** A click near a levee means its crest there. */
function snapped(
  line: readonly PlaceDeg[],
  first: PlaceDeg,
  waters: CityWaters | undefined,
): readonly PlaceDeg[] {
  if (line.length > 1) return line;
  const found = nearestLevee(waters, first);
  return found ? crestAround(found.levee, found.at) : line;
}

export function nearestLevee(
  waters: CityWaters | undefined,
  to: PlaceDeg,
): { readonly levee: CityLevee; readonly at: number } | undefined {
  let best: { levee: CityLevee; at: number; distanceM: number } | undefined;
  for (const levee of waters?.levees ?? []) {
    const found = nearest(levee.line, to);
    if (found && found.distanceM < (best?.distanceM ?? SNAP_M)) best = { levee, ...found };
  }
  return best;
}

/** Of the river's hundred-year flood at the nearest station; undefined far from the river. */
function levelNear(place: PlaceDeg, waters: CityWaters | undefined): number | undefined {
  const stations = waters?.stations ?? [];
  const found = nearest(
    stations.map((station) => station.place),
    place,
  );
  return found && found.distanceM < 500 ? stations[found.at]?.flood100M : undefined;
}

// Rain to runoff: each catchment is three planes (impervious without and with depression storage, pervious) that
// lose to evaporation and soil and drain as non-linear reservoirs. SWMM reference manual vol. I
// (EPA/600/R-15/162A), chapters 3 and 4. Rates in m/s over the plane, flows in m³/s.

import type { DrainageModel, Subcatchment } from '../model.ts';
import { createSoil, infiltrate, type Soil } from './infiltration.ts';
import { drainPlane } from './overland-flow.ts';

interface Plane {
  readonly areaM2: number;
  readonly storageM: number;
  readonly alpha: number;
  readonly isPervious: boolean;
  depthM: number;
  runoffMps: number;
  /** What other planes and catchments send onto it. */
  runOnMps: number;
}

interface Catchment {
  readonly source: Subcatchment;
  readonly planes: readonly [Plane, Plane, Plane];
  readonly soil: Soil;
  runOnM3s: number;
}

/** Runoff of all catchments at the ends of the last two steps, and where they are in time. */
export interface Runoff {
  readonly catchments: readonly Catchment[];
  readonly oldM3s: Float64Array;
  readonly newM3s: Float64Array;
  oldS: number;
  newS: number;
  /** m³ since the start. */
  rainM3: number;
  evaporatedM3: number;
  infiltratedM3: number;
  runoffM3: number;
  readonly peakM3s: Float64Array;
  readonly totalM3: Float64Array;
}

/** Depth over the storage that runs off, m (10⁻¹⁰ ft). */
const LEAST_EXCESS_M = 3.048e-11;
/** Manning's factor for feet, rounded to 1.49 where SWMM lets rain run off. */
const SHEET_FACTOR = 1.49 * 0.3048 ** (1 / 3);

export function createRunoff(model: DrainageModel): Runoff {
  const count = model.subcatchments.length;
  return {
    catchments: model.subcatchments.map(createCatchment),
    oldM3s: new Float64Array(count),
    newM3s: new Float64Array(count),
    ...{ oldS: 0, newS: 0, rainM3: 0, evaporatedM3: 0, infiltratedM3: 0, runoffM3: 0 },
    peakM3s: new Float64Array(count),
    totalM3: new Float64Array(count),
  };
}

function createCatchment(source: Subcatchment): Catchment {
  const impervious = source.areaM2 * source.imperviousShare;
  const pervious = source.areaM2 - impervious;
  const plane = (
    areaM2: number,
    flowing: number,
    manning: number,
    storageM: number,
    isPervious: boolean,
  ) => ({
    ...{ areaM2, storageM, isPervious, depthM: 0, runoffMps: 0, runOnMps: 0 },
    alpha:
      manning > 0 && flowing > 0
        ? (SHEET_FACTOR * source.widthM * Math.sqrt(source.slope)) / (manning * flowing)
        : 0,
  });
  const bare = impervious * source.noStorageShare;
  return {
    source,
    planes: [
      plane(bare, impervious, source.manningImpervious, 0, false),
      plane(
        impervious - bare,
        impervious,
        source.manningImpervious,
        source.storageImperviousM,
        false,
      ),
      plane(pervious, pervious, source.manningPervious, source.storagePerviousM, true),
    ],
    soil: createSoil(source.infiltration),
    runOnM3s: 0,
  };
}

/** Water that stands on all catchments, m³. */
export const storedOnGround = ({ catchments }: Runoff): number =>
  catchments.reduce(
    (sum, { planes }) =>
      sum + planes.reduce((part, { areaM2, depthM }) => part + areaM2 * depthM, 0),
    0,
  );

/** One step of all catchments. `rainMps` by gage. */
export function stepRunoff(
  runoff: Runoff,
  rainMps: Float64Array,
  evaporationMps: number,
  stepS: number,
): void {
  runoff.oldM3s.set(runoff.newM3s);
  runoff.oldS = runoff.newS;
  runoff.newS += stepS;
  const { catchments } = runoff;
  for (const catchment of catchments) catchment.runOnM3s = 0;
  catchments.forEach((catchment, row) => {
    const { outlet } = catchment.source;
    if (outlet.kind === 'subcatchment' && outlet.row !== row) {
      const target = catchments[outlet.row];
      if (target) target.runOnM3s += runoff.oldM3s[row]!;
    }
  });
  catchments.forEach((catchment, row) => {
    const rain = rainMps[catchment.source.gage] ?? 0;
    const flow = stepCatchment(runoff, catchment, rain, evaporationMps, stepS);
    runoff.newM3s[row] = flow;
    runoff.peakM3s[row] = Math.max(runoff.peakM3s[row]!, flow);
    runoff.totalM3[row] = runoff.totalM3[row]! + flow * stepS;
    if (catchment.source.outlet.kind === 'node') runoff.runoffM3 += flow * stepS;
  });
}

function stepCatchment(
  runoff: Runoff,
  { source, planes, soil, runOnM3s }: Catchment,
  rain: number,
  evaporation: number,
  stepS: number,
): number {
  runoff.rainM3 += rain * source.areaM2 * stepS;
  const [bare, rough, pervious] = planes;
  const spread = source.areaM2 > 0 ? runOnM3s / source.areaM2 : 0;
  for (const plane of planes) plane.runOnMps = spread;
  if (source.route === 'pervious' && pervious.areaM2 > 0) {
    const sent =
      (bare.runoffMps * bare.areaM2 + rough.runoffMps * rough.areaM2) * source.routedShare;
    pervious.runOnMps += sent / pervious.areaM2;
  }
  if (source.route === 'impervious' && rough.areaM2 > 0) {
    rough.runOnMps += (pervious.runoffMps * pervious.areaM2 * source.routedShare) / rough.areaM2;
  }
  let flow = 0;
  for (const plane of planes) {
    if (plane.areaM2 <= 0) continue;
    stepPlane(runoff, plane, soil, rain, evaporation, stepS);
    const isRouted = source.route === (plane.isPervious ? 'impervious' : 'pervious');
    const receives = plane.isPervious ? rough.areaM2 > 0 : pervious.areaM2 > 0;
    const share = isRouted && receives ? 1 - source.routedShare : 1;
    flow += plane.runoffMps * plane.areaM2 * share;
  }
  return flow;
}

function stepPlane(
  runoff: Runoff,
  plane: Plane,
  soil: Soil,
  rain: number,
  evaporation: number,
  stepS: number,
): void {
  const arriving = rain + plane.runOnMps;
  const standing = plane.depthM / stepS;
  const evaporates = Math.min(standing, evaporation);
  const soaks = plane.isPervious ? infiltrate(soil, stepS, arriving, plane.depthM) : 0;
  const volume = plane.areaM2 * stepS;
  const available = arriving + standing;
  if (evaporates + soaks >= available) {
    const share = evaporates + soaks > 0 ? available / (evaporates + soaks) : 0;
    runoff.evaporatedM3 += evaporates * share * volume;
    runoff.infiltratedM3 += soaks * share * volume;
    plane.depthM = 0;
    plane.runoffMps = 0;
    return;
  }
  runoff.evaporatedM3 += evaporates * volume;
  runoff.infiltratedM3 += soaks * volume;
  const net = arriving - evaporates - soaks;
  plane.depthM = drainPlane(plane.depthM, net, plane.storageM, plane.alpha, stepS);
  const over = plane.depthM - plane.storageM;
  if (over <= LEAST_EXCESS_M) plane.runoffMps = 0;
  else if (plane.alpha > 0) plane.runoffMps = plane.alpha * over * Math.cbrt(over * over);
  else {
    plane.runoffMps = over / stepS;
    plane.depthM = plane.storageM;
  }
}

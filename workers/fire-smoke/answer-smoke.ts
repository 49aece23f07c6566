// Smoke of what burns at a moment: plumes of the fires, one raster of fuel burnt a cubic metre, what is drawn of it, zones.

import type { AirReport, AirSource, SmokeFrame } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { airScales } from '#features/fire/kernel/air-scale.ts';
import { moved } from '#model/near-plane.ts';
import { createPlume, type Plume } from '#simulation/fire/smoke/plume.ts';
import { addPlume, createRaster } from '#simulation/fire/smoke/raster.ts';
import type { Caution } from '#simulation/fire/smoke/validity.ts';
import type { TownInside } from '../town/inside.ts';
import { cornersOf, gridAround, toRingsDeg } from './air-grid.ts';
import { AIR_PRESSURE_PA, airLevels, emittedShare, fuelOfSight, fuelOfTier } from './air-levels.ts';
import { createIsoLines } from './iso-lines.ts';
import { placeFires } from './plumes/burning.ts';
import { clusterFires } from './plumes/clusters.ts';
import { boxOf, cellsFor, RECEPTOR_M, type Smoking } from './plumes/extent.ts';
import { segmentsOf } from './plumes/segments.ts';
import { plumeAirOf, skyAt } from './plumes/sky.ts';
import { slicesOf } from './plumes/slices.ts';
import type { AirAnswer, SmokeQuestion } from './protocol.ts';
import { smokeZones } from './smoke-zones.ts';
import { cautionTexts, words } from './words.ts';
import { drawnZones } from './zones.ts';

const CONVECTIVE_SHARE = 0.7;
const MOST_CLUSTERS = 8;
/** Plumes whose body is drawn: the eye doesn't part more. */
const MOST_BODIES = 4;
const BODY_M = 6000;

/** @throws RangeError for a wind or air that can't be; the frame is undefined where nothing burns. */
export function answerSmoke(question: SmokeQuestion, town: TownInside): AirAnswer {
  const { of, timeS, startMs, wind: winds, air, quantity, band } = question;
  const wind = winds.findLast(({ fromS }) => fromS <= timeS) ?? winds[0];
  const fires = placeFires(question.burning, town.buildings);
  const middle: PlaceDeg = fires.middle ?? [0, 0];
  const sky = skyAt(middle, startMs + timeS * 1000, wind?.speedMs ?? 0, air);
  const head = {
    ...{ of, timeS, ...sky, source: air.source, model: words.smokeModel },
    wind: { speedMs: wind?.speedMs ?? Number.NaN, fromRad: wind?.fromRad ?? Number.NaN },
  };
  const none = (problem?: AirReport['problem']): AirAnswer => ({
    frame: undefined,
    zones: drawnZones(head, []),
    report: {
      ...{ ...head, zones: [], sources: [], cautions: [], elapsedMs: 0 },
      ...(problem && { problem }),
    },
  });
  if (!wind || !Number.isFinite(wind.speedMs) || !Number.isFinite(wind.fromRad)) {
    return none(words.noWind);
  }
  if (!town.buildings) return none(words.noBuildings);
  if (fires.buildings.length === 0) return none();

  const clusters = clusterFires(fires.buildings, MOST_CLUSTERS);
  const highestOutletM = Math.max(...clusters.map(({ heightM }) => heightM));
  const smoking = clusters.map((cluster): Smoking => {
    const plumeIn = ({ speedMs }: { readonly speedMs: number }): Plume =>
      createPlume(
        {
          ...{ phase: cluster.phase, heatW: cluster.heatW, convectiveShare: CONVECTIVE_SHARE },
          ...{ outletHeightM: cluster.heightM, building: cluster },
        },
        plumeAirOf(sky, speedMs, air.temperatureC, { latitudeDeg: middle[1], highestOutletM }),
      );
    return { cluster, segments: segmentsOf(cluster, winds, timeS, plumeIn) };
  });
  const airState = { temperatureK: air.temperatureC + 273.15, pressurePa: AIR_PRESSURE_PA };
  const scale = airScales[quantity];
  const levels = airLevels(quantity, band, airState);
  const mildest = scale.worse === 'more' ? scale.limits[0] : scale.limits.at(-1);
  const leastFuel = Math.min(
    levels.fuelAt(mildest ?? Number.NaN),
    fuelOfTier(1, 'high', airState).fuelKgM3,
    fuelOfSight(1, 'high'),
  );
  const grid = gridAround(boxOf(smoking, leastFuel), cellsFor(smoking));
  const fuel = createRaster(grid);
  for (const { cluster, segments } of smoking) {
    for (const { plume, xM, yM, windFromRad } of segments) {
      addPlume(plume, { xM, yM, windFromRad, receptorM: RECEPTOR_M }, grid, cluster.burntKgS, fuel);
    }
  }
  const iso = createIsoLines(fuel, grid);
  const found = new Set<Caution>();
  for (const { segments } of smoking)
    for (const one of segments[0]?.plume.cautions ?? []) found.add(one);
  const zones = smokeZones({ iso, grid, middle, airState, town, band, clusters });
  const frame: SmokeFrame = {
    ...{ of, timeS, quantity, unit: scale.unit, limits: scale.limits, band },
    ...{ columns: grid.columns, rows: grid.rows, corners: cornersOf(grid, middle) },
    values: fuel.map(levels.valueOf),
    isoLines: scale.limits
      .map((level) => ({
        level,
        rings: toRingsDeg(grid, middle, iso.ringsAt(levels.fuelAt(level))),
      }))
      .filter(({ rings }) => rings.length > 0),
    slices: smoking.slice(0, MOST_BODIES).flatMap(({ cluster, segments }) => {
      const soot = cluster.burntKgS * emittedShare('particles', band);
      return segments.flatMap((segment) => slicesOf(segment, soot, middle, BODY_M));
    }),
    cautions: [
      ...cautionTexts(found),
      words.emissions,
      words.steadyRate,
      ...(smoking.some(({ segments }) => segments.length > 1) ? [words.turned] : []),
    ],
    model: words.smokeModel,
  };
  return {
    frame,
    zones: drawnZones(head, zones),
    report: {
      ...{ ...head, zones, cautions: frame.cautions, elapsedMs: 0 },
      sources: smoking.map((one) => toSource(one, middle)),
    },
  };
}

function toSource({ cluster, segments }: Smoking, middle: PlaceDeg): AirSource {
  const plume = segments[0]?.plume;
  return {
    at: moved(middle, [cluster.xM, cluster.yM]),
    ...{ buildings: cluster.buildings, phase: cluster.phase, rateKgS: cluster.burntKgS },
    heatMW: cluster.heatW / 1e6,
    isInWake: plume?.isInWake ?? false,
    finalHeightM: plume?.finalHeightM ?? cluster.heightM,
  };
}

// Smoke of what burns at a moment: plumes of the fires, one raster of fuel burnt a cubic metre, what is drawn of it, zones.

import type {
  AirReport,
  AirSource,
  SmokeFrame,
  ZoneInBands,
} from '#features/fire/contract/smoke.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { airScales, sightTiersM } from '#features/fire/kernel/air-scale.ts';
import { moved } from '#features/fire/kernel/plane.ts';
import type { AirState, Tier } from '#simulation/fire/smoke/exposure-levels.ts';
import { createPlume, type Plume } from '#simulation/fire/smoke/plume.ts';
import { addPlume, type CellGrid, createRaster } from '#simulation/fire/smoke/raster.ts';
import type { Caution } from '#simulation/fire/smoke/validity.ts';
import type { TownInside } from '../town/inside.ts';
import { type Box, cornersOf, farthestOf, gridAround, toRingsDeg } from './air-grid.ts';
import {
  AIR_PRESSURE_PA,
  airLevels,
  bands,
  emittedShare,
  fuelOfSight,
  fuelOfTier,
} from './air-levels.ts';
import { createIsoLines } from './iso-lines.ts';
import { placeFires } from './plumes/burning.ts';
import { clusterFires, type FireCluster } from './plumes/clusters.ts';
import { FARTHEST_M, type SmokeSegment, segmentsOf } from './plumes/segments.ts';
import { plumeAirOf, skyAt } from './plumes/sky.ts';
import { slicesOf } from './plumes/slices.ts';
import type { AirAnswer, SmokeQuestion } from './protocol.ts';
import { cautionTexts, words } from './words.ts';
import { countOf, drawnZones, toZone, type ZoneHead } from './zones.ts';

/** Of those who breathe it. */
export const RECEPTOR_M = 1.5;
const CONVECTIVE_SHARE = 0.7;
const MOST_CLUSTERS = 8;
/** Plumes whose body is drawn: the eye doesn't part more. */
const MOST_BODIES = 4;
const BODY_M = 6000;

interface Smoking {
  readonly cluster: FireCluster;
  readonly segments: readonly SmokeSegment[];
}

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
  const zones = zonesOf({ iso, grid, middle, airState, town, band, clusters });
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

/** Fewer cells where many plumes are added: what a picture costs stays the same. */
function cellsFor(smoking: readonly Smoking[]): number {
  const plumes = smoking.reduce((sum, { segments }) => sum + segments.length, 0);
  return plumes <= 4 ? 512 : plumes <= 10 ? 384 : 256;
}

/** Around every plume out to where it is thinner than `leastFuel`. */
function boxOf(smoking: readonly Smoking[], leastFuel: number): Box {
  let box = { westM: Infinity, southM: Infinity, eastM: -Infinity, northM: -Infinity };
  const add = (xM: number, yM: number, marginM: number) => {
    box = {
      westM: Math.min(box.westM, xM - marginM),
      southM: Math.min(box.southM, yM - marginM),
      eastM: Math.max(box.eastM, xM + marginM),
      northM: Math.max(box.northM, yM + marginM),
    };
  };
  for (const { cluster, segments } of smoking) {
    for (const segment of segments) {
      const reachM = reachOf(segment, cluster.burntKgS, leastFuel);
      const { plume, xM, yM, windFromRad } = segment;
      add(xM, yM, 150 + 2 * plume.sigmaYAt(1));
      const marginM = 2.5 * plume.sigmaYAt(reachM);
      add(xM - Math.sin(windFromRad) * reachM, yM - Math.cos(windFromRad) * reachM, marginM);
    }
  }
  return box;
}

const REACH_STEPS = 80;

/** Last place on the axis near the ground with `leastFuel`, at least some hundred metres. */
function reachOf(
  { plume, frontM, driftM }: SmokeSegment,
  burntKgS: number,
  leastFuel: number,
): number {
  const farM = Math.min(FARTHEST_M - driftM, frontM + 2 * plume.sigmaYAt(frontM));
  let reachM = Math.min(farM, 400);
  for (let step = 0; step <= REACH_STEPS; step++) {
    const xM = 20 * Math.max(1, farM / 20) ** (step / REACH_STEPS);
    if (burntKgS * plume.unitConcentration(xM, 0, RECEPTOR_M) >= leastFuel) reachM = xM;
  }
  return Math.max(100, Math.min(reachM * 1.1, FARTHEST_M));
}

interface ZoneGround {
  readonly iso: ReturnType<typeof createIsoLines>;
  readonly grid: CellGrid;
  readonly middle: PlaceDeg;
  readonly airState: AirState;
  readonly town: TownInside;
  readonly band: SmokeFrame['band'];
  readonly clusters: readonly FireCluster[];
}

/** Harm by gas and loss of sight, three tiers each, the worst first. */
function zonesOf(ground: ZoneGround): ZoneInBands[] {
  const { airState } = ground;
  const tiers: readonly Tier[] = [3, 2, 1];
  return [
    ...tiers.map((tier) => {
      const { gas, ppm } = fuelOfTier(tier, ground.band, airState);
      const head = {
        id: `toxic-${tier}`,
        kind: 'toxic',
        tier,
        label: words.toxic(tier, gas, ppm),
      } as const;
      return zoneInBands(head, (band) => fuelOfTier(tier, band, airState).fuelKgM3, ground);
    }),
    ...tiers.map((tier) => {
      const label = words.sight(sightTiersM[tier]);
      const head = { id: `smoke-${tier}`, kind: 'smoke', tier, label } as const;
      return zoneInBands(head, (band) => fuelOfSight(tier, band), ground);
    }),
  ];
}

function zoneInBands(
  head: ZoneHead,
  levelIn: (band: SmokeFrame['band']) => number,
  { iso, grid, middle, town, band, clusters }: ZoneGround,
): ZoneInBands {
  const inBand = (one: SmokeFrame['band']) =>
    toZone(head, toRingsDeg(grid, middle, iso.ringsAt(levelIn(one))), town);
  const [low, middling, high] = bands.map(inBand);
  if (!low || !middling || !high) throw new Error('A band is missing.');
  const zones = { low, middle: middling, high };
  const level = levelIn(band);
  const rings = iso.ringsAt(level);
  const [hottest] = clusters;
  const from = [hottest?.xM ?? 0, hottest?.yM ?? 0] as const;
  return {
    zone: zones[band],
    farthestM: rings.length === 0 ? undefined : farthestOf(grid, rings, from),
    isCut: rings.length > 0 && iso.isCutAt(level),
    bands: { low: countOf(low), middle: countOf(middling), high: countOf(high) },
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

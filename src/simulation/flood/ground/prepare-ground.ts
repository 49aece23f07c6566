// From what is known of a place to the grid that a run begins on: beds, faces, roughness and the water that stands
// there. SI; everything in grid coordinates (cells east and south of the north-west corner).

import type { FloodGrid } from '../parts.ts';
import { blockBuildings, type PlacedFootprint, placeBuildings, raiseWalls } from './buildings.ts';
import { type Component, findComponents } from './components.ts';
import { type CrestLine, createCrests, hasCrest, raiseCrest } from './crests.ts';
import { placeRiver, type RiverStation } from './river.ts';
import { coverCode, toManning } from './roughness.ts';
import { cutSeaBed } from './sea-bed.ts';
import { fillWater, type GivenLevel, type WaterBody } from './water.ts';

export interface GroundInputs {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  /** Bed as the elevation model has it; NaN: not known. Changed in place where a river's bed is cut into it. */
  readonly zM: Float32Array;
  readonly footprints: Iterable<PlacedFootprint>;
  readonly buildings: 'walls' | 'blocked' | 'ground';
  /** Sill of buildings as walls above the ground beside them (m). */
  readonly sillM: number;
  readonly crestLines: readonly CrestLine[];
  /** `coverCode` of each cell, and index into `waterKinds`. */
  readonly cover: Uint8Array;
  readonly water: Uint8Array;
  readonly roughnessFactor: number;
  readonly rivers: readonly (readonly RiverStation[])[];
  readonly seaLevelM: number;
  readonly given: readonly GivenLevel[];
}

export interface PreparedGround {
  readonly grid: FloodGrid;
  /** Bed with no buildings in it. */
  readonly placeZM: Float32Array;
  readonly depthM: Float32Array;
  readonly buildingAt: Int32Array;
  readonly bodies: readonly WaterBody[];
  readonly facts: GroundFacts;
}

/** What had to be assumed or left out, to be told. */
export interface GroundFacts {
  /** Groups of cells without height, the largest first. */
  readonly holes: readonly Component[];
  readonly missedBuildings: readonly number[];
  readonly raisedFaces: number;
  /** Cells whose bed was cut because the elevation model shows the water's surface. */
  readonly cutCells: number;
  /** Water on the map that stays dry at the start, since nothing tells its level: the middle of each. */
  readonly dryWater: readonly Component[];
}

/** Throws `RangeError` where sill or roughness are out of range. */
export function prepareGround(inputs: GroundInputs): PreparedGround {
  const { width, height, cellM, zM, water, cover, sillM } = inputs;
  if (!(sillM >= 0 && Number.isFinite(sillM))) {
    throw new RangeError(`The sill of buildings is ${sillM} m; expected 0 or more.`);
  }
  const manning = toManning(cover, inputs.roughnessFactor);
  const riverLevelM = new Float32Array(width * height).fill(Number.NaN);
  const riverFloodM = new Float32Array(width * height).fill(Number.NaN);
  let cutCells = cutSeaBed(zM, water, inputs.seaLevelM);
  for (const stations of inputs.rivers) {
    const river = placeRiver(stations, zM, width, height);
    cutCells += river.cut;
    for (const cell of river.cells) {
      const level = river.levelM[cell]!;
      riverLevelM[cell] = level;
      riverFloodM[cell] = river.floodM[cell]!;
      if (water[cell] === 0 && zM[cell]! < level) water[cell] = 1;
      const n = river.manning[cell]!;
      if (n > 0 && water[cell] === 1) manning[cell] = n * inputs.roughnessFactor;
    }
  }
  const holes = findComponents(width, height, (cell) => Number.isNaN(zM[cell]!));
  const { buildingAt, missed } = placeBuildings(inputs.footprints, width, height);
  const crests = createCrests(width, height);
  let raisedFaces = 0;
  for (const line of inputs.crestLines) raisedFaces += raiseCrest(crests, zM, line);
  const depthM = new Float32Array(width * height);
  const { bodies, dry } = fillWater({ ...inputs, crests, riverLevelM, riverFloodM }, depthM);
  // What floats or stands in the water, piers and boathouses, holds none back.
  for (let cell = 0; cell < depthM.length; cell++) if (depthM[cell]! > 0) buildingAt[cell] = -1;
  if (inputs.buildings === 'walls') raiseWalls(crests, zM, buildingAt, sillM);
  if (inputs.buildings !== 'ground') roughenBuildings(manning, buildingAt);
  const grid: FloodGrid = {
    width,
    height,
    cellM,
    zM: inputs.buildings === 'blocked' ? blockBuildings(zM, buildingAt) : zM,
    manning,
    ...(hasCrest(crests) ? { crestWestM: crests.westM, crestNorthM: crests.northM } : {}),
  };
  const bySize = (a: Component, b: Component) => b.cells.length - a.cells.length;
  return {
    grid,
    placeZM: zM,
    depthM,
    buildingAt,
    bodies,
    facts: {
      holes: holes.sort(bySize),
      missedBuildings: missed,
      raisedFaces,
      cutCells,
      dryWater: dry.sort(bySize),
    },
  };
}

const insideManning = 0.3;

function roughenBuildings(manning: Float32Array, buildingAt: Int32Array): void {
  for (let cell = 0; cell < manning.length; cell++) {
    if (buildingAt[cell]! >= 0) manning[cell] = insideManning;
  }
}

export const UNKNOWN_COVER = coverCode('unknown');

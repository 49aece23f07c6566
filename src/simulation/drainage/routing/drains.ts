// Everything that routing reads and writes, allocated once: structures of arrays by row of nodes, conduits and
// devices. SI. `new…` values are of the current trial, `old…` of the last step.

import type { Curve, DrainageModel, OutfallStage } from '../model.ts';
import type { SectionTable } from '../section/section-table.ts';

export const nodeKind = { junction: 0, outfall: 1, storage: 2 } as const;

/** Depth below which something counts as dry, m (0.0001 ft). */
export const DRY_M = 3.048e-5;
/** Area below which a section counts as dry, m² (0.0001 ft²). */
export const DRY_M2 = 1e-4 * 0.3048 ** 2;
/** Flow that counts as none, m³/s (0.0001 ft³/s). */
export const DRY_M3S = 1e-4 * 0.3048 ** 3;
/** Flow that has just turned back, m³/s (0.001 ft³/s). */
export const TURNED_M3S = 1e-3 * 0.3048 ** 3;
/** 32.2 ft/s², as SWMM takes it: flows of user5 that are about to jump hang on its third digit. */
export const GRAVITY = 9.81456;
/** Manning's factor for feet and the power of the radius in friction (4/3), rounded as SWMM takes them. */
const FEET_FACTOR = 1.486;
export const FRICTION_POWER = 1.33333;
/** What these make of Manning's formula in metres: 1.00006 of its flow, 0.9999 of its friction. */
export const MANNING_FACTOR = FEET_FACTOR * 0.3048 ** (1 / 3);
export const FRICTION_FACTOR = 0.3048 ** (FRICTION_POWER - 2) / FEET_FACTOR ** 2;

export interface NodeArrays {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly invertM: Float64Array;
  readonly fullDepthM: Float64Array;
  readonly surchargeM: Float64Array;
  readonly pondedM2: Float64Array;
  /** Highest crown of its links above the invert. */
  readonly crownM: Float64Array;
  /** 1: no link leads to it and one leads away. */
  readonly isHead: Uint8Array;
  readonly fullVolumeM3: Float64Array;
  readonly depthM: Float64Array;
  readonly oldDepthM: Float64Array;
  readonly volumeM3: Float64Array;
  readonly oldVolumeM3: Float64Array;
  readonly inflowM3s: Float64Array;
  readonly outflowM3s: Float64Array;
  readonly oldNetM3s: Float64Array;
  readonly lateralM3s: Float64Array;
  /** Evaporation and seepage of storage. */
  readonly lossM3s: Float64Array;
  readonly overflowM3s: Float64Array;
  readonly surfaceM2: Float64Array;
  readonly freeSurfaceM2: Float64Array;
  readonly flowByHead: Float64Array;
  readonly risingMps: Float64Array;
  /** Water in it that none of its links holds. */
  readonly manholeM3: Float64Array;
  /** Water that its depths don't show yet, and the flow that pays for it. */
  readonly owedM3: Float64Array;
  readonly paymentM3s: Float64Array;
  readonly oldPaymentM3s: Float64Array;
  /** Most flow through it so far. */
  readonly highestM3s: Float64Array;
  /** Most that has come into all of them from outside at one time; one value. */
  readonly highestInflowM3s: Float64Array;
  /** All that has come in from outside; one value. */
  readonly broughtM3: Float64Array;
  readonly isConverged: Uint8Array;
  readonly storages: readonly (Storage | undefined)[];
  readonly stages: readonly (OutfallStage | undefined)[];
  readonly hasFlapGate: Uint8Array;
}

export interface ConduitArrays {
  readonly count: number;
  /** Row in the model's links. */
  readonly link: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** −1 where it was turned so that it falls: flow and its ends are told the other way round. */
  readonly direction: Int8Array;
  readonly tables: readonly SectionTable[];
  readonly isOpen: Uint8Array;
  readonly fullDepthM: Float64Array;
  readonly fullAreaM2: Float64Array;
  readonly fullRadiusM: Float64Array;
  readonly widthM: Float64Array;
  readonly fromOffsetM: Float64Array;
  readonly toOffsetM: Float64Array;
  readonly lengthM: Float64Array;
  /** Length after lengthening for the time step. */
  readonly routedLengthM: Float64Array;
  /** g · n² with the lengthened conduit's n. */
  readonly friction: Float64Array;
  /** √slope / n: normal flow is this times A·R^⅔. */
  readonly normal: Float64Array;
  /** Normal flow of the full section. */
  readonly fullNormalM3s: Float64Array;
  readonly barrels: Float64Array;
  readonly entryLoss: Float64Array;
  readonly exitLoss: Float64Array;
  readonly averageLoss: Float64Array;
  /** Into the ground, m/s over its width. */
  readonly seepageMps: Float64Array;
  /** What leaves a barrel to air and ground. */
  readonly lossM3s: Float64Array;
  readonly maximumM3s: Float64Array;
  /** Slope of friction of a full force main is this times v · |v|^(power − 1); 0: no force main. */
  readonly forceMain: Float64Array;
  readonly forceMainPower: number;
  readonly hasFlapGate: Uint8Array;
  readonly hasOutfall: Uint8Array;
  /** Share of it that is not blocked, 0–1. */
  readonly opening: Float64Array;
  /** Per barrel. */
  readonly flowM3s: Float64Array;
  readonly oldFlowM3s: Float64Array;
  readonly middleAreaM2: Float64Array;
  readonly oldMiddleAreaM2: Float64Array;
  /** Mean of the areas at both ends. */
  readonly areaM2: Float64Array;
  /** Depths that surfaces were taken at. */
  readonly fromDepthM: Float64Array;
  readonly toDepthM: Float64Array;
  /** Water in all its barrels, and surface of what stands above its ends where they are full. */
  readonly heldM3: Float64Array;
  readonly oldHeldM3: Float64Array;
  readonly fromSlotM2: Float64Array;
  readonly toSlotM2: Float64Array;
  readonly depthM: Float64Array;
  readonly oldDepthM: Float64Array;
  readonly velocityMps: Float64Array;
  readonly froude: Float64Array;
  readonly flowByHead: Float64Array;
  readonly fromSurfaceM2: Float64Array;
  readonly toSurfaceM2: Float64Array;
  readonly isAtRest: Uint8Array;
}

/** Area and volume of a storage by depth, at equal steps; beyond the last the area goes on as it rose. */
export interface Storage {
  readonly curve: Curve;
  readonly areaAt: (depthM: number) => number;
  readonly volumeAt: (depthM: number) => number;
  readonly evaporationShare: number;
  readonly seepageMps: number;
}

export interface DeviceArrays {
  readonly count: number;
  readonly link: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly flowM3s: Float64Array;
  readonly flowByHead: Float64Array;
  readonly fromSurfaceM2: Float64Array;
  readonly toSurfaceM2: Float64Array;
  readonly depthM: Float64Array;
  /** 0–1, what controls asked for and what it has got to. */
  readonly target: Float64Array;
  readonly setting: Float64Array;
}

export interface Drains {
  readonly model: DrainageModel;
  readonly nodes: NodeArrays;
  readonly conduits: ConduitArrays;
  readonly devices: DeviceArrays;
  /** By row of the model's links: row among conduits, or −1 − row among devices. */
  readonly place: Int32Array;
  readonly orificeTables: readonly (SectionTable | undefined)[];
  readonly warnings: readonly string[];
}

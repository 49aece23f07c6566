// The town's water network as the model, the collections and the telemetry know it. SI; places in the map
// (EPSG:25832), levels above the vertical datum. Ids are those of `water.inp`.

import type { Point } from '../plane.ts';
import type { Demand } from './demand.ts';
import type { NominalSize, PipeMaterial } from './pipe-sizes.ts';

export interface WaterJunction {
  readonly id: string;
  readonly kind: 'junction';
  readonly at: Point;
  /** Axis of the pipe. */
  readonly elevationM: number;
  /** Index of the crossing in the street graph; undefined between crossings and in works. */
  readonly crossing: number | undefined;
  readonly dma: string | undefined;
  /** Main of the streets, transmission main above the districts, or inside a works. */
  readonly role: 'distribution' | 'transmission' | 'works';
  readonly demands: readonly Demand[];
}

export interface WaterReservoir {
  readonly id: string;
  readonly kind: 'reservoir';
  readonly name: string;
  readonly at: Point;
  readonly headM: number;
}

export interface WaterTank {
  readonly id: string;
  readonly kind: 'tank';
  readonly name: string;
  readonly use: 'clearWater' | 'service';
  readonly at: Point;
  /** Of the tank's floor; the ground lies at `groundM`. */
  readonly elevationM: number;
  readonly groundM: number;
  readonly diameterM: number;
  readonly leastLevelM: number;
  readonly greatestLevelM: number;
  /** At midnight, when a day starts; the day after starts there again. */
  readonly initialLevelM: number;
}

export type WaterNode = WaterJunction | WaterReservoir | WaterTank;

/** Where a pipe lies: in the streets' corridor, or straight where it is inside a works. */
export type PipeCourse =
  | {
      readonly kind: 'street';
      readonly edges: readonly EdgePart[];
      readonly isTransmission: boolean;
    }
  | { readonly kind: 'straight' };

/** Part of a street edge, in stations along it; walked from `startM` to `endM`. */
export interface EdgePart {
  readonly edge: number;
  readonly startM: number;
  readonly endM: number;
}

export interface WaterPipe {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly role: 'main' | 'transmission' | 'inlet' | 'works';
  readonly course: PipeCourse;
  readonly lengthM: number;
  readonly nominalMm: NominalSize;
  readonly innerM: number;
  readonly outerM: number;
  readonly material: PipeMaterial;
  readonly year: number;
  readonly roughnessM: number;
  /** Its valve at the border of a district is shut in normal operation. */
  readonly isClosed: boolean;
  readonly dma: string | undefined;
}

export interface WaterPump {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly at: Point;
  readonly use: 'well' | 'highLift' | 'booster';
  readonly station: string;
  /** Best point of its curve. */
  readonly flowM3s: number;
  readonly headM: number;
  readonly peakEfficiency: number;
  readonly startsOpen: boolean;
}

/** A pressure-reducing valve at the inlet of a low district. */
export interface WaterRegulator {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: Point;
  readonly diameterM: number;
  /** Pressure head kept behind it. */
  readonly settingM: number;
  readonly dma: string;
}

/** What the model's pumps do, in the words of EPANET's [CONTROLS]. */
export interface WaterControl {
  readonly link: string;
  readonly action: 'open' | 'closed';
  readonly when:
    | { readonly clockH: number }
    | { readonly tank: string; readonly side: 'above' | 'below'; readonly levelM: number };
}

export interface WaterDma {
  readonly id: string;
  readonly name: string;
  readonly zone: 'low' | 'main' | 'high' | 'top';
  /** Link that all its water passes: a metered pipe, or the pump or regulator behind the meter. */
  readonly inlet: string;
  /** Shut in normal operation. */
  readonly reserveInlet: string | undefined;
  readonly residents: number;
  readonly meanDemandM3s: number;
  /** Node that stands for the district's pressure: its highest customer. */
  readonly criticalNode: string;
}

export interface WaterCustomer {
  readonly building: string;
  readonly node: string;
  readonly demands: readonly Demand[];
}

export interface WaterHydrant {
  readonly id: string;
  readonly node: string;
  /** On the street's edge, so that it can be drawn and reached. */
  readonly edge: number;
  readonly stationM: number;
}

/** An isolation valve: on `link`, at its end at `node`. */
export interface WaterValve {
  readonly id: string;
  readonly link: string;
  readonly node: string;
  readonly isClosed: boolean;
  readonly isOperable: boolean;
  readonly lastExercised: number;
}

export interface WaterNetwork {
  readonly nodes: readonly WaterNode[];
  readonly pipes: readonly WaterPipe[];
  readonly pumps: readonly WaterPump[];
  readonly regulators: readonly WaterRegulator[];
  readonly controls: readonly WaterControl[];
  readonly dmas: readonly WaterDma[];
  readonly customers: readonly WaterCustomer[];
  readonly hydrants: readonly WaterHydrant[];
  readonly valves: readonly WaterValve[];
}

// The network while it is being put together: pipes don't have their size yet.

import type {
  PipeCourse,
  WaterControl,
  WaterNode,
  WaterPipe,
  WaterPump,
  WaterRegulator,
} from './network.ts';
import type { NominalSize } from './pipe-sizes.ts';
import type { PressureZone } from './pressure-zones.ts';

export interface PipePlan {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly role: WaterPipe['role'];
  readonly course: PipeCourse;
  readonly lengthM: number;
  readonly year: number;
  /** 0 to 1, decides between the materials of its time. */
  readonly chance: number;
  /** The smallest size that is laid here. */
  readonly leastMm: NominalSize;
  readonly isClosed: boolean;
  readonly dma: string | undefined;
}

export interface DraftArea {
  readonly id: string;
  readonly name: string;
  readonly zone: PressureZone | 'low';
  inlet: string;
  reserveInlet: string | undefined;
}

export interface Draft {
  readonly nodes: WaterNode[];
  readonly pipes: PipePlan[];
  readonly pumps: WaterPump[];
  readonly regulators: WaterRegulator[];
  readonly controls: WaterControl[];
  readonly areas: DraftArea[];
}

export const createDraft = (): Draft => ({
  nodes: [],
  pipes: [],
  pumps: [],
  regulators: [],
  controls: [],
  areas: [],
});

/** A pipe inside a works, straight from node to node. */
export const worksPipe = (
  id: string,
  from: string,
  to: string,
  lengthM: number,
  leastMm: NominalSize,
): PipePlan => ({
  id,
  from,
  to,
  role: 'works',
  course: { kind: 'straight' },
  lengthM: Math.max(2, lengthM),
  year: 1998,
  chance: 0.95,
  leastMm,
  isClosed: false,
  dma: undefined,
});

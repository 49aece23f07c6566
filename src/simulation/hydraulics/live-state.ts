// What sensors say → the state that a model is solved in. Readings that are old, missing or about elements that the
// model lacks are left out and named.

import { LinkType, NodeType } from 'epanet-js';
import type { NetworkReading } from '#model/network-reading.ts';
import { type DemandScale, scaleToMeters } from './metered-areas.ts';
import type { WaterModel, WaterState } from './parts.ts';

export interface LiveState {
  readonly state: WaterState;
  readonly scale: DemandScale;
  /** Ids of elements that a sensor names and the model lacks. */
  readonly unknown: readonly string[];
  /** Ids of sensors whose last news is too old to go by. */
  readonly stale: readonly string[];
}

/** Pumps that turn slower than this stand. */
const LEAST_SPEED = 0.02;

export interface LiveOptions {
  readonly patternS: number;
  /** Nodes where a burst or an open hydrant takes water beside the usual demand. */
  readonly excluded?: ReadonlySet<string> | undefined;
  /** Used in the place of what the meters say: how it was before a burst. */
  readonly heldScale?: DemandScale | undefined;
}

export function toLiveState(
  model: WaterModel,
  readings: readonly NetworkReading[],
  { patternS, excluded, heldScale }: LiveOptions,
): LiveState {
  const tankLevelM = new Map<string, number>();
  const pumps = new Map<string, { isRunning: boolean; speed: number }>();
  const flowM3s = new Map<string, number>();
  const unknown = new Set<string>();
  const stale = new Set<string>();
  for (const { element, sensor, property, value, isStale } of readings) {
    const node = model.nodeIndex.get(element);
    const link = model.linkIndex.get(element);
    if (node === undefined && link === undefined) {
      unknown.add(element);
      continue;
    }
    if (isStale || Number.isNaN(value)) {
      stale.add(sensor);
      continue;
    }
    const isTank = node !== undefined && model.nodeType[node - 1] === NodeType.Tank;
    const isPump = link !== undefined && model.linkType[link - 1] === LinkType.Pump;
    if (property === 'tankLevel' && isTank) tankLevelM.set(element, value);
    if (property === 'pumpSpeed' && isPump) {
      pumps.set(element, { isRunning: value > LEAST_SPEED, speed: value });
    }
    if (property === 'pipeFlow' && link !== undefined) flowM3s.set(element, value);
  }
  const scale = heldScale ?? scaleToMeters(model, patternS, flowM3s, excluded);
  return {
    state: {
      patternS,
      tankLevelM,
      pumps,
      demandFactor: scale.factor,
      nodeFactor: factorsOf(scale),
    },
    scale,
    unknown: [...unknown],
    stale: [...stale],
  };
}

const factors = new WeakMap<DemandScale, ReadonlyMap<string, number>>();

/** Beside the factor of the whole; the same object for the same scale, see `scaleDemands`. */
function factorsOf(scale: DemandScale): ReadonlyMap<string, number> {
  const before = factors.get(scale);
  if (before) return before;
  const made = new Map<string, number>();
  for (const area of scale.areas) {
    for (const node of area.nodes) made.set(node, area.factor / scale.factor);
  }
  factors.set(scale, made);
  return made;
}

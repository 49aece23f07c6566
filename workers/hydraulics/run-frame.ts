// One instant of a run as it is kept: single precision, so that a day of 26,000 pipes takes 60 MB, not 200.

import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';

export interface RunFrame {
  readonly timeS: number;
  readonly headM: Float32Array;
  readonly demandM3s: Float32Array;
  readonly deliveredShare: Float32Array;
  readonly flowM3s: Float32Array;
  readonly isOpen: Uint8Array;
  readonly supply: Uint8Array;
  /** Sparse: most nodes emit nothing. */
  readonly emitters: readonly (readonly [node: number, flowM3s: number])[];
  readonly leakM3s: Float32Array | undefined;
  quality: Float32Array | undefined;
}

export function keepFrame(snapshot: WaterSnapshot, supply: Uint8Array): RunFrame {
  const emitters: (readonly [number, number])[] = [];
  for (let node = 0; node < snapshot.emitterM3s.length; node += 1) {
    const flow = snapshot.emitterM3s[node]!;
    if (flow > 0) emitters.push([node, flow]);
  }
  return {
    timeS: snapshot.timeS,
    headM: Float32Array.from(snapshot.headM),
    demandM3s: Float32Array.from(snapshot.demandM3s),
    deliveredShare: Float32Array.from(snapshot.deliveredShare),
    flowM3s: Float32Array.from(snapshot.flowM3s),
    isOpen: snapshot.isOpen,
    supply,
    emitters,
    leakM3s: snapshot.leakM3s.some((leak) => leak > 0)
      ? Float32Array.from(snapshot.leakM3s)
      : undefined,
    quality: undefined,
  };
}

export function showFrame(model: WaterModel, frame: RunFrame) {
  const headM = Float64Array.from(frame.headM);
  const flowM3s = Float64Array.from(frame.flowM3s);
  const emitterM3s = new Float64Array(headM.length);
  for (const [node, flow] of frame.emitters) emitterM3s[node] = flow;
  const snapshot: WaterSnapshot = {
    timeS: frame.timeS,
    iterations: 0,
    warnings: [],
    headM,
    pressureM: headM.map((head, node) => head - model.elevationM[node]!),
    demandM3s: Float64Array.from(frame.demandM3s),
    deliveredShare: Float64Array.from(frame.deliveredShare),
    flowM3s,
    velocityMps: flowM3s.map((flow, link) => {
      const diameter = model.diameterM[link]!;
      return diameter > 0 ? flow / ((Math.PI / 4) * diameter * diameter) : 0;
    }),
    isOpen: frame.isOpen,
    leakM3s: frame.leakM3s ? Float64Array.from(frame.leakM3s) : new Float64Array(flowM3s.length),
    emitterM3s,
  };
  return { snapshot, supply: frame.supply };
}

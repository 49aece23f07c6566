// The moving part of drains, kept to go on from: what routing reads of the last step, settings, sums. Not kept: highest
// depths and flows. Copies; structured-cloneable. SI.

import type { Drains } from './routing/drains.ts';
import type { Statistics } from './statistics.ts';

export interface KeptDrains {
  readonly nodes: readonly NumberArray[];
  readonly conduits: readonly NumberArray[];
  readonly devices: readonly NumberArray[];
  readonly sums: Readonly<Record<(typeof sums)[number], number>>;
}

type NumberArray = Float64Array | Uint8Array;

const sums = [
  ...['inflowM3', 'outflowM3', 'overflowM3', 'lostM3', 'streetM3', 'initialM3'],
  ...['steps', 'trials', 'unsettled'],
] as const;

function moving({ nodes, conduits, devices }: Drains) {
  return {
    nodes: [
      ...[nodes.depthM, nodes.oldDepthM, nodes.volumeM3, nodes.oldVolumeM3, nodes.inflowM3s],
      ...[nodes.outflowM3s, nodes.oldNetM3s, nodes.lateralM3s, nodes.lossM3s, nodes.overflowM3s],
      ...[nodes.surfaceM2, nodes.freeSurfaceM2, nodes.flowByHead, nodes.risingMps],
      ...[
        nodes.owedM3,
        nodes.paymentM3s,
        nodes.oldPaymentM3s,
        nodes.highestM3s,
        nodes.highestInflowM3s,
        nodes.broughtM3,
      ],
      nodes.manholeM3,
      nodes.isConverged,
    ],
    conduits: [
      ...[conduits.opening, conduits.flowM3s, conduits.oldFlowM3s, conduits.middleAreaM2],
      ...[conduits.oldMiddleAreaM2, conduits.areaM2, conduits.depthM, conduits.velocityMps],
      ...[conduits.froude, conduits.flowByHead, conduits.fromSurfaceM2, conduits.toSurfaceM2],
      ...[conduits.heldM3, conduits.fromDepthM, conduits.toDepthM, conduits.lossM3s],
      ...[conduits.fromSlotM2, conduits.toSlotM2, conduits.isAtRest],
    ],
    devices: [
      ...[devices.flowM3s, devices.flowByHead, devices.fromSurfaceM2, devices.toSurfaceM2],
      ...[devices.depthM, devices.target, devices.setting],
    ],
  };
}

export function keepDrains(drains: Drains, statistics: Statistics): KeptDrains {
  const now = moving(drains);
  const copy = (arrays: readonly NumberArray[]) => arrays.map((values) => values.slice());
  const kept = Object.fromEntries(sums.map((name) => [name, statistics[name]]));
  return {
    ...{ nodes: copy(now.nodes), conduits: copy(now.conduits), devices: copy(now.devices) },
    sums: kept as KeptDrains['sums'],
  };
}

export function restoreDrains(drains: Drains, statistics: Statistics, kept: KeptDrains): void {
  const now = moving(drains);
  for (const part of ['nodes', 'conduits', 'devices'] as const) {
    now[part].forEach((values, row) => {
      values.set(kept[part][row] ?? values);
    });
  }
  Object.assign(statistics, kept.sums);
}

// An instant of a running model by row of the network's tables.

import { type NetworkValues, pipeFlags } from '#features/pipes/contract.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkModel } from '#simulation/drainage/from-network.ts';
import type { Drainage } from '#simulation/drainage/run-drainage.ts';

export const MODEL = 'Panopolis dynamic wave (EXTRAN link–node), non-linear reservoir runoff';

export function valuesOf(
  network: PipeNetwork,
  { linkRows }: NetworkModel,
  { drains, timeS }: Drainage,
  startMs: number,
): NetworkValues {
  const links = () => new Float32Array(network.links.ids.length).fill(Number.NaN);
  const [flow, velocityMps, filling] = [links(), links(), links()];
  const linkFlags = new Uint8Array(network.links.ids.length);
  const { nodes, conduits, devices } = drains;
  for (let k = 0; k < conduits.count; k++) {
    const row = linkRows[conduits.link[k]!]!;
    const area = conduits.areaM2[k]!;
    const m3s = conduits.flowM3s[k]! * conduits.direction[k]!;
    flow[row] = m3s * conduits.barrels[k]!;
    velocityMps[row] = area > 1e-4 ? m3s / area : 0;
    filling[row] = conduits.depthM[k]! / conduits.fullDepthM[k]!;
    if (conduits.opening[k]! < 1) linkFlags[row] = pipeFlags.marked;
  }
  for (let k = 0; k < devices.count; k++) {
    const row = linkRows[devices.link[k]!]!;
    flow[row] = devices.flowM3s[k]!;
    if (devices.setting[k] === 0) linkFlags[row] = pipeFlags.closed;
  }
  return {
    network: network.id,
    atMs: startMs + timeS() * 1000,
    ...{ model: MODEL, staleSinceMs: undefined, linkFlags },
    links: { flow, velocityMps, filling },
    nodes: {
      depthM: Float32Array.from(nodes.depthM),
      floodedM3s: Float32Array.from(nodes.overflowM3s),
      headM: Float32Array.from(nodes.depthM, (depth, i) => depth + nodes.invertM[i]!),
    },
  };
}

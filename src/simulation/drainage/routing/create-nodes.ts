// Nodes made ready for routing: depths raised over the links that join them, first depths from these. SI.

import type { DrainageLink, DrainageModel } from '../model.ts';
import { type ConduitArrays, type NodeArrays, nodeKind } from './drains.ts';
import { createStorage } from './storage.ts';

export function createNodes(
  model: DrainageModel,
  conduits: ConduitArrays,
  warnings: string[],
): NodeArrays {
  const count = model.nodes.length;
  const numbers = () => new Float64Array(count);
  const nodes: NodeArrays = {
    ...{ count, kind: Uint8Array.from(model.nodes, ({ form }) => nodeKind[form.kind]) },
    invertM: Float64Array.from(model.nodes, ({ invertM }) => invertM),
    fullDepthM: Float64Array.from(model.nodes, ({ maximumDepthM }) => maximumDepthM),
    surchargeM: Float64Array.from(model.nodes, ({ surchargeDepthM }) => surchargeDepthM),
    pondedM2: Float64Array.from(model.nodes, ({ pondedAreaM2 }) => pondedAreaM2),
    ...{ crownM: numbers(), isHead: new Uint8Array(count), fullVolumeM3: numbers() },
    depthM: Float64Array.from(model.nodes, ({ initialDepthM }) => initialDepthM),
    ...{ oldDepthM: numbers(), volumeM3: numbers(), oldVolumeM3: numbers(), inflowM3s: numbers() },
    ...{ outflowM3s: numbers(), oldNetM3s: numbers(), lateralM3s: numbers(), lossM3s: numbers() },
    ...{ overflowM3s: numbers(), surfaceM2: numbers(), flowByHead: numbers() },
    freeSurfaceM2: numbers().fill(model.options.minimumAreaM2),
    ...{ owedM3: numbers(), paymentM3s: numbers(), oldPaymentM3s: numbers() },
    ...{
      highestM3s: numbers(),
      highestInflowM3s: new Float64Array(1),
      broughtM3: new Float64Array(1),
      manholeM3: numbers(),
    },
    ...{ risingMps: numbers(), isConverged: new Uint8Array(count) },
    storages: model.nodes.map(createStorage),
    stages: model.nodes.map(({ form }) => (form.kind === 'outfall' ? form.stage : undefined)),
    hasFlapGate: Uint8Array.from(model.nodes, ({ form }) =>
      form.kind === 'outfall' && form.hasFlapGate ? 1 : 0,
    ),
  };
  raiseOverLinks(model, nodes, conduits, warnings);
  nodes.storages.forEach((storage, row) => {
    nodes.fullVolumeM3[row] = storage?.volumeAt(nodes.fullDepthM[row]!) ?? 0;
    nodes.volumeM3[row] = storage?.volumeAt(nodes.depthM[row]!) ?? 0;
  });
  return nodes;
}

/** Crowns of all links, and full depths that reach over them. */
function raiseOverLinks(
  model: DrainageModel,
  nodes: NodeArrays,
  conduits: ConduitArrays,
  warnings: string[],
): void {
  const arrivals = new Uint32Array(nodes.count);
  const departures = new Uint32Array(nodes.count);
  const crown = (node: number, topM: number) => {
    nodes.crownM[node] = Math.max(nodes.crownM[node]!, topM);
  };
  const raise = (node: number, topM: number) => {
    const { id = '', maximumDepthM = 0 } = model.nodes[node] ?? {};
    if (topM <= nodes.fullDepthM[node]!) return;
    // An open basin ends at its rim, however high its pipes are.
    if (nodes.kind[node] === nodeKind.storage && nodes.surchargeM[node]! <= 0) return;
    if (maximumDepthM > 0 && nodes.kind[node] !== nodeKind.outfall) {
      warnings.push(
        `Node ${id}: depth raised from ${maximumDepthM} m to ${topM} m, the top of a link.`,
      );
    }
    nodes.fullDepthM[node] = topM;
  };
  for (let k = 0; k < conduits.count; k++) {
    for (const [node, offsetM] of [
      [conduits.from[k]!, conduits.fromOffsetM[k]!],
      [conduits.to[k]!, conduits.toOffsetM[k]!],
    ] as const) {
      crown(node, offsetM + conduits.fullDepthM[k]!);
      raise(node, offsetM + conduits.fullDepthM[k]!);
    }
    departures[conduits.from[k]!]!++;
    arrivals[conduits.to[k]!]!++;
  }
  for (const link of model.links) {
    if (link.kind === 'conduit') continue;
    departures[link.from]!++;
    arrivals[link.to]!++;
    const top = topOf(link);
    if (top === undefined) continue;
    crown(link.from, top);
    crown(link.to, top);
    if (link.kind !== 'orifice' || !link.isBottom) raise(link.from, top);
  }
  for (let row = 0; row < nodes.count; row++) {
    nodes.isHead[row] = arrivals[row] === 0 && departures[row]! > 0 ? 1 : 0;
  }
}

function topOf(link: DrainageLink): number | undefined {
  if (link.kind === 'weir') return link.offsetM + link.heightM;
  if (link.kind === 'outlet') return link.offsetM;
  if (link.kind === 'orifice' && link.section.shape !== 'irregular') {
    return link.offsetM + link.section.heightM;
  }
  return undefined;
}

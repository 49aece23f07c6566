// Which element of the model stands for which row of the network's tables.

import type { PipeNetwork } from '#model/pipe-network.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';

export interface Rows {
  /** Index of the model − 1 by row; −1 where it has none. A hydrant on a main stands for its host. */
  readonly node: Int32Array;
  readonly link: Int32Array;
  /** 1 where the model counts a link from its other end. */
  readonly isReversed: Uint8Array;
}

export function matchRows({ nodes, links }: PipeNetwork, model: WaterModel): Rows {
  const at = (index: number | undefined) => (index === undefined ? -1 : index - 1);
  const node = Int32Array.from(nodes.ids, (id, row) => {
    const own = at(model.nodeIndex.get(id));
    return own >= 0 ? own : at(model.nodeIndex.get(nodes.ids[nodes.host[row] ?? row] ?? ''));
  });
  const link = Int32Array.from(links.ids, (id) => at(model.linkIndex.get(id)));
  const isReversed = Uint8Array.from(links.ids, (_, row) => {
    const index = link[row] ?? -1;
    if (index < 0) return 0;
    const from = model.nodeIds[(model.linkFrom[index] ?? 0) - 1];
    return Number(from !== undefined && from === nodes.ids[links.to[row] ?? 0]);
  });
  return { node, link, isReversed };
}

/** The same rows in a model that was cut: its new junctions stand before tanks and reservoirs, its new pipes at the end. */
export function rowsOfCut(rows: Rows, { splits }: Pick<WaterModel, 'splits'>): Rows {
  const first = Math.min(...[...splits.values()].map(({ node }) => node - 1));
  return { ...rows, node: rows.node.map((at) => (at >= first ? at + splits.size : at)) };
}

const MOST_NAMED = 1000;

/** What only one of both has. */
export function findStrangers(network: PipeNetwork, model: WaterModel, rows: Rows) {
  const nodes = new Set(network.nodes.ids);
  const links = new Set(network.links.ids);
  const onlyInModel = [
    ...model.nodeIds.filter((id) => !nodes.has(id)),
    ...model.linkIds.filter((id) => !links.has(id)),
  ];
  const onlyInRegister = [
    ...network.nodes.ids.filter((_, row) => rows.node[row] === -1),
    ...network.links.ids.filter((_, row) => rows.link[row] === -1),
  ];
  return {
    onlyInModel: onlyInModel.slice(0, MOST_NAMED),
    onlyInRegister: onlyInRegister.slice(0, MOST_NAMED),
  };
}

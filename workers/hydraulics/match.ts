import { LinkType, NodeType } from 'epanet-js';
import type { WaterMatch } from '#features/pipes/contract/water.ts';
import { ENGINE } from '#simulation/hydraulics/epanet.ts';
import { findStrangers, type Rows } from './rows.ts';
import type { WaterParts } from './water-network.ts';

/** What model and register share and what they don't. */
export function describeMatch({ network, model }: WaterParts, rows: Rows): WaterMatch {
  const nodesOf = (type: NodeType) =>
    model.nodeIds.filter((_, node) => model.nodeType[node] === type);
  return {
    network: network.id,
    engine: ENGINE,
    nodes: model.nodeIds.length,
    links: model.linkIds.length,
    ...findStrangers(network, model, rows),
    warnings: model.warnings,
    durationS: model.durationS,
    tanks: nodesOf(NodeType.Tank),
    reservoirs: nodesOf(NodeType.Reservoir),
    pumps: model.linkIds.filter((_, link) => model.linkType[link] === LinkType.Pump),
  };
}

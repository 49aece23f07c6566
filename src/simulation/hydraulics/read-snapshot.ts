// What EPANET found for the instant that it solved last, in SI. The project's units are litres a second and metres.

import { AnalysisStatistic, LinkProperty, NodeProperty, NodeType } from 'epanet-js';
import { readLinks, readNodes } from './bulk-values.ts';
import { LINK_LEAKAGE, NODE_DELIVERED, NODE_EMITTER_FLOW, NODE_FULL_DEMAND } from './epanet.ts';
import type { WaterModel, WaterSnapshot } from './parts.ts';

/** Less than this is asked of nobody: 0.001 L/s. */
const LEAST_DEMAND_LS = 1e-6;

export function readSnapshot(
  model: WaterModel,
  timeS: number,
  warnings: readonly number[],
): WaterSnapshot {
  const { project, elevationM, nodeType, diameterM } = model;
  const nodes = nodeType.length;
  const links = diameterM.length;
  const ofNodes = (property: NodeProperty) => readNodes(model, property, nodes);
  const ofLinks = (property: LinkProperty) => readLinks(model, property, links);
  const headM = ofNodes(NodeProperty.Head);
  const delivered = ofNodes(NODE_DELIVERED);
  const asked = ofNodes(NODE_FULL_DEMAND);
  const emitted = ofNodes(NODE_EMITTER_FLOW);
  const total = ofNodes(NodeProperty.Demand);
  const flow = ofLinks(LinkProperty.Flow);
  const status = ofLinks(LinkProperty.Status);

  const pressureM = new Float64Array(nodes);
  const demandM3s = new Float64Array(nodes);
  const emitterM3s = new Float64Array(nodes);
  const deliveredShare = new Float64Array(nodes).fill(1);
  for (let node = 0; node < nodes; node += 1) {
    pressureM[node] = headM[node]! - elevationM[node]!;
    const isJunction = nodeType[node] === NodeType.Junction;
    demandM3s[node] = (isJunction ? delivered[node]! : total[node]!) / 1000;
    emitterM3s[node] = isJunction ? emitted[node]! / 1000 : 0;
    if (isJunction && asked[node]! > LEAST_DEMAND_LS) {
      deliveredShare[node] = Math.min(1, Math.max(0, delivered[node]! / asked[node]!));
    }
  }
  const flowM3s = new Float64Array(links);
  const velocityMps = new Float64Array(links);
  const isOpen = new Uint8Array(links);
  for (let link = 0; link < links; link += 1) {
    const cubic = flow[link]! / 1000;
    const diameter = diameterM[link]!;
    flowM3s[link] = cubic;
    velocityMps[link] = diameter > 0 ? cubic / ((Math.PI / 4) * diameter * diameter) : 0;
    isOpen[link] = status[link]! > 0 ? 1 : 0;
  }
  const leakM3s = new Float64Array(links);
  if (model.hasLeakage) {
    const leaks = ofLinks(LINK_LEAKAGE);
    for (let link = 0; link < links; link += 1) leakM3s[link] = leaks[link]! / 1000;
  }
  return {
    timeS,
    headM,
    pressureM,
    demandM3s,
    deliveredShare,
    flowM3s,
    velocityMps,
    isOpen,
    leakM3s,
    emitterM3s,
    iterations: project.getStatistic(AnalysisStatistic.Iterations),
    warnings,
  };
}

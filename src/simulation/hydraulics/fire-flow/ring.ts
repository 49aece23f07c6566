// What a ring main is worth to a hydrant: its fire flow with one pipe of the ring closed, as it would be during
// repairs, against the flow with all of them open. m³/s.

import { LinkProperty, LinkType } from 'epanet-js';
import type { WaterModel } from '../parts.ts';
import { type FireFlowOptions, type HydrantFlow, runFireFlow, usualFireFlow } from './fire-flow.ts';

export interface RingComparison {
  readonly hydrant: HydrantFlow;
  /** Junction from which the hydrant is fed from more than one side; its own where it sits on the ring. */
  readonly feedNode: string;
  /** The flow with each pipe there closed, the least first; empty where the hydrant hangs on one pipe alone. */
  readonly closed: readonly { readonly link: string; readonly flow: HydrantFlow }[];
}

/** Throws where the hydrant is no junction. */
export function compareRing(
  model: WaterModel,
  node: string,
  options: FireFlowOptions = usualFireFlow,
): RingComparison {
  const hydrant = onlyFlow(model, node, options);
  const { feed, pipes } = feedOf(model, model.nodeIndex.get(node) ?? 0);
  const closed = pipes.map((link) => ({
    link: model.linkIds[link - 1]!,
    flow: withClosed(model, link, () => onlyFlow(model, node, options)),
  }));
  const flowOf = ({ flow }: { readonly flow: HydrantFlow }) => flow.flowM3s || 0;
  return {
    hydrant,
    feedNode: model.nodeIds[feed - 1] ?? node,
    closed: closed.sort((one, other) => flowOf(one) - flowOf(other)),
  };
}

/** A hydrant's flow while one link (index from 1) is closed. */
export function withClosed<Value>(model: WaterModel, link: number, work: () => Value): Value {
  const { project } = model;
  const isCheckValve = model.linkType[link - 1] === LinkType.CVPipe;
  // EPANET lets nobody close a check valve.
  const property = isCheckValve ? LinkProperty.MinorLoss : LinkProperty.InitStatus;
  const before = project.getLinkValue(link, property);
  project.setLinkValue(link, property, isCheckValve ? 1e16 : 0);
  try {
    return work();
  } finally {
    project.setLinkValue(link, property, before);
  }
}

function onlyFlow(model: WaterModel, node: string, options: FireFlowOptions): HydrantFlow {
  const [flow] = runFireFlow(model, [node], options);
  if (!flow) throw new Error(`Hydrant ${node} gave no result.`);
  return flow;
}

/** Goes from a hydrant at the end of a stub back to the junction where its water comes from several sides. */
function feedOf(model: WaterModel, start: number) {
  const status = model.project.getLinkValues(LinkProperty.InitStatus);
  const linksAt = (node: number) => openLinksAt(model, status, node);
  const seen = new Set<number>();
  let node = start;
  let came = 0;
  for (;;) {
    seen.add(node);
    const links = linksAt(node).filter((link) => link !== came);
    const [only] = links;
    if (links.length === 0) return { feed: node, pipes: [] };
    if (links.length > 1 || only === undefined) return { feed: node, pipes: links };
    const next = otherEnd(model, only, node);
    if (seen.has(next)) return { feed: node, pipes: [] };
    came = only;
    node = next;
  }
}

function openLinksAt(model: WaterModel, status: readonly number[], node: number): number[] {
  const found: number[] = [];
  for (let link = 0; link < model.linkFrom.length; link += 1) {
    const joins = model.linkFrom[link] === node || model.linkTo[link] === node;
    if (joins && status[link] !== 0) found.push(link + 1);
  }
  return found;
}

const otherEnd = ({ linkFrom, linkTo }: WaterModel, link: number, node: number): number =>
  linkFrom[link - 1] === node ? linkTo[link - 1]! : linkFrom[link - 1]!;

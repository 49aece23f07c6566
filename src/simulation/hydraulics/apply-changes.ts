// What an incident changed, put into a model: closed valves and links, bursts, water taken. A burst is an orifice,
// q = Cd · A · √(2 g h), as an emitter with the exponent ½ (Walski et al. 2003, Advanced Water Distribution Modeling,
// ch. 7); Cd of a sharp edge is 0.6.

import { LinkProperty, LinkType, NodeProperty, NodeType, Option } from 'epanet-js';
import type { Burst, ExtraDemand, NetworkChanges } from '#model/network-changes.ts';
import { ChangeError, linkOf, nodeOf, valveOf } from './find-element.ts';
import { STEADY_PATTERN } from './open-model.ts';
import type { WaterModel } from './parts.ts';
import type { Change } from './undoable-change.ts';

const DISCHARGE_COEFFICIENT = 0.6;
const GRAVITY = 9.80665;

export function applyChanges(model: WaterModel, change: Change, changes: NetworkChanges): void {
  const closed = new Set<string>();
  for (const valve of changes.openedValves) {
    if (changes.closedValves.includes(valve)) {
      throw new ChangeError(valve, `Valve ${valve} is said to be opened and closed.`);
    }
    const { link } = valveOf(model, valve);
    open(model, change, link);
  }
  for (const valve of changes.closedValves) {
    const { link, node } = valveOf(model, valve);
    const index = linkOf(model, link);
    const split = model.splits.get(link);
    const isAtEnd = split && model.nodeIndex.get(node) === model.linkTo[split.rest - 1];
    close(model, change, isAtEnd ? split.rest : index);
    closed.add(link);
  }
  for (const link of [...changes.closedLinks, ...changes.stoppedPumps]) {
    close(model, change, linkOf(model, link));
    const split = model.splits.get(link);
    if (split) close(model, change, split.rest);
    closed.add(link);
  }
  for (const burst of changes.bursts) openBurst(model, change, burst, closed);
  for (const demand of changes.extraDemands) addDemand(model, change, demand);
}

/** A loss that lets less than a drop an hour through. */
const SHUT = 1e16;

function close(model: WaterModel, change: Change, index: number): void {
  change.withoutControls(index);
  // EPANET lets nobody close a check valve.
  if (model.linkType[index - 1] === LinkType.CVPipe)
    change.link(index, LinkProperty.MinorLoss, SHUT);
  else change.link(index, LinkProperty.InitStatus, 0);
}

function open(model: WaterModel, change: Change, link: string): void {
  const index = linkOf(model, link);
  if (model.linkType[index - 1] === LinkType.Pipe) change.link(index, LinkProperty.InitStatus, 1);
}

/** L/s a √m that a hole lets out. */
export const orificeCoefficient = (areaM2: number): number =>
  1000 * DISCHARGE_COEFFICIENT * areaM2 * Math.sqrt(2 * GRAVITY);

const USUAL_PRESSURE_M = 40;

/** A smaller hole is none: EPANET takes the inverse square of its coefficient. */
const LEAST_HOLE_M2 = 1e-8;

/** Of a pipe that was not cut in two, the burst sits at its nearer end, or at the other one where a valve closed it. */
function openBurst(
  model: WaterModel,
  change: Change,
  burst: Burst,
  closed: ReadonlySet<string>,
): void {
  const index = linkOf(model, burst.link);
  if (!(burst.areaM2 >= 0) || !(burst.share >= 0 && burst.share <= 1)) {
    const said = `a hole of ${burst.areaM2} m² at ${burst.share}`;
    throw new ChangeError(
      burst.link,
      `The burst of ${burst.link} has ${said}: expected ≥ 0 and 0–1.`,
    );
  }
  if (burst.areaM2 < LEAST_HOLE_M2) return;
  const split = model.splits.get(burst.link);
  // Without the cut nothing is known of which side a closed valve leaves joined: a closed pipe doesn't flow out.
  if (!split && closed.has(burst.link)) return;
  const end = (burst.share < 0.5 ? model.linkFrom : model.linkTo)[index - 1] ?? 0;
  const node = split?.node ?? junctionOf(model, index, end);
  if (node === 0) {
    throw new ChangeError(burst.link, `Pipe ${burst.link} joins no junction that could leak.`);
  }
  const before = model.project.getNodeValue(node, NodeProperty.Emitter);
  const exponent = model.project.getOption(Option.Emitexpon);
  // The file's own emitters may follow another exponent, and EPANET has one for all: then right at a usual pressure.
  const coefficient = orificeCoefficient(burst.areaM2) * USUAL_PRESSURE_M ** (0.5 - exponent);
  change.node(node, NodeProperty.Emitter, before + coefficient);
}

function junctionOf({ nodeType, linkFrom, linkTo }: WaterModel, link: number, wanted: number) {
  const ends = [wanted, linkFrom[link - 1] ?? 0, linkTo[link - 1] ?? 0];
  return ends.find((node) => nodeType[node - 1] === NodeType.Junction) ?? 0;
}

/** Less is nothing: a drop in a quarter of an hour. */
const LEAST_FLOW_M3S = 1e-10;

function addDemand(model: WaterModel, change: Change, { node, flowM3s }: ExtraDemand): void {
  const { project } = model;
  const index = nodeOf(model, node);
  if (!Number.isFinite(flowM3s)) {
    throw new ChangeError(node, `At node ${node} ${flowM3s} m³/s are said to be taken.`);
  }
  if (Math.abs(flowM3s) < LEAST_FLOW_M3S) return;
  if (model.nodeType[index - 1] !== NodeType.Junction) {
    throw new ChangeError(node, `Node ${node} is no junction: nothing can be taken there.`);
  }
  // The multiplier and the file's default pattern would change it (EPANET applies both to all demands).
  const litres = (flowM3s * 1000) / (project.getOption(Option.DemandMult) || 1);
  project.addDemand(index, litres, STEADY_PATTERN, '');
  const last = project.getNumberOfDemands(index);
  change.also(() => project.deleteDemand(index, last));
}

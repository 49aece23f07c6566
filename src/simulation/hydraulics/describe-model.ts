// What does not change of an open EPANET project, read once. SI.

import {
  CountType,
  DemandModel,
  LinkProperty,
  LinkType,
  NodeProperty,
  Option,
  type Project,
  TimeParameter,
} from 'epanet-js';
import { LINK_LEAK_AREA } from './epanet.ts';
import type { WaterModel } from './parts.ts';

export type Described = Pick<
  WaterModel,
  | ('nodeIds' | 'linkIds' | 'nodeIndex' | 'linkIndex' | 'elevationM' | 'nodeType' | 'linkType')
  | ('linkFrom' | 'linkTo' | 'diameterM' | 'lengthM' | 'hydraulicStepS' | 'patternStepS')
  | ('demandFactor' | 'hasLeakage' | 'isPressureDriven' | 'controls')
>;

/** The project's units are litres a second. */
export function describeModel(project: Project): Described {
  const nodes = indices(project.getCount(CountType.NodeCount));
  const links = indices(project.getCount(CountType.LinkCount));
  const nodeIds = nodes.map((node) => project.getNodeId(node));
  const linkIds = links.map((link) => project.getLinkId(link));
  const linkFrom = new Uint32Array(links.length);
  const linkTo = new Uint32Array(links.length);
  for (const link of links) {
    const { node1, node2 } = project.getLinkNodes(link);
    linkFrom[link - 1] = node1;
    linkTo[link - 1] = node2;
  }
  const linkType = Uint8Array.from(links, (link) => project.getLinkType(link));
  const millimetres = project.getLinkValues(LinkProperty.Diameter);
  return {
    nodeIds,
    linkIds,
    nodeIndex: new Map(nodeIds.map((id, at) => [id, at + 1])),
    linkIndex: new Map(linkIds.map((id, at) => [id, at + 1])),
    elevationM: Float64Array.from(project.getNodeValues(NodeProperty.Elevation)),
    nodeType: Uint8Array.from(nodes, (node) => project.getNodeType(node)),
    linkType,
    linkFrom,
    linkTo,
    diameterM: Float64Array.from(millimetres, (diameter, at) =>
      linkType[at] === LinkType.Pump ? 0 : diameter / 1000,
    ),
    lengthM: Float64Array.from(project.getLinkValues(LinkProperty.Length)),
    hydraulicStepS: project.getTimeParameter(TimeParameter.HydStep),
    patternStepS: project.getTimeParameter(TimeParameter.PatternStep),
    demandFactor: project.getOption(Option.DemandMult),
    hasLeakage: project.getLinkValues(LINK_LEAK_AREA).some((area) => area > 0),
    isPressureDriven: project.getDemandModel().type === DemandModel.PDA,
    controls: controlsByLink(project),
  };
}

function controlsByLink(project: Project): ReadonlyMap<number, readonly number[]> {
  const controls = new Map<number, number[]>();
  for (const control of indices(project.getCount(CountType.ControlCount))) {
    const { linkIndex } = project.getControl(control);
    const known = controls.get(linkIndex);
    if (known) known.push(control);
    else controls.set(linkIndex, [control]);
  }
  return controls;
}

const indices = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

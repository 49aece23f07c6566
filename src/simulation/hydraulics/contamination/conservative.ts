// Makes EPANET carry one substance that neither decays nor is there already, and puts back what the file says.

import { LinkProperty, LinkType, NodeProperty, NodeType, Option, QualityType } from 'epanet-js';
import { tryNode } from '../bulk-values.ts';
import type { WaterModel } from '../parts.ts';

/** Share of what the source adds by which water has to differ to be kept apart; see `carry.ts` for the scale. */
export const TOLERANCE_MG_L = 0.01;

/** Gives back what undoes it. */
export function conservative(model: WaterModel): () => void {
  const { project, nodeIds } = model;
  const info = project.getQualityInfo();
  const traced = info.traceNode > 0 ? (nodeIds[info.traceNode - 1] ?? '') : '';
  const tolerance = project.getOption(Option.Tolerance);
  const undos = [
    () => project.setQualityType(info.qualType, info.chemName, info.chemUnits, traced),
    () => project.setOption(Option.Tolerance, tolerance),
  ];
  project.setQualityType(QualityType.Chem, 'Contaminant', 'mg/L', '');
  project.setOption(Option.Tolerance, TOLERANCE_MG_L);
  clearNodes(model, undos);
  clearLinks(model, undos);
  return () => {
    for (const undo of undos.reverse()) undo();
  };
}

function clearNodes(model: WaterModel, undos: (() => void)[]): void {
  const { project, nodeType } = model;
  const clear = (index: number, property: NodeProperty, before: number) => {
    if (before === 0) return;
    project.setNodeValue(index, property, 0);
    undos.push(() => project.setNodeValue(index, property, before));
  };
  for (const [at, value] of project.getNodeValues(NodeProperty.Initqual).entries()) {
    clear(at + 1, NodeProperty.Initqual, value);
    if (nodeType[at] === NodeType.Tank) {
      clear(at + 1, NodeProperty.TankKBulk, project.getNodeValue(at + 1, NodeProperty.TankKBulk));
    }
  }
  for (const index of sourcesOf(model)) {
    clear(index, NodeProperty.SourceQual, project.getNodeValue(index, NodeProperty.SourceQual));
  }
}

function clearLinks({ project, linkType }: WaterModel, undos: (() => void)[]): void {
  for (const property of [LinkProperty.KBulk, LinkProperty.KWall]) {
    for (const [at, before] of project.getLinkValues(property).entries()) {
      const isPipe = linkType[at] === LinkType.Pipe || linkType[at] === LinkType.CVPipe;
      if (before === 0 || !isPipe) continue;
      project.setLinkValue(at + 1, property, 0);
      undos.push(() => project.setLinkValue(at + 1, property, before));
    }
  }
}

const sources = new WeakMap<WaterModel, readonly number[]>();

/** Indices of nodes for which the file has a source of its own. EPANET answers with an error for all others. */
function sourcesOf(model: WaterModel): readonly number[] {
  const known = sources.get(model);
  if (known) return known;
  const found = model.nodeIds.flatMap((_, at) =>
    tryNode(model, at + 1, NodeProperty.SourceQual) === undefined ? [] : [at + 1],
  );
  sources.set(model, found);
  return found;
}

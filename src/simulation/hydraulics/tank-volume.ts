// How much water stands in a tank at a level: a cylinder, or the file's curve of volume over level. m, m³.

import { NodeProperty, NodeType, type Project } from 'epanet-js';
import type { WaterModel } from './parts.ts';

export interface TankShape {
  readonly leastM: number;
  readonly mostM: number;
  /** Water above the least level. */
  usableM3(levelM: number): number;
}

const known = new WeakMap<Project, Map<string, TankShape>>();

/** The shape of a tank by its id; undefined where the node is none. */
export function tankShapeOf(model: WaterModel, id: string): TankShape | undefined {
  const { project, nodeIndex, nodeType } = model;
  const shapes = known.get(project) ?? new Map<string, TankShape>();
  known.set(project, shapes);
  const before = shapes.get(id);
  if (before) return before;
  const node = nodeIndex.get(id);
  if (node === undefined || nodeType[node - 1] !== NodeType.Tank) return undefined;
  const shape = readShape(project, node);
  shapes.set(id, shape);
  return shape;
}

function readShape(project: Project, node: number): TankShape {
  const leastM = project.getNodeValue(node, NodeProperty.MinLevel);
  const mostM = project.getNodeValue(node, NodeProperty.MaxLevel);
  const curve = project.getNodeValue(node, NodeProperty.VolCurve);
  if (curve > 0) {
    const { x, y } = project.getCurve(curve);
    const least = interpolate(x, y, leastM);
    const usableM3 = (levelM: number) => Math.max(0, interpolate(x, y, levelM) - least);
    return { leastM, mostM, usableM3 };
  }
  const areaM2 = (Math.PI / 4) * project.getNodeValue(node, NodeProperty.TankDiam) ** 2;
  return { leastM, mostM, usableM3: (levelM) => areaM2 * Math.max(0, levelM - leastM) };
}

/** Straight between points, and on beyond the ends as EPANET does. */
function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const next = x.findIndex((level) => level >= at);
  const right = Math.max(1, next < 0 ? x.length - 1 : next);
  const [x0 = 0, x1 = 1] = [x[right - 1], x[right]];
  const [y0 = 0, y1 = 0] = [y[right - 1], y[right]];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

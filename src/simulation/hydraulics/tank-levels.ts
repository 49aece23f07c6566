// Levels of tanks through a run, and when each is empty for the first time.

import { NodeProperty, NodeType } from 'epanet-js';
import type { WaterModel, WaterSnapshot } from './parts.ts';

export interface TankLevels {
  readonly id: string;
  readonly levelM: number[];
  readonly leastM: number;
  readonly mostM: number;
  /** Seconds since the start; undefined where it never is. */
  emptyAtS: number | undefined;
}

/** A level this close to the least is empty: EPANET stops a hair above it. */
const EMPTY_M = 0.002;

export function createTankLevels({ project, nodeIds, nodeType }: WaterModel) {
  const tanks = nodeIds.flatMap((id, node) => {
    if (nodeType[node] !== NodeType.Tank) return [];
    const levels: TankLevels = {
      id,
      levelM: [],
      leastM: project.getNodeValue(node + 1, NodeProperty.MinLevel),
      mostM: project.getNodeValue(node + 1, NodeProperty.MaxLevel),
      emptyAtS: undefined,
    };
    return [{ node, levels }];
  });
  return {
    levels: tanks.map(({ levels }) => levels),
    add({ timeS, pressureM }: WaterSnapshot): void {
      for (const { node, levels } of tanks) {
        const level = pressureM[node] ?? Number.NaN;
        levels.levelM.push(level);
        if (level <= levels.leastM + EMPTY_M) levels.emptyAtS ??= timeS;
      }
    },
  };
}

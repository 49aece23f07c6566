// Where the pipes and nodes of the network lie in the ground once all networks share the corridor.

import type { Corridor, NetworkRuns } from '../corridor.ts';
import { groundLevel } from '../landscape.ts';
import { between, distance, dot, type Point, subtract } from '../plane.ts';
import { toPlan } from '../site.ts';
import type { Point3 } from '../solids.ts';
import type { WaterNetwork, WaterNode, WaterPipe } from './network.ts';

const worksDepthM = 1.5;

/** What drinking water takes of the corridor. */
export function waterRuns({ pipes }: WaterNetwork): readonly NetworkRuns[] {
  const runs = (isTransmission: boolean) => {
    const diameters = new Map<number, number>();
    for (const { course, outerM } of pipes) {
      if (course.kind !== 'street' || course.isTransmission !== isTransmission) continue;
      for (const { edge } of course.edges)
        diameters.set(edge, Math.max(outerM, diameters.get(edge) ?? 0));
    }
    return [...diameters].map(([edge, outerDiameterM]) => ({ edge, outerDiameterM }));
  };
  return [
    { network: 'water', runs: runs(false) },
    { network: 'waterTransmission', runs: runs(true) },
  ];
}

export interface Courses {
  readonly nodeOf: (id: string) => Point3;
  /** Axis of the pipe from its `from` to its `to`. */
  readonly lineOf: (pipe: WaterPipe) => readonly Point3[];
}

export function createCourses({ nodes, pipes }: WaterNetwork, corridor: Corridor): Courses {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const streets = new Map(
    pipes.flatMap((pipe) => (pipe.course.kind === 'street' ? [[pipe.id, alongStreets(pipe)]] : [])),
  );
  // A node between two crossings has no place in the corridor but on its pipe.
  const onPipes = new Map<string, Point3>();
  for (const pipe of pipes) {
    const line = streets.get(pipe.id);
    if (!line) continue;
    onPipes.set(pipe.from, line[0]!);
    onPipes.set(pipe.to, line.at(-1)!);
  }

  function alongStreets({ course }: WaterPipe): readonly Point3[] {
    if (course.kind !== 'street') return [];
    const network = course.isTransmission ? 'waterTransmission' : 'water';
    const parts = course.edges.map(({ edge, startM, endM }) =>
      corridor.partOf(network, edge, startM, endM),
    );
    return parts.flatMap((part, index) => (index === 0 ? part : part.slice(1)));
  }

  function nodeOf(id: string): Point3 {
    const node = byId.get(id);
    if (!node) throw new Error(`The water network has no node ${id}.`);
    return onPipes.get(id) ?? { ...node.at, z: levelOf(node) };
  }
  return {
    nodeOf,
    lineOf: (pipe) => {
      const street = streets.get(pipe.id);
      if (street) return street;
      const line = [...downFrom(pipe.from), ...downFrom(pipe.to).reverse()];
      return line.filter((point, index) => {
        const before = line[index - 1];
        return !before || distance(before, point) + Math.abs(before.z - point.z) > 0.01;
      });
    },
  };

  /** From a tank's floor down into the ground beside it, from a node just itself. */
  function downFrom(id: string): Point3[] {
    const node = byId.get(id)!;
    if (node.kind !== 'tank') return [nodeOf(id)];
    return [
      { ...node.at, z: node.elevationM },
      { ...node.at, z: Math.min(node.elevationM, node.groundM - worksDepthM) },
    ];
  }
}

/** Bends of a line in plan between its ends, those left out that lie nearly straight between the others. */
export function bendsOf(line: readonly Point[], toleranceM = 0.4): Point[] {
  const [first, last] = [line[0]!, line.at(-1)!];
  const offs = line.map((point) => distanceToSegment(first, last, point));
  const farthest = offs.indexOf(Math.max(...offs));
  if (line.length < 3 || offs[farthest]! < toleranceM) return [];
  const [before, after] = [line.slice(0, farthest + 1), line.slice(farthest)];
  return [...bendsOf(before, toleranceM), line[farthest]!, ...bendsOf(after, toleranceM)];
}

function distanceToSegment(a: Point, b: Point, point: Point): number {
  const along = subtract(b, a);
  const square = dot(along, along);
  const share = square === 0 ? 0 : dot(subtract(point, a), along) / square;
  return distance(point, between(a, b, Math.min(1, Math.max(0, share))));
}

const levelOf = (node: WaterNode): number =>
  node.kind === 'reservoir' ? node.headM : node.elevationM;

/** Ground over a place of the map. */
export const groundAt = (at: Point): number => groundLevel(toPlan(at));

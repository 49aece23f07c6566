// What broke and what people turned, applied to the network while one of its days runs. A burst is a hole at a
// junction of a main: an orifice, so it gives what the pressure there lets through.

import { DemandModel, LinkProperty, NodeProperty, type Project } from 'epanet-js';
import type { DayPlan } from './day-plan.ts';

/** Below it customers get less, m: Wagner's demand, so that a broken network never draws what isn't there. */
const REQUIRED_M = 15;
const WAGNER = 0.5;

export interface FieldParts {
  readonly linkIndex: ReadonlyMap<string, number>;
  /** Junctions of mains where a burst can be. */
  readonly breakable: readonly number[];
  /** Whether each link is open by the file, by index − 1. */
  readonly isOpen: Uint8Array;
}

export interface Field {
  /** Brings everything to what it is at `timeS`; true where something changed since the last time. */
  apply(timeS: number): boolean;
  /** s of the day of the next change after `timeS`; infinite where there is none. */
  nextAfter(timeS: number): number;
  /** True while people keep a link shut. */
  readonly hasClosed: boolean;
  /** Takes the holes away again; the links are reset with the next day. */
  end(): void;
}

/** Call it once the hydraulics are initialised. */
export function beginField(project: Project, parts: FieldParts, plan: DayPlan): Field {
  const { bursts, switches } = plan;
  const holes = bursts.flatMap((burst) => {
    const junction = parts.breakable[burst.seed % Math.max(1, parts.breakable.length)];
    return junction === undefined ? [] : [{ ...burst, junction }];
  });
  const times = [
    ...holes.flatMap(({ fromS, toS }) => [fromS, toS]),
    ...switches.map(({ timeS }) => timeS),
  ].sort((a, b) => a - b);
  const model = project.getDemandModel();
  const isBroken = times.length > 0;
  if (isBroken) project.setDemandModel(DemandModel.PDA, 0, REQUIRED_M, WAGNER);
  const flowing = new Set<(typeof holes)[number]>();
  const closed = new Set<number>();
  let applied = 0;

  return {
    apply(timeS) {
      let isChanged = false;
      for (const hole of holes) {
        const isFlowing = timeS >= hole.fromS && timeS < hole.toS;
        if (isFlowing === flowing.has(hole)) continue;
        isChanged = true;
        if (isFlowing) flowing.add(hole);
        else flowing.delete(hole);
        setHole(project, hole.junction, isFlowing ? hole.atFiftyLs : 0);
      }
      for (; (switches[applied]?.timeS ?? Number.POSITIVE_INFINITY) <= timeS; applied += 1) {
        const one = switches[applied];
        const link = one && parts.linkIndex.get(one.link);
        if (link === undefined || !one || one.isOpen !== closed.has(link)) continue;
        isChanged = true;
        if (one.isOpen) closed.delete(link);
        else closed.add(link);
        const isOpen = one.isOpen ? (parts.isOpen[link - 1] ?? 1) : 0;
        project.setLinkValue(link, LinkProperty.Status, isOpen);
      }
      return isChanged;
    },
    nextAfter: (timeS) => times.find((time) => time > timeS) ?? Number.POSITIVE_INFINITY,
    get hasClosed() {
      return closed.size > 0;
    },
    end() {
      for (const { junction } of flowing) setHole(project, junction, 0);
      if (isBroken) project.setDemandModel(model.type, model.pmin, model.preq, model.pexp);
    },
  };

  function setHole(to: Project, junction: number, atFiftyLs: number): void {
    to.setNodeValue(junction, NodeProperty.Emitter, atFiftyLs / Math.sqrt(50));
  }
}

/** Junctions of mains, those next to instruments where there are some: a burst is to be noticed. */
export function findBreakable(project: Project, { junctions, pipes, watched }: Mains): number[] {
  const widest = new Map<number, number>();
  const neighbours = new Map<number, number[]>();
  for (const pipe of pipes) {
    const { node1, node2 } = project.getLinkNodes(pipe);
    const diameter = project.getLinkValue(pipe, LinkProperty.Diameter);
    for (const [node, other] of [
      [node1, node2],
      [node2, node1],
    ] as const) {
      widest.set(node, Math.max(widest.get(node) ?? 0, diameter));
      const known = neighbours.get(node);
      if (known) known.push(other);
      else neighbours.set(node, [other]);
    }
  }
  const mains = junctions.filter((node) => {
    const diameter = widest.get(node) ?? 0;
    return diameter >= LEAST_MM && diameter <= WIDEST_MM && (neighbours.get(node)?.length ?? 0) > 1;
  });
  const near = new Set(watched.flatMap((node) => neighbours.get(node) ?? []));
  const noticed = mains.filter((node) => near.has(node));
  return noticed.length > 0 ? noticed : mains;
}
const LEAST_MM = 80;
const WIDEST_MM = 260;

interface Mains {
  /** Junctions without an emitter of the file's own, pipes, junctions with an instrument; indices of EPANET. */
  readonly junctions: readonly number[];
  readonly pipes: readonly number[];
  readonly watched: readonly number[];
}

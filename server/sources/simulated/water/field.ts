// What broke and what people turned, applied to the network while one of its days runs. A burst is a hole at a
// junction of a main: an orifice, so it gives what the pressure there lets through, Q = Cd A √(2 g h).

import { DemandModel, LinkProperty, NodeProperty, type Project } from 'epanet-js';
import type { Breakable, Breakables } from './breakable.ts';
import type { DayPlan, PlannedBurst } from './day-plan.ts';

/** Below it customers get less, m: Wagner's demand, so that a broken network never draws what isn't there. */
const REQUIRED_M = 15;
const WAGNER = 0.5;

/** Of a sharp-edged orifice. */
const DISCHARGE = 0.6;
const GRAVITY = 9.80665;

export interface FieldParts {
  readonly linkIndex: ReadonlyMap<string, number>;
  readonly breakable: Breakables;
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
    const mains = parts.breakable[burst.atFiftyLs === 'fullBore' ? 'atMeters' : 'besideMeters'];
    const main = mains[burst.seed % Math.max(1, mains.length)];
    return main ? [{ ...burst, junction: main.junction, emitter: toEmitter(burst, main) }] : [];
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
        setHoles(hole.junction);
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
      const left = [...flowing];
      flowing.clear();
      for (const { junction } of left) setHoles(junction);
      if (isBroken) project.setDemandModel(model.type, model.pmin, model.preq, model.pexp);
    },
  };

  function setHoles(junction: number): void {
    let emitter = 0;
    for (const hole of flowing) if (hole.junction === junction) emitter += hole.emitter;
    project.setNodeValue(junction, NodeProperty.Emitter, emitter);
  }
}

/** L/s at 1 m of pressure. */
function toEmitter({ atFiftyLs }: PlannedBurst, { boreMm }: Breakable): number {
  if (atFiftyLs !== 'fullBore') return atFiftyLs / Math.sqrt(50);
  // It pours from both of its ends.
  const areaM2 = 2 * (Math.PI / 4) * (boreMm / 1000) ** 2;
  return DISCHARGE * areaM2 * Math.sqrt(2 * GRAVITY) * 1000;
}

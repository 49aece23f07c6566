// The size of every pipe: starting from the smallest that is laid in its street, grown until a day's flows run
// slowly enough and lose little head. Then the tanks are let run until each day ends where it began.

import type { Draft, PipePlan } from './draft.ts';
import { type HydraulicModel, openHydraulics } from './hydraulics.ts';
import type { WaterPipe } from './network.ts';
import { materialOf, type NominalSize, nominalSizes, roughnessOf, sizeOf } from './pipe-sizes.ts';

/** Velocity in the hour of greatest flow, m/s, and loss of head per length. */
const limits: Readonly<
  Record<WaterPipe['role'], { readonly velocity: number; readonly slope: number }>
> = {
  main: { velocity: 1, slope: 0.006 },
  transmission: { velocity: 1.1, slope: 0.003 },
  inlet: { velocity: 1.3, slope: 1 },
  works: { velocity: 1.4, slope: 1 },
};
const gravity = 9.81;
const mostRounds = 14;

export function toPipe(plan: PipePlan, nominalMm: NominalSize): WaterPipe {
  const { year, chance, leastMm: _, ...rest } = plan;
  const material = materialOf(year, nominalMm, chance);
  const { innerMm, outerMm } = sizeOf(material, nominalMm);
  return {
    ...rest,
    ...{ year, nominalMm, material, innerM: innerMm / 1000, outerM: outerMm / 1000 },
    roughnessM: roughnessOf(material, year) / 1000,
  };
}

/** Sizes by pipe, and the levels of the tanks at midnight of a day like all others. */
export async function sizePipes(
  draft: Draft,
  toInp: (pipes: readonly WaterPipe[]) => string,
): Promise<{ readonly pipes: readonly WaterPipe[]; readonly levels: ReadonlyMap<string, number> }> {
  const sizes = draft.pipes.map(({ leastMm }) => leastMm);
  const pipes = draft.pipes.map((plan, index) => toPipe(plan, sizes[index]!));
  const model = await openHydraulics(toInp(pipes));
  try {
    for (let round = 0; round < mostRounds; round++) {
      const flows = greatestFlows(model);
      let grown = 0;
      for (const [index, pipe] of pipes.entries()) {
        const needed = sizeFor(draft.pipes[index]!, pipe, flows.get(pipe.id) ?? 0);
        if (needed <= sizes[index]!) continue;
        sizes[index] = needed;
        pipes[index] = toPipe(draft.pipes[index]!, needed);
        model.setPipe(pipe.id, pipes[index].innerM, pipes[index].roughnessM);
        grown += 1;
      }
      if (grown === 0) break;
    }
    model.holdAt(undefined);
    return { pipes, levels: settle(model, draft) };
  } finally {
    model.close();
  }
}

/** Breakfast, lunch, supper, and the night when the tanks are filled; all pumps run that start open. */
const busyHours = [7, 9, 12, 19, 23];

function greatestFlows(model: HydraulicModel): ReadonlyMap<string, number> {
  const greatest = new Float64Array(model.linkIds.length);
  for (const hour of busyHours) {
    model.holdAt(hour * 3600);
    model.run(({ flowsM3s }) => {
      for (const [link, flow] of flowsM3s.entries())
        greatest[link] = Math.max(greatest[link]!, Math.abs(flow));
    });
  }
  return new Map(model.linkIds.map((id, link) => [id, greatest[link]!]));
}

/** The next sizes up until the flow fits, two at most: as pipes grow, flows move to them. */
function sizeFor(plan: PipePlan, pipe: WaterPipe, flowM3s: number): NominalSize {
  const first = nominalSizes.indexOf(pipe.nominalMm);
  if (fits(pipe, flowM3s)) return pipe.nominalMm;
  const next = nominalSizes.slice(first + 1, first + 3);
  const fitting = next.find((size) => fits(toPipe(plan, size), flowM3s));
  return fitting ?? next.at(-1) ?? pipe.nominalMm;
}

function fits({ role, innerM, roughnessM }: WaterPipe, flowM3s: number): boolean {
  const { velocity, slope } = limits[role];
  const speed = flowM3s / ((Math.PI / 4) * innerM ** 2);
  // Rough flow (Nikuradse): a little too much head for smooth pipes, near enough to choose a size.
  const friction = 0.25 / Math.log10(3.7 * (innerM / roughnessM)) ** 2;
  const lost = (friction * speed ** 2) / (2 * gravity * innerM);
  return speed <= velocity && lost <= slope;
}

/** Steps of the days that are run until one ends as it began, s: coarse ones first. */
const days = [3600, 3600, 3600, ...Array.from({ length: 8 }, () => 900)];
const driftM = 0.025;

/** Runs day after day, each starting with the levels at which the one before ended. */
function settle(model: HydraulicModel, { nodes }: Draft): ReadonlyMap<string, number> {
  const tanks = nodes.flatMap((node) => (node.kind === 'tank' ? [node] : []));
  const levels = new Map(tanks.map(({ id, initialLevelM }) => [id, initialLevelM]));
  for (const stepS of days) {
    model.setStep(stepS);
    for (const [id, level] of levels) model.setLevel(id, level);
    let worstM = 0;
    model.run(({ lengthS, headsM }) => {
      if (lengthS > 0) return;
      for (const { id, elevationM, leastLevelM, greatestLevelM } of tanks) {
        const level = headsM[model.nodeIds.indexOf(id)]! - elevationM;
        worstM = Math.max(worstM, Math.abs(level - levels.get(id)!));
        const within = Math.min(greatestLevelM, Math.max(leastLevelM, level));
        levels.set(id, Math.round(within * 1000) / 1000);
      }
    });
    if (stepS === 900 && worstM < driftM) break;
  }
  return levels;
}

import { DemandModel, NodeType } from 'epanet-js';
import { TWENTY_PSI_M } from '#simulation/hydraulics/fire-flow/classes.ts';
import { byBisection, limitOf } from '#simulation/hydraulics/fire-flow/one-solve.ts';
import type { WaterModel } from '#simulation/hydraulics/parts.ts';
import { solveHeads } from '#simulation/hydraulics/solve-heads.ts';

export interface PeerComparison {
  /** Of flows against bisection's, as a share, ascending. */
  readonly differences: readonly number[];
  /** The one that a share of them is not above. */
  at(share: number): number;
  readonly failed: number;
  /** Of all hydrants. */
  readonly trickMs: number;
  readonly bisectionMs: number;
}

/** `count` junctions spread over the file that have more than 21 psi at its first hour. */
export function compareWithBisection(model: WaterModel, count: number): PeerComparison {
  const { pmin, preq, pexp } = model.project.getDemandModel();
  model.project.setDemandModel(DemandModel.DDA, pmin, preq, pexp);
  const heads = solveHeads(model) ?? [];
  const staticAt = (index: number) => (heads[index - 1] ?? 0) - (model.elevationM[index - 1] ?? 0);
  const junctions = [...model.nodeType.keys()]
    .filter(
      (at) => model.nodeType[at] === NodeType.Junction && staticAt(at + 1) > TWENTY_PSI_M + 0.7,
    )
    .map((at) => at + 1);
  const every = Math.max(1, Math.floor(junctions.length / count));
  const chosen = junctions.filter((_, at) => at % every === 0).slice(0, count);
  const differences: number[] = [];
  let [failed, trickMs, bisectionMs] = [0, 0, 0];
  for (const index of chosen) {
    const started = performance.now();
    const trick = limitOf(model, index, staticAt(index), TWENTY_PSI_M);
    const between = performance.now();
    const peer = byBisection(model, index, staticAt(index), TWENTY_PSI_M);
    trickMs += between - started;
    bisectionMs += performance.now() - between;
    if (trick && peer) differences.push(Math.abs(trick.flowM3s / peer.flowM3s - 1));
    else failed += 1;
  }
  differences.sort((one, other) => one - other);
  return {
    ...{ differences, failed, trickMs, bisectionMs },
    at: (share) =>
      differences[Math.min(differences.length - 1, Math.floor(share * differences.length))] ?? 0,
  };
}

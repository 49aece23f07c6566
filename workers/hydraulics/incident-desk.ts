// What an incident does to supply: the model is cut once at its bursts and solved again whenever somebody turns a
// valve; the water lost adds up step by step.

import type { IncidentHydraulics } from '#features/pipes/contract/incident.ts';
import type { WaterMoment } from '#features/pipes/contract/water.ts';
import type { NetworkChanges } from '#model/network-changes.ts';
import { SUPPLY_NONE } from '#simulation/hydraulics/judge-supply.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { type CutModel, cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import { countWorse } from './count-worse.ts';
import { type Rows, rowsOfCut } from './rows.ts';
import { sayWarnings } from './to-report.ts';
import { PASCALS_PER_METRE, type Solved } from './to-values.ts';
import type { WaterParts } from './water-network.ts';

/** Nodes that are named as the lowest. */
const MOST_LOWEST = 20;

export class IncidentDesk {
  readonly #parts: WaterParts;
  /** Of the whole model. */
  readonly #rows: Rows;
  #cut: { readonly key: string; readonly cut: CutModel; readonly rows: Rows } | undefined;
  /** Flow out of the bursts by the changes that it ran under, m³/s. */
  #flows = new Map<string, number>();

  constructor(parts: WaterParts, rows: Rows) {
    this.#parts = parts;
    this.#rows = rows;
  }

  /** The model to solve these changes with; rows where they differ from the uncut ones. */
  modelFor(changes: NetworkChanges): { readonly model: WaterModel; readonly rows?: Rows } {
    if (changes.bursts.length === 0) return { model: this.#parts.model };
    const key = changes.bursts.map(({ link, share }) => `${link}@${share}`).join();
    if (this.#cut?.key !== key) {
      const before = this.#cut?.cut;
      const cut = before
        ? before.cutOthers(changes.bursts)
        : cutPipes(this.#parts.forIncidents, changes.bursts);
      this.#cut = { key, cut, rows: rowsOfCut(this.#rows, cut.model) };
      this.#flows.clear();
    }
    return { model: this.#cut.cut.model, rows: this.#cut.rows };
  }

  report(
    { atMs, history }: WaterMoment,
    solved: Solved,
    solveNormal: () => Solved | undefined,
  ): IncidentHydraulics {
    const burstFlowM3s = burstFlowOf(solved.model, solved.snapshot);
    this.#flows.set(keyOf(solved.changes), burstFlowM3s);
    const normal = solveNormal();
    const worse = countWorse(solved, normal);
    return {
      atMs,
      burstFlowM3s,
      lostM3: this.#lost(history, atMs, burstFlowM3s),
      lowPressureCustomers: worse.lowPressureCustomers,
      noSupplyCustomers: worse.noSupplyCustomers,
      lowest: findLowest(solved),
      warnings: sayWarnings(solved.snapshot.warnings).map(({ en }) => en),
    };
  }

  close(): void {
    this.#cut?.cut.join();
    this.#cut = undefined;
    this.#parts.forIncidents.close();
  }

  /** Steps that were never solved here are taken to have run as the one after them. */
  #lost(history: WaterMoment['history'], atMs: number, flowNow: number): number {
    let lost = 0;
    let until = atMs;
    let flow = flowNow;
    for (const step of history.toReversed()) {
      flow = this.#flows.get(keyOf(step.changes)) ?? flow;
      lost += flow * Math.max(0, (until - step.atMs) / 1000);
      until = Math.min(until, step.atMs);
    }
    return lost;
  }
}

const keyOf = (changes: NetworkChanges): string => JSON.stringify(changes);

export function burstFlowOf(model: WaterModel, snapshot: WaterSnapshot): number {
  let flow = 0;
  for (const { node } of model.splits.values()) flow += snapshot.emitterM3s[node - 1] ?? 0;
  return flow;
}

/** Customers' nodes that still have supply, lowest pressure first. */
function findLowest({ network, rows, snapshot, supply }: Solved): IncidentHydraulics['lowest'] {
  const { ids, customers } = network.nodes;
  return ids
    .flatMap((id, row) => {
      const node = rows.node[row] ?? -1;
      if (node < 0 || customers[row] === 0 || supply[node] === SUPPLY_NONE) return [];
      const pressurePa = (snapshot.pressureM[node] ?? 0) * PASCALS_PER_METRE;
      return [{ key: `${network.id}/node/${id}`, pressurePa }];
    })
    .sort((a, b) => a.pressurePa - b.pressurePa)
    .slice(0, MOST_LOWEST);
}

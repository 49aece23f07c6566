import type { Assumption, ImportedNetwork } from './imported-network.ts';
import type { PlacedNetwork } from './place-network.ts';
import { applyRepairs } from './report/apply-repairs.ts';
import { findFaults } from './report/find-faults.ts';
import type { NetworkFinding, Repair, ReportOptions } from './report/findings.ts';
import { createPlan, lengthOf } from './report/network-plan.ts';

/** What an import tells of one network: what it holds, what was assumed, what is wrong, what was repaired. */
export interface NetworkReport {
  readonly id: string;
  readonly name: string;
  readonly utility: ImportedNetwork['utility'];
  readonly source: ImportedNetwork['source'];
  readonly counts: {
    readonly pipes: number;
    readonly nodes: number;
    readonly valves: number;
    readonly devices: number;
  };
  /** In plan. */
  readonly lengthM: number;
  readonly assumptions: readonly Assumption[];
  readonly mappings?: ImportedNetwork['mappings'];
  readonly findings: readonly NetworkFinding[];
  /** Made because a person asked for them. */
  readonly repaired: readonly Repair[];
  /** Asked for, but their element went with an earlier one. */
  readonly obsolete: readonly Repair[];
}

export interface Reported {
  readonly placed: PlacedNetwork;
  readonly report: NetworkReport;
}

/** `accepts` decides on each proposed repair; by default none is made. Findings are those of the file. */
export function reportNetwork(
  placed: PlacedNetwork,
  options: ReportOptions,
  accepts: (finding: NetworkFinding) => boolean = () => false,
): Reported {
  const findings = findFaults(placed, options);
  const accepted = findings.flatMap((finding) =>
    finding.repair && accepts(finding) ? [finding.repair] : [],
  );
  const repaired = applyRepairs(placed, accepted);
  const { network } = repaired.placed;
  const lines = createPlan(repaired.placed).lines;
  return {
    placed: repaired.placed,
    report: {
      ...{ id: network.id, name: network.name, utility: network.utility, source: network.source },
      counts: {
        pipes: network.pipes.length,
        nodes: network.nodes.length,
        valves: network.valves.length,
        devices: network.devices.length,
      },
      lengthM: Math.round([...lines.values()].reduce((sum, line) => sum + lengthOf(line), 0)),
      assumptions: network.assumptions,
      ...(network.mappings ? { mappings: network.mappings } : {}),
      findings,
      repaired: repaired.made,
      obsolete: repaired.obsolete,
    },
  };
}

/** Findings of each kind, in the order in which they were found. */
export function countFindings(
  findings: readonly NetworkFinding[],
): ReadonlyMap<NetworkFinding['kind'], number> {
  const counts = new Map<NetworkFinding['kind'], number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

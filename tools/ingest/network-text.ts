// What an import of networks has to say, for a terminal.

import { countFindings, type NetworkReport } from '#conversion/networks/network-report.ts';
import { findingNames, repairKinds } from '#conversion/networks/report/findings.ts';

const EXAMPLES = 3;

export function formatNetwork(report: NetworkReport): string[] {
  const { id, counts, lengthM, assumptions, findings, repaired, obsolete } = report;
  const lines = [
    `  network  ${id}: ${count(counts.pipes)} pipes (${(lengthM / 1000).toFixed(1)} km), ${count(counts.nodes)} nodes, ${count(counts.devices)} devices, ${count(counts.valves)} valves`,
  ];
  for (const { text } of assumptions) lines.push(`  assumed  ${text.en}`);
  for (const [kind, number] of countFindings(findings)) {
    const same = findings.filter((finding) => finding.kind === kind);
    const proposed = same.filter(({ repair }) => repair).length;
    const ids = same.slice(0, EXAMPLES).map((finding) => finding.id);
    const repairs = proposed > 0 ? `; ${count(proposed)} with a proposed repair` : '';
    lines.push(
      `  found    ${findingNames[kind].en}: ${count(number)} (${ids.join(', ')})${repairs}`,
    );
  }
  if (repaired.length > 0) lines.push(`  repaired ${byKind(repaired)}`);
  if (obsolete.length > 0) lines.push(`  not made ${byKind(obsolete)}: their element went before`);
  return lines;
}

const byKind = (repairs: NetworkReport['repaired']): string =>
  repairKinds
    .map((kind) => [kind, repairs.filter((repair) => repair.kind === kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `${count(number)} ${kind}`)
    .join(', ');

const count = (number: number) => number.toLocaleString('en');

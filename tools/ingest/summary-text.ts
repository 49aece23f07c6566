// The summary at the end of an ingest: what was read, dropped and why.

import { FINDINGS, type Finding } from '#conversion/report.ts';
import type { IngestReport } from './ingest-city.ts';
import { formatNetwork } from './network-text.ts';

export function formatSummary(report: IngestReport, out: string): string {
  const { manifest, seconds, buildings, networks, notes } = report;
  const lines = [`${manifest.name} → ${out} (build ${manifest.build}, ${seconds.toFixed(1)} s)`];
  for (const { file, format, features } of manifest.sources) {
    lines.push(
      `  read     ${file}: ${format}${features > 0 ? `, ${count(features)} features` : ''}`,
    );
  }
  if (buildings) {
    const classes = [...buildings.classes].map(([name, number]) => `${count(number)} ${name}`);
    lines.push(`  built    ${classes.join(', ')}`);
    const { leaves, coarse, sizes } = buildings.tiles;
    lines.push(
      `  tiles    ${count(leaves)} and ${count(coarse)} coarse, ${megabytes(sizes.raw)} (gzip ${megabytes(sizes.gzip)}, brotli ${megabytes(sizes.brotli)})`,
    );
    for (const [finding, found] of Object.entries(buildings.findings.counts)) {
      const examples = found.examples.slice(0, 3).join(', ');
      lines.push(`  note     ${count(found.count)} ${FINDINGS[finding as Finding]} (${examples})`);
    }
  }
  for (const network of networks) lines.push(...formatNetwork(network));
  for (const note of notes) lines.push(`  note     ${note}`);
  const [west, south, east, north] = manifest.boundsDeg.map((angle) => angle.toFixed(5));
  lines.push(
    `  place    ${west}, ${south} to ${east}, ${north}; ${manifest.crs.horizontal} + ${manifest.crs.vertical}; ${manifest.timeZone}`,
  );
  return `${lines.join('\n')}\n`;
}

const count = (number: number) => number.toLocaleString('en');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

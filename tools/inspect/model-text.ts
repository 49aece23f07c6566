// What `panopolis inspect` says of a building model.

import type { ConvertedModel } from '../ingest/models/model-job.ts';

const count = (number: number) => number.toLocaleString('en');
const inMetres = (number: number) => `${number.toFixed(2)} m`;

export function formatModelInspection({ model, boundsDeg, heightM }: ConvertedModel): string {
  const { source, report, storeys, georeferencing } = model;
  const lines = [
    `${source.file}: ${source.schema}, ${(source.bytes / 1e6).toFixed(2)} MB, “${model.name}”`,
    ...(source.application === undefined ? [] : [`  written  by ${source.application}`]),
    `  unit     ${model.lengthUnitM} m`,
    `  elements ${count(model.count)}, ${count(report.propertySets)} property sets, ${count(report.properties)} properties`,
    `  shapes   ${count(report.meshes)} of ${count(report.products)} products; ${count(report.triangles)} triangles, ${count(report.placedTriangles)} placed`,
    ...report.reasons.map(
      ({ class: name, reason, count: without, examples }) =>
        `  without  ${count(without)} ${name}: ${reason} (${examples.slice(0, 3).join(', ')})`,
    ),
    ...storeys.map(
      ({ name, elevationM, heightM: height }) =>
        `  storey   ${name}: floor ${inMetres(elevationM)}, height ${inMetres(height)}`,
    ),
    `  size     ${[0, 1, 2].map((axis) => (model.boundsM[1][axis]! - model.boundsM[0][axis]!).toFixed(1)).join(' × ')} m`,
    ...(model.originM ? [`  origin   moved to ${model.originM.join(', ')} of the file`] : []),
    `  place    ${boundsDeg.map((angle) => angle.toFixed(6)).join(', ')}; ${heightM.map(inMetres).join(' to ')} above the ellipsoid`,
    `  verdict  ${georeferencing.verdict}`,
  ];
  for (const reading of georeferencing.readings) {
    lines.push(`  reading  ${reading.source}${reading.crs ? `, ${reading.crs}` : ''}`);
    for (const step of reading.steps) lines.push(`             ${step.en}`);
  }
  for (const { en } of [...georeferencing.findings, ...report.findings]) {
    lines.push(`  note     ${en}`);
  }
  return `${lines.join('\n')}\n`;
}

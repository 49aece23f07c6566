// What the summary and `panopolis inspect` say of a building model.

import type { ConvertedModel } from './model-job.ts';

const count = (number: number) => number.toLocaleString('en');

/** One line each: what became of its products, where it stands, what was odd. */
export function describeModel({ model, sizes, tiles, systems }: ConvertedModel): string[] {
  const { id, report, georeferencing } = model;
  const { products, meshes, propertySets, properties, reasons, findings } = report;
  const [reading] = georeferencing.readings;
  const where = reading ? `${reading.source}${reading.crs ? ` ${reading.crs}` : ''}` : 'nowhere';
  return [
    `${id}: ${count(model.count)} elements, ${model.storeys.length} storeys; ${count(meshes)} of ${count(products)} products have a mesh; ${count(propertySets)} sets, ${count(properties)} properties`,
    ...(tiles > 0
      ? [`${id}: ${tiles} tiles, ${(sizes.gzip / 1000).toFixed(0)} kB with properties (gzip)`]
      : []),
    ...reasons.map(
      ({ class: name, reason, count: number, examples }) =>
        `${id}: ${count(number)} ${name} without a mesh: ${reason} (${examples.slice(0, 3).join(', ')})`,
    ),
    `${id}: stands by ${where}, ${VERDICTS[georeferencing.verdict]}`,
    ...[...georeferencing.findings, ...findings, ...systems.notes].map(({ en }) => `${id}: ${en}`),
  ];
}

const VERDICTS = {
  clear: 'and nothing speaks against it',
  several: 'but other readings lead elsewhere: choose in the app or with --at',
  missing: 'since the file does not say: place it in the app or with --at',
} as const;

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BimModel } from '#contract/bim-model.ts';
import { checkFile, type Outcome } from './bim/check-file.ts';
import { KNOWN_POINT, knownPointMissMm } from './bim/known-point.ts';
import type { Report, ReportRow } from './report.ts';

const FOLDER = fileURLToPath(new URL('../../shared/data/ifc/', import.meta.url));

/** What a malformed file may take, and a real one of up to 10 MB on a machine that does other things too. */
const LONGEST_S = { malformed: 10, real: 30 };

export async function validate(): Promise<Report> {
  if (!existsSync(FOLDER)) throw new Error(`The shared IFC files are missing: ${FOLDER}.`);
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ifc$/i.test(path))
    .sort();
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await checkFile(FOLDER, file));
  const known = outcomes.find(({ file }) => file === KNOWN_POINT)?.model;
  return {
    title: 'Building models from IFC',
    intro: `
Every IFC file of the shared data goes through the conversion of \`panopolis ingest\`, each in a thread that is
thrown away afterwards. A product is a thing with a representation, spaces included, openings not; it ends as a
mesh or with a stated reason. Tiles are checked as they are and without meshopt: by gltf-validator, and by our
own checks of feature ids, instances and property tables. A file that is no IFC is refused in one sentence.

${table(outcomes)}
`,
    rows: [...(known ? [knownRow(known)] : []), ...outcomes.flatMap(rowsOf)],
  };
}

function knownRow(model: BimModel): ReportRow {
  const value = knownPointMissMm(model);
  return {
    ...{ case: KNOWN_POINT, metric: 'origin off its IfcSite', value, limit: 10, unit: 'mm' },
    pass: value <= 10,
    source: 'RefLatitude and RefLongitude of the file against its IfcMapConversion',
  };
}

function rowsOf({ file, model, refusal, seconds, faults }: Outcome): ReportRow[] {
  const row = (metric: string, value: number, limit: number, unit: string, source?: string) => ({
    ...{ case: file, metric, value, limit, unit, pass: value <= limit },
    ...(source === undefined ? {} : { source }),
  });
  const kind = file.startsWith('malformed') ? 'malformed' : 'real';
  const time = row('time', seconds, LONGEST_S[kind], 's');
  if (!model) return [{ ...time, source: `refused: ${refusal}` }];
  const { products, meshes, reasons } = model.report;
  const stated = reasons.reduce((sum, { count }) => sum + count, 0);
  return [
    row('products without mesh or reason', products - meshes - stated, 0, 'products'),
    row('faults of tiles', faults.length, 0, 'faults', faults[0]),
    time,
  ];
}

function table(outcomes: readonly Outcome[]): string {
  const head = [
    '| file | schema | products | meshes | without | property sets | stands by | s |',
    '|---|---|---:|---:|---|---:|---|---:|',
  ];
  return [...head, ...outcomes.map(line)].join('\n');
}

function line({ file, model, refusal, seconds }: Outcome): string {
  const time = seconds.toFixed(1);
  if (!model) return `| ${cell(file)} | – | – | – | ${cell(refusal ?? '')} | – | – | ${time} |`;
  const { source, report, georeferencing } = model;
  const reasons = report.reasons.map(
    ({ class: name, reason, count }) => `${count} ${name}: ${reason}`,
  );
  const [reading] = georeferencing.readings;
  const where = `${reading?.source ?? 'none'}${reading?.crs ? ` ${reading.crs}` : ''}`;
  const verdict = georeferencing.verdict === 'clear' ? '' : ` (${georeferencing.verdict})`;
  const cells = [
    ...[cell(file), source.schema, report.products, report.meshes, cell(reasons.join('; '))],
    ...[report.propertySets, where + verdict, time],
  ];
  return `| ${cells.join(' | ')} |`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

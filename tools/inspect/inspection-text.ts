// An inspection as a page of text.

import type { PlannedColumn } from '#conversion/attributes/plan.ts';
import type { Inspection } from '#conversion/inspect.ts';
import { FINDINGS, type Finding } from '#conversion/report.ts';
import { parseCrs } from '#model/crs-parse.ts';

export function formatInspection(
  file: string,
  bytes: number,
  role: string,
  inspection: Inspection,
): string {
  const { format, count, types, geometries, attributes, extent } = inspection;
  const lines = [
    `${file}: ${format}, ${(bytes / 1e6).toFixed(2)} MB, ${count.toLocaleString('en')} objects`,
    `  used as     ${role}`,
    `  CRS         ${describeCrs(inspection.crs)}`,
    ...section(
      'types',
      [...types].map(([name, number]) => `${number} ${name}`),
    ),
    ...section(
      'geometries',
      [...geometries].map(([name, number]) => `${number} ${name}`),
    ),
    ...section(
      'attributes',
      attributes.map((column) => describeAttribute(column, count)),
    ),
  ];
  if (extent) {
    const [x0, y0, z0, x1, y1, z1] = extent.map((value) =>
      Number.isFinite(value) ? round(value) : '–',
    );
    lines.push(`  extent      ${x0}, ${y0}, ${z0} to ${x1}, ${y1}, ${z1}`);
  }
  lines.push(...section('extensions', inspection.extensions));
  lines.push(
    ...section('oddities', [
      ...inspection.oddities,
      ...Object.entries(inspection.findings).map(
        ([finding, found]) => `${found.count} ${FINDINGS[finding as Finding]}`,
      ),
    ]),
  );
  return `${lines.join('\n')}\n`;
}

function section(title: string, entries: readonly string[]): string[] {
  return entries.map((entry, index) => `  ${(index === 0 ? title : '').padEnd(11)} ${entry}`);
}

function describeCrs(text: string | undefined): string {
  if (text === undefined) return 'none; give it with --crs EPSG:…';
  const parsed = parseCrs(text);
  if (!parsed.ok) return `${text} (${parsed.reason})`;
  const { horizontal, vertical, verticalIsAssumed } = parsed.value;
  const assumed = verticalIsAssumed ? ', assumed' : '';
  return `${horizontal.code} ${horizontal.name}; heights ${vertical.code} ${vertical.name}${assumed}`;
}

function describeAttribute(column: PlannedColumn, count: number): string {
  const { name, type, range, values, present, unit } = column;
  const share = present < count ? `, in ${present} of ${count}` : '';
  const content = range
    ? ` ${round(range[0])} to ${round(range[1])}${unit ? ` ${unit}` : ''}`
    : values.length > 0
      ? ` ${values.slice(0, 6).join(' | ')}${values.length > 6 ? ` | … (${values.length})` : ''}`
      : '';
  return `${name}: ${type}${content}${share}`;
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

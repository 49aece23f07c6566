// What a layer probably says, by the names of its fields and by their values; how sure that is stands beside it.

import type { NodeKind } from '#model/pipe-network.ts';
import type { FieldRule, LayerMapping } from './field-mapping.ts';
import { fieldPatterns, idPrefixes, knownFields, sentinels, utilityWords } from './known-fields.ts';
import type { LayerFeature } from './layer.ts';
import { guessSizeUnit, isMissing } from './read-value.ts';
import { lengthFields, nodeFields, pipeFields, type SchemaField } from './schema-fields.ts';

const SAMPLE = 400;

/** Undefined where the features are no pipes and no nodes of a network. */
export function proposeMapping(
  features: readonly LayerFeature[],
  file: string,
): LayerMapping | undefined {
  const sample = features.slice(0, SAMPLE);
  const lines = sample.filter(({ parts }) => parts.some(({ length }) => length > 1)).length;
  const layer = lines > sample.length / 2 ? 'pipes' : 'nodes';
  if (sample.length === 0) return undefined;
  const columns = columnsOf(sample);
  const names: readonly SchemaField[] = layer === 'pipes' ? pipeFields : nodeFields;
  const fields: Partial<Record<SchemaField, FieldRule>> = {};
  for (const name of names) {
    const rule = findField(
      name,
      columns,
      new Set(Object.values(fields).map(({ source }) => source)),
    );
    if (rule) fields[name] = rule;
  }
  preferWidth(fields, columns);
  const nodeKind = layer === 'nodes' ? kindOf(file, columns, sample) : undefined;
  const isNetwork =
    layer === 'pipes'
      ? Boolean(fields.diameter ?? fields.fromInvert ?? fields.width ?? fields.material) &&
        !isStreet(columns)
      : nodeKind !== undefined || fields.rim !== undefined;
  if (!isNetwork) return undefined;
  const utility = utilityOf(file, columns, sample, fields);
  return {
    layer,
    ...utility,
    ...(layer === 'nodes' ? { nodeKind: nodeKind ?? 'junction' } : {}),
    fields,
    missing: [...sentinels],
    skipsOutOfService: true,
  };
}

type Columns = ReadonlyMap<string, readonly unknown[]>;

function columnsOf(sample: readonly LayerFeature[]): Columns {
  const columns = new Map<string, unknown[]>();
  for (const { properties } of sample) {
    for (const [name, value] of Object.entries(properties)) {
      const column = columns.get(name);
      if (column) column.push(value);
      else columns.set(name, [value]);
    }
  }
  return columns;
}

const plain = (name: string) => name.toLowerCase().replace(/[\s_.-]+/g, '');

function findField(
  field: SchemaField,
  columns: Columns,
  taken: ReadonlySet<string>,
): FieldRule | undefined {
  const known = knownFields[field];
  let best: (FieldRule & { readonly rank: number }) | undefined;
  for (const [source, values] of columns) {
    if (taken.has(source)) continue;
    const name = plain(source);
    const exact = known.indexOf(name);
    const part = exact < 0 ? known.findIndex((one) => one.length > 4 && name.includes(one)) : -1;
    const isLike = exact < 0 && part < 0 && fieldPatterns[field]?.test(name) === true;
    if (exact < 0 && part < 0 && !isLike) continue;
    // Esri's SHAPE_Length and Shape_Area say how a line is drawn, not how a pipe is cut.
    if (field === 'shape' && /len|area|stlength/.test(name)) continue;
    const filled = values.filter((value) => !isMissing(value, [''], false));
    if (filled.length === 0) continue;
    if (field === 'id' && new Set(filled).size < values.length) continue;
    if (lengthFields.includes(field) && !filled.some((value) => /\d/.test(String(value)))) continue;
    const rank = exact >= 0 ? exact : isLike ? 90 : 100 + part;
    if (best && best.rank <= rank) continue;
    const base = exact >= 0 ? 0.95 - 0.01 * Math.min(exact, 25) : isLike ? 0.8 : 0.6;
    best = { source, rank, ...unitOf(field, source, filled, base) };
  }
  if (!best) return undefined;
  const { rank: _, ...rule } = best;
  return rule;
}

const SIZES: readonly SchemaField[] = ['diameter', 'width', 'height', 'wall'];

function unitOf(field: SchemaField, source: string, values: readonly unknown[], base: number) {
  const round = (value: number) => Math.round(value * 100) / 100;
  if (!lengthFields.includes(field)) return { confidence: round(base) };
  const [, named] = /[_\s(](mm|cm|m|in|inch|ft)\)?$/i.exec(source) ?? /(mm)$/.exec(source) ?? [];
  const word = named?.toLowerCase().replace('inch', 'in');
  if (word === 'mm' || word === 'cm' || word === 'm' || word === 'in' || word === 'ft') {
    return { unit: word, confidence: round(base) } as const;
  }
  if (!SIZES.includes(field))
    return { unit: 'm' as const, confidence: round(Math.min(base, 0.85)) };
  const guess = guessSizeUnit(values);
  return { unit: guess.unit, confidence: round(base * guess.confidence) };
}

/** Cities that call the size of every pipe its width: without a height it is a diameter. */
function preferWidth(fields: Partial<Record<SchemaField, FieldRule>>, columns: Columns): void {
  const { width, height, diameter } = fields;
  if (!width || height || diameter || !columns.has(width.source)) return;
  fields.diameter = { ...width, confidence: Math.min(width.confidence, 0.7) };
  delete fields.width;
}

const isStreet = (columns: Columns) =>
  columns.has('highway') || columns.has('railway') || columns.has('waterway');

const KINDS: readonly (readonly [RegExp, NodeKind])[] = [
  [/catch ?basin|gully|inlet|雨水口/i, 'inlet'],
  [/out(fall|let)|排放口|出水口/i, 'outfall'],
  [/man ?hole|maintenance ?hole|chamber|schacht|检查井/i, 'manhole'],
  [/hydrant|消火栓/i, 'hydrant'],
  [/tank|水池/i, 'tank'],
  [/reservoir|水库/i, 'reservoir'],
  [/junction|fitting|node|节点/i, 'junction'],
];

function kindOf(file: string, columns: Columns, sample: readonly LayerFeature[]) {
  const words = `${splitWords(file)} ${[...columns.keys()].map(splitWords).join(' ')}`;
  const [first] = sample;
  const ids = String(first?.properties.FACILITYID ?? first?.properties.STRUCT_ID ?? '');
  if (/^IN\d|CB\d/.test(ids)) return 'inlet';
  if (/^OUT?\d|^DOU\d/.test(ids)) return 'outfall';
  if (/MH\d/.test(ids)) return 'manhole';
  const byFile = KINDS.find(([pattern]) => pattern.test(splitWords(file)));
  return (byFile ?? KINDS.slice(0, 4).find(([pattern]) => pattern.test(words)))?.[1];
}

const splitWords = (name: string) =>
  name.replace(/[_\-.]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

function utilityOf(
  file: string,
  columns: Columns,
  sample: readonly LayerFeature[],
  fields: Partial<Record<SchemaField, FieldRule>>,
): Pick<LayerMapping, 'utility' | 'utilityConfidence' | 'utilityReason'> {
  const ids = [...columns].find(([name]) => /^(facilityid|structid)$/.test(plain(name)));
  const values = (ids?.[1] ?? sample.map(({ id }) => id)).slice(0, 50).map(String);
  for (const [pattern, utility, city] of idPrefixes) {
    if (values.length === 0 || !values.every((id) => pattern.test(id))) continue;
    return {
      utility,
      utilityConfidence: 0.9,
      utilityReason: `ids such as ${values[0]}, as ${city} numbers its ${utility} sewers`,
    };
  }
  const words = splitWords(file);
  const byName = utilityWords.find(([pattern]) => pattern.test(words));
  if (byName) {
    return { utility: byName[1], utilityConfidence: 0.8, utilityReason: 'the name of the file' };
  }
  const all = [...columns.keys()].map(splitWords).join(' ');
  const byField = utilityWords.find(([pattern]) => pattern.test(all));
  if (byField) {
    return {
      utility: byField[1],
      utilityConfidence: 0.5,
      utilityReason: 'the names of its fields',
    };
  }
  const isSewer = fields.fromInvert !== undefined || fields.toInvert !== undefined;
  return {
    utilityConfidence: 0,
    utilityReason: isSewer
      ? 'it has inverts, so it drains, but not what'
      : 'nothing says what flows',
  };
}

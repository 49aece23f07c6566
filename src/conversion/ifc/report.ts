// What a conversion says of itself: every product is a mesh or a stated reason.

import type { BimModel } from '#contract/bim-model.ts';
import type { TableColumns } from '#contract/binary-table.ts';
import type { Text } from '#model/text.ts';
import type { ModelGeometry, ModelTables } from './parts.ts';
import type { ModelTiles } from './tiles/build-model-tiles.ts';

const MOST_EXAMPLES = 5;

export function formatReport(
  geometry: ModelGeometry,
  tables: ModelTables,
  tiles: ModelTiles,
  findings: readonly Text[],
): BimModel['report'] {
  return {
    products: geometry.products,
    meshes: geometry.products - geometry.reasons.size,
    triangles: tiles.triangles,
    placedTriangles: tiles.placedTriangles,
    propertySets: tables.propertySets,
    properties: tables.propertyCount,
    reasons: countReasons(geometry.reasons, tables),
    findings: [...findings, ...lostFinding(tiles.lost)],
  };
}

function countReasons(reasons: ModelGeometry['reasons'], tables: ModelTables) {
  const groups = new Map<string, BimModel['report']['reasons'][number]>();
  for (const [product, reason] of reasons) {
    const row = tables.rowOf.get(product);
    const name = row === undefined ? 'IfcProduct' : classOf(tables.elements, row);
    const key = `${name}\n${reason}`;
    const group = groups.get(key) ?? { class: name, reason, count: 0, examples: [] };
    group.count++;
    const id = row === undefined ? `#${product}` : textAt(tables.elements, 'globalId', row);
    if (group.examples.length < MOST_EXAMPLES) group.examples.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.class < b.class ? -1 : 1));
}

function classOf(elements: TableColumns, row: number): string {
  const codes = elements.class;
  return codes instanceof Uint16Array ? textAt(elements, 'classes', codes[row]!) : 'IfcProduct';
}

function textAt(columns: TableColumns, name: string, row: number): string {
  const texts = columns[name];
  return Array.isArray(texts) ? (texts[row] ?? '') : '';
}

function lostFinding(lost: number): Text[] {
  if (lost === 0) return [];
  return [
    {
      en: `${lost} parts of shapes have no extent and are not drawn.`,
      zh: `${lost} 个形体部件没有尺寸，未绘制。`,
    },
  ];
}

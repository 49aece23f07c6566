// Junctions, outfalls, storage and dividers of a SWMM model.

import type { NodeKind } from '#model/pipe-network.ts';
import type { ImportedNode } from '../imported-network.ts';
import type { InpPlan } from './plane-points.ts';
import type { InpRow, InpSections } from './sections.ts';

const SECTIONS: readonly (readonly [section: string, kind: NodeKind])[] = [
  ['JUNCTIONS', 'manhole'],
  ['OUTFALLS', 'outfall'],
  ['STORAGE', 'storage'],
  ['DIVIDERS', 'manhole'],
];

export function readSwmmNodes(
  sections: InpSections,
  lengthM: number,
  plan: InpPlan,
): ImportedNode[] {
  const inflows = dryFlows(sections);
  const areas = drainedBy(sections);
  const toNode = (row: InpRow, section: string, kind: NodeKind): ImportedNode => {
    const [id = ''] = row.words;
    const [x, y] = plan.at(id) ?? [Number.NaN, Number.NaN];
    const invertM = sections.number(row, 1, 'invert elevation', 0) * lengthM;
    // A greatest depth of 0 means: up to the crown of the highest conduit.
    const depthM = depthOf(sections, row, section) * lengthM;
    const subcatchments = areas.get(id);
    return {
      id,
      at: `line ${row.line}`,
      kind,
      point: [x, y, invertM],
      placeAt: plan.lineOf(id),
      invertM,
      rimM: depthM > 0 ? invertM + depthM : undefined,
      more: {
        ...(section === 'OUTFALLS' ? { outfallType: row.words[2] } : {}),
        ...(inflows.has(id) ? { hasDryWeatherFlow: true } : {}),
        ...(subcatchments ? { subcatchments } : {}),
      },
      ...(row.comment === '' ? {} : { raw: { comment: row.comment } }),
    };
  };
  return SECTIONS.flatMap(([section, kind]) =>
    sections.rows(section).map((row) => toNode(row, section, kind)),
  );
}

function depthOf(sections: InpSections, row: InpRow, section: string): number {
  if (section === 'OUTFALLS') return 0;
  if (section !== 'DIVIDERS') return sections.number(row, 2, 'greatest depth', 0);
  // Behind the parameters of the divider's type: cutoff 1, overflow 0, tabular 1, weir 3.
  const type = (row.words[3] ?? '').toUpperCase();
  const skipped = { CUTOFF: 1, OVERFLOW: 0, TABULAR: 1, WEIR: 3 }[type] ?? 0;
  return sections.number(row, 4 + skipped, 'greatest depth', 0);
}

const dryFlows = (sections: InpSections): ReadonlySet<string> =>
  new Set(
    [...sections.rows('DWF'), ...sections.rows('INFLOWS')].map(({ words }) => words[0] ?? ''),
  );

/** Subcatchments by the node that they drain to. */
function drainedBy(sections: InpSections): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { words } of sections.rows('SUBCATCHMENTS')) {
    const [id = '', , outlet = ''] = words;
    const list = found.get(outlet);
    if (list) list.push(id);
    else found.set(outlet, [id]);
  }
  return found;
}

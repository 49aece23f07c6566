// Junctions, reservoirs and tanks of an EPANET model, with their demands.

import type { ImportedNode, PlanePoint } from '../imported-network.ts';
import type { EpanetUnits } from './epanet-units.ts';
import type { InpPlan } from './plane-points.ts';
import { rawOf, tagsOf } from './read-epanet.ts';
import type { InpRow, InpSections } from './sections.ts';

export function readEpanetNodes(
  sections: InpSections,
  units: EpanetUnits,
  plan: InpPlan,
  coverM: number,
): ImportedNode[] {
  const tags = tagsOf(sections, 'NODE');
  const demands = readDemands(sections, units);
  const base = (row: InpRow, levelM: number) => {
    const [id = ''] = row.words;
    const [x, y] = plan.at(id) ?? [Number.NaN, Number.NaN];
    const point: PlanePoint = [x, y, levelM];
    const placeAt = plan.lineOf(id);
    return { id, at: `line ${row.line}`, point, placeAt, raw: rawOf(row, tags.get(id)) };
  };
  return [
    ...sections.rows('JUNCTIONS').map((row): ImportedNode => {
      const ground = sections.number(row, 1, 'elevation', 0) * units.lengthM;
      const own = isPattern(row.words[2]) ? 0 : sections.number(row, 2, 'demand', 0);
      const demand = demands.get(row.words[0] ?? '') ?? own * units.flowM3s;
      return {
        ...base(row, ground - coverM),
        kind: 'junction',
        rimM: ground,
        more: { model_elevation_m: round(ground), demand_m3s: round(demand, 1e9) },
      };
    }),
    ...sections.rows('RESERVOIRS').map((row): ImportedNode => {
      const head = sections.number(row, 1, 'head') * units.lengthM;
      return { ...base(row, head), kind: 'reservoir', more: { head_m: round(head) } };
    }),
    ...sections.rows('TANKS').map((row): ImportedNode => {
      // A line with an elevation and no more is a reservoir.
      const floor = sections.number(row, 1, 'elevation') * units.lengthM;
      if (row.words.length <= 3)
        return { ...base(row, floor), kind: 'reservoir', more: { head_m: round(floor) } };
      const metres = (at: number, what: string) =>
        round(sections.number(row, at, what, 0) * units.lengthM);
      return {
        ...base(row, floor),
        kind: 'tank',
        more: {
          floor_m: round(floor),
          initialLevel_m: metres(2, 'initial level'),
          minLevel_m: metres(3, 'least level'),
          maxLevel_m: metres(4, 'greatest level'),
          diameter_m: metres(5, 'diameter'),
        },
      };
    }),
  ];
}

const isPattern = (word: string | undefined) => word !== undefined && Number.isNaN(Number(word));

/** [DEMANDS] stand in place of the junction's own; several add up. Multipliers and patterns stay in the model. */
function readDemands(sections: InpSections, units: EpanetUnits): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of sections.rows('DEMANDS')) {
    const [id = ''] = row.words;
    if (id.toUpperCase() === 'MULTIPLY') continue;
    const demand = sections.number(row, 1, 'demand') * units.flowM3s;
    sums.set(id, (sums.get(id) ?? 0) + demand);
  }
  return sums;
}

const round = (value: number, steps = 1e4) => Math.round(value * steps) / steps;

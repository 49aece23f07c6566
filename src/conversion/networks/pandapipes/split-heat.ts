// Which junctions of a heat network lie in the return: those that pipes and valves join to where a circulation pump
// draws from; what consumers give back counts, too.

import type { AssumptionList } from '../assumptions.ts';
import type { NetTables } from './tables.ts';

export function splitHeat(tables: NetTables, assumptions: AssumptionList): ReadonlySet<number> {
  const neighbours = new Map<number, number[]>();
  const link = (a: number, b: number) => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (const table of ['pipe', 'valve', 'press_control', 'flow_control', 'pump']) {
    for (const row of tables.rows(table))
      link(row.number('from_junction'), row.number('to_junction'));
  }
  const pumps = [...tables.rows('circ_pump_pressure'), ...tables.rows('circ_pump_mass')];
  const consumers = [...tables.rows('heat_consumer'), ...tables.rows('heat_exchanger')];
  const returns = reach(
    [
      ...pumps.map((row) => row.number('return_junction')),
      ...consumers.map((row) => row.number('to_junction')),
    ],
    neighbours,
  );
  const supply = reach(
    [
      ...pumps.map((row) => row.number('flow_junction')),
      ...consumers.map((row) => row.number('from_junction')),
    ],
    neighbours,
  );
  const both = [...returns].filter((junction) => supply.has(junction));
  for (const junction of both) returns.delete(junction);
  if (both.length > 0) {
    assumptions.add(
      'heat-both',
      '# junctions hang together with supply and return by pipes: they are taken for supply.',
      '# 个节点同时与供水和回水管段相连：按供水处理。',
      both.length,
    );
  }
  const neither = tables
    .rows('junction')
    .filter(({ index }) => !returns.has(index) && !supply.has(index));
  if (neither.length > 0) {
    assumptions.add(
      'heat-neither',
      '# junctions lead to no pump and no consumer: they are taken for supply.',
      '# 个节点未通向任何泵或用户：按供水处理。',
      neither.length,
    );
  }
  return returns;
}

function reach(
  starts: readonly number[],
  neighbours: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  const seen = new Set(starts);
  const queue = [...seen];
  for (let junction = queue.pop(); junction !== undefined; junction = queue.pop()) {
    for (const near of neighbours.get(junction) ?? []) {
      if (seen.has(near)) continue;
      seen.add(near);
      queue.push(near);
    }
  }
  return seen;
}

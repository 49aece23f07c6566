import { SUPPLY_FULL, SUPPLY_LOW, SUPPLY_NONE } from '#simulation/hydraulics/judge-supply.ts';
import { countCustomers } from './to-report.ts';
import type { Solved } from './to-values.ts';

/** Customers who are worse off than in `normal`; all who have too little where that is not known. */
export function countWorse(solved: Solved, normal: Solved | undefined) {
  if (!normal) return countCustomers(solved);
  const { customers } = solved.network.nodes;
  let noSupplyCustomers = 0;
  let lowPressureCustomers = 0;
  for (let row = 0; row < customers.length; row += 1) {
    const node = solved.rows.node[row]!;
    if (node < 0) continue;
    const now = solved.supply[node] ?? SUPPLY_FULL;
    const before = normal.supply[normal.rows.node[row]!] ?? SUPPLY_FULL;
    if (now <= before) continue;
    if (now === SUPPLY_NONE) noSupplyCustomers += customers[row]!;
    else if (now === SUPPLY_LOW) lowPressureCustomers += customers[row]!;
  }
  return { noSupplyCustomers, lowPressureCustomers };
}

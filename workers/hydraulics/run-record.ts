// What a run is like as a whole, instant by instant.

import type { WaterRunRequest } from '#features/pipes/contract/water.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import { type countCustomers, toBalance } from './to-report.ts';

export function createRecord({ atMs }: WaterRunRequest) {
  const series = {
    timesMs: [] as number[],
    inflowM3s: [] as number[],
    deliveredM3s: [] as number[],
    askedM3s: [] as number[],
    lostM3s: [] as number[],
    noSupplyCustomers: [] as number[],
    lowPressureCustomers: [] as number[],
  };
  const warnings: number[] = [];
  return {
    series,
    warnings,
    add(
      snapshot: WaterSnapshot,
      model: WaterModel,
      customers: ReturnType<typeof countCustomers>,
    ): void {
      const balance = toBalance(model, snapshot);
      series.timesMs.push(atMs + snapshot.timeS * 1000);
      series.inflowM3s.push(balance.inflowM3s + balance.fromTanksM3s);
      series.deliveredM3s.push(balance.deliveredM3s);
      series.askedM3s.push(balance.askedM3s);
      series.lostM3s.push(balance.lostM3s);
      series.noSupplyCustomers.push(customers.noSupplyCustomers);
      series.lowPressureCustomers.push(customers.lowPressureCustomers);
      warnings.push(...snapshot.warnings);
    },
  };
}

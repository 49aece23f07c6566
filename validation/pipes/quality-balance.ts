import { noChanges } from '#model/network-changes.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import { type Quality, type QualityOutcome, runQuality } from '#simulation/hydraulics/quality.ts';
import type { ReportRow } from '../report.ts';

const DAY_S = 86_400;

/** Mass in against mass out and stored, over a day. */
export async function balanceQuality(name: string, inp: string): Promise<ReportRow[]> {
  const model = await openWaterModel(inp);
  const qualities: Quality[] = [
    { kind: 'age' },
    { kind: 'chlorine', sourceKgM3: 5e-4, decayPerS: 5e-6 },
    { kind: 'source', node: model.nodeIds.at(-1) ?? '' },
  ];
  const options = { changes: noChanges, state: undefined, pressureDriven: undefined };
  const rows = qualities.map((quality): ReportRow => {
    const run = runQuality(model, { ...options, quality, horizonS: DAY_S, warmUpS: 0 });
    let outcome: QualityOutcome | undefined;
    while (!outcome) {
      const step = run.next();
      if (step.done) outcome = step.value;
    }
    const value = Math.abs(outcome.massBalance - 1);
    return {
      ...{ case: name, metric: `mass balance of ${quality.kind}`, value, limit: 0.01, unit: '1' },
      ...{ pass: value <= 0.01, source: 'EPANET’s own account' },
    };
  });
  model.close();
  return rows;
}

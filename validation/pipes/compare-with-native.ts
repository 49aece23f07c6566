import { noChanges } from '#model/network-changes.ts';
import { runExtended } from '#simulation/hydraulics/extended.ts';
import { findFed } from '#simulation/hydraulics/judge-supply.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import type { ReportRow } from '../report.ts';

/** Heads and flows of native EPANET 2.3.5 in the file's units, by index − 1. */
export interface Reference {
  readonly everyNthStep: number;
  readonly steps: readonly {
    readonly t: number;
    readonly head: readonly number[];
    readonly flow: readonly number[];
  }[];
}

/** m³/s of a unit of flow; those in the second line come with feet. */
const flowUnits: Readonly<Record<string, number>> = {
  ...{ LPS: 1e-3, LPM: 1e-3 / 60, MLD: 1e3 / 86_400, CMH: 1 / 3600, CMD: 1 / 86_400, CMS: 1 },
  ...{ CFS: 0.3048 ** 3, GPM: 3.785411784e-3 / 60, MGD: 3785.411784 / 86_400 },
  ...{ IMGD: 4546.09 / 86_400, AFD: 1233.48183754752 / 86_400 },
};
const footUnits = new Set(['CFS', 'GPM', 'MGD', 'IMGD', 'AFD']);

const LIMIT = 1e-3;
/** Below it flows are compared with this: what hardly flows is left to EPANET's own accuracy. */
const LEAST_FLOW_M3S = 1e-3;
const source = 'OWA-EPANET 2.3.5, gcc -O3';

export async function compareWithNative(
  name: string,
  inp: string,
  { steps, everyNthStep }: Reference,
): Promise<ReportRow[]> {
  const unit = (/^\s*UNITS\s+(\w+)/im.exec(inp)?.[1] ?? 'GPM').toUpperCase();
  const cubic = flowUnits[unit] ?? Number.NaN;
  const metre = footUnits.has(unit) ? 0.3048 : 1;
  const model = await openWaterModel(inp);
  const options = { changes: noChanges, state: undefined, pressureDriven: undefined };
  let index = 0;
  let compared = 0;
  let farHead = 0;
  let farFlow = 0;
  let offTime = 0;
  let left = 0;
  for (const snapshot of runExtended(model, { ...options, horizonS: model.durationS })) {
    const reference = index % everyNthStep === 0 ? steps[index / everyNthStep] : undefined;
    index += 1;
    if (!reference) continue;
    compared += 1;
    offTime = Math.max(offTime, Math.abs(snapshot.timeS - reference.t));
    const isFed = findFed(model, snapshot.isOpen);
    for (const [node, head] of reference.head.entries()) {
      if (isFed[node] === 0) left += 1;
      else farHead = Math.max(farHead, Math.abs((snapshot.headM[node] ?? 0) - head * metre));
    }
    for (const [link, flow] of reference.flow.entries()) {
      const ends = [model.linkFrom[link] ?? 0, model.linkTo[link] ?? 0];
      if (ends.every((node) => isFed[node - 1] === 0)) continue;
      const off = Math.abs((snapshot.flowM3s[link] ?? 0) - flow * cubic);
      farFlow = Math.max(farFlow, off / Math.max(LEAST_FLOW_M3S, Math.abs(flow) * cubic));
    }
  }
  model.close();
  const row = (metric: string, value: number, limit: number, unitName: string): ReportRow => ({
    ...{ case: name, metric, value, limit, unit: unitName, source },
    pass: value <= limit,
  });
  return [
    row('steps missing', steps.length - compared, 0, 'steps'),
    row('time of steps', offTime, 0, 's'),
    row(`heads, ${left} values in pockets left out`, farHead, LIMIT, 'm'),
    row('flows', farFlow, LIMIT, 'of the flow, or of 1 L/s below it'),
  ];
}

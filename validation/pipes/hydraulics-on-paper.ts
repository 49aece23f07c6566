import { noChanges } from '#model/network-changes.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import { orificeCoefficient } from '#simulation/hydraulics/prepare.ts';
import { solveOnce } from '#simulation/hydraulics/solve.ts';
import { cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import type { ReportRow } from '../report.ts';

/** A reservoir of 50 m, a junction at 0 m behind 1,000 m of pipe with Hazen-Williams 130. */
const line = (extra = '', demand = 20, diameter = 300) => `
[JUNCTIONS]
 J 0 ${demand}
[RESERVOIRS]
 R 50
[PIPES]
 P R J 1000 ${diameter} 130 0 Open
${extra}
[OPTIONS]
 Units LPS
 Headloss H-W
 Accuracy 0.0000001
[END]
`;

/** Loss of Hazen and Williams as EPANET has it (US units: 4.727), m. */
export function hazenWilliams(flowM3s: number, lengthM: number, diameterM: number, c: number) {
  const foot = 0.3048;
  const cubicFeet = flowM3s / foot ** 3;
  const resistance = (4.727 * (lengthM / foot)) / (c ** 1.852 * (diameterM / foot) ** 4.871);
  return resistance * cubicFeet ** 1.852 * foot;
}

/** EPANET's 32.2 ft/s², m/s². */
const GRAVITY = 32.2 * 0.3048;

export async function paperCases(): Promise<ReportRow[]> {
  return [await wagner(), await burst(), await leak()];
}

/** EPANET stops where flows change by less than its accuracy, 1e-7 here, of their sum. */
const LIMIT = 1e-4;

const row = (name: string, metric: string, value: number, source: string): ReportRow => ({
  ...{ case: name, metric, value, limit: LIMIT, unit: '1', source },
  pass: value <= LIMIT,
});

/** What is delivered at the pressure that it leaves. */
async function wagner(): Promise<ReportRow> {
  const model = await openWaterModel(line('', 60, 150));
  const pressureDriven = { minimumM: 5, requiredM: 40 };
  const { pressureM, demandM3s } = solveOnce(model, {
    ...{ changes: noChanges, state: undefined, pressureDriven },
  });
  const pressure = 50 - hazenWilliams(demandM3s[0] ?? 0, 1000, 0.15, 130);
  const expected = 0.06 * Math.sqrt((pressure - 5) / 35);
  model.close();
  const off = Math.max(
    Math.abs((demandM3s[0] ?? 0) / expected - 1),
    Math.abs((pressureM[0] ?? 0) / pressure - 1),
  );
  return row('one pipe', 'pressure-driven demand', off, 'Wagner et al. 1988');
}

/** A hole at 40 % of a pipe lets out what the orifice's formula says for the pressure there. */
async function burst(): Promise<ReportRow> {
  const model = await openWaterModel(line('', 0, 300));
  const bursts = [{ link: 'P', share: 0.4, areaM2: 0.005 }];
  const cut = cutPipes(model, bursts);
  const { emitterM3s } = solveOnce(cut.model, {
    ...{ changes: { ...noChanges, bursts }, state: undefined, pressureDriven: undefined },
  });
  const flow = Math.max(...emitterM3s);
  // The hole lies between the reservoir's end at 50 m (EPANET's elevation of it) and the junction at 0 m.
  const pressure = 50 - hazenWilliams(flow, 400, 0.3, 130) - 50 * 0.6;
  const expected = (orificeCoefficient(0.005) / 1000) * Math.sqrt(pressure);
  cut.join();
  model.close();
  return row('one pipe', 'burst at 40 %', Math.abs(flow / expected - 1), 'q = Cd · A · √(2 g h)');
}

/** FAVAD of a pipe between a tank-like reservoir and a junction that nobody draws from. */
async function leak(): Promise<ReportRow> {
  const model = await openWaterModel(line('[LEAKAGE]\n P 100 0', 0, 300));
  const { leakM3s, pressureM } = solveOnce(model, {
    ...{ changes: noChanges, state: undefined, pressureDriven: undefined },
  });
  // 100 mm² a hundred metres are 1,000 mm²; EPANET puts a leak at the pipe's junctions and uses Cd = 0.6.
  const expected = 0.6 * 0.001 * Math.sqrt(2 * GRAVITY * (pressureM[0] ?? 0));
  model.close();
  return row('one pipe', 'FAVAD leak', Math.abs((leakM3s[0] ?? 0) / expected - 1), 'van Zyl 2014');
}

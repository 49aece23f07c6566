import { FlowUnits, InitHydOption, LinkProperty, NodeProperty } from 'epanet-js';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aGrid, anInp } from './a-supply.ts';
import { createEngine } from './epanet.ts';
import { openWaterModel } from './open-model.ts';
import { solveOnce } from './solve.ts';

const asTheFileSays = { changes: noChanges, state: undefined, pressureDriven: undefined };

/** In gallons a minute and feet, with one of each kind that has a unit of its own. */
const american = (pump: string, more: string) => `
[JUNCTIONS]
 A 10 0
 B 10 50
 C 20 80
[RESERVOIRS]
 R 100
[TANKS]
 T 150 10 0 20 50 0
[PIPES]
 P1 B C 1000 12 120 0 Open
 P2 C T 2000 10 110 0 Open
[PUMPS]
 U R A ${pump}
[VALVES]
 V A B 8 PRV 80 0
${more}
[CURVES]
 H 300 220
[OPTIONS]
 Units GPM
 Headloss H-W
 Accuracy 0.000001
[END]
`;

async function solveInFeet(inp: string) {
  const { project, workspace } = await createEngine();
  workspace.writeFile('a.inp', inp);
  project.open('a.inp', 'a.rpt', '');
  expect(project.getFlowUnits()).toBe(FlowUnits.GPM);
  project.openH();
  project.initH(InitHydOption.InitFlow);
  project.runH();
  return {
    headM: project.getNodeValues(NodeProperty.Head).map((feet) => feet * 0.3048),
    flowM3s: project.getLinkValues(LinkProperty.Flow).map((gallons) => gallons * 6.30902e-5),
  };
}

describe('opening a model', () => {
  it.each([
    ['a pump with a curve', 'HEAD H', ''],
    ['a pump given by its horsepower', 'POWER 20', ''],
    ['emitters', 'HEAD H', '[EMITTERS]\n C 5'],
    ['leaking pipes', 'HEAD H', '[LEAKAGE]\n P1 100 0.5'],
  ])(
    'solves a file in feet and gallons with %s as EPANET does by itself',
    async (_, pump, more) => {
      const inp = american(pump, more);
      const native = await solveInFeet(inp);
      const model = await openWaterModel(inp);
      const { headM, flowM3s } = solveOnce(model, asTheFileSays);
      for (const [node, head] of native.headM.entries()) expect(headM[node]).toBeCloseTo(head, 4);
      for (const [link, flow] of native.flowM3s.entries())
        expect(flowM3s[link]).toBeCloseTo(flow, 6);
      model.close();
    },
  );

  it('finds nodes and links by their ids', async () => {
    const model = await openWaterModel(anInp(aGrid(2, () => 1)));
    expect(model.nodeIds).toEqual(['J0-0', 'J0-1', 'J1-0', 'J1-1', 'R']);
    expect(model.nodeIndex.get('R')).toBe(5);
    const pipe = model.linkIndex.get('P1-1v') ?? 0;
    expect(model.nodeIds[(model.linkFrom[pipe - 1] ?? 0) - 1]).toBe('J0-1');
    expect(model.nodeIds[(model.linkTo[pipe - 1] ?? 0) - 1]).toBe('J1-1');
    expect(model.diameterM[pipe - 1]).toBeCloseTo(0.15, 9);
    model.close();
  });

  it.each([
    ['hello', /not enough nodes/],
    ['[JUNCTIONS]\n J x\n[END]', /illegal numeric value x.*JUNCTIONS/],
    ['[JUNCTIONS]\n J 1\n[RESERVOIRS]\n R 1\n[PIPES]\n P R Z 1 1 1\n[END]', /undefined node Z/],
  ])('says what is wrong with a file: %j', async (inp, reason) => {
    await expect(openWaterModel(inp)).rejects.toThrow(reason);
  });

  it('writes nothing to the console where EPANET warns at each step', async () => {
    const lines: unknown[] = [];
    const warn = console.warn;
    console.warn = (...line) => lines.push(line);
    const model = await openWaterModel(anInp({ ...aGrid(2, () => 400) }));
    const { warnings } = solveOnce(model, asTheFileSays);
    console.warn = warn;
    expect(warnings).toEqual([6]);
    expect(lines).toEqual([]);
    model.close();
  });
});

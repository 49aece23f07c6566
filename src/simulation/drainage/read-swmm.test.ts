import { describe, expect, it } from 'vitest';
import { aDrain } from './a-drain.ts';
import { readSwmm } from './read-swmm.ts';

const drain = aDrain({
  nodes: 3,
  lengthM: 50,
  slope: 0.01,
  diameter: 0.5,
  manning: 0.013,
  flow: 0.1,
});
const lineOf = (text: string, part: string) =>
  text.split('\n').findIndex((line) => line.startsWith(part)) + 1;

describe('reading a SWMM file', () => {
  it('brings metric and US files to the same SI', () => {
    const metric = readSwmm(drain, 'a.inp');
    const us = readSwmm(drain.replace('CMS', 'CFS'), 'b.inp');
    const [a, b] = [metric.links[0], us.links[0]];
    if (a?.kind !== 'conduit' || b?.kind !== 'conduit') throw new Error('A conduit was expected.');
    expect(b.lengthM).toBeCloseTo(a.lengthM * 0.3048, 12);
    expect(us.nodes[0]?.inflows[0]?.baselineM3s).toBeCloseTo(0.1 * 0.3048 ** 3, 12);
  });

  it.each([
    ['C1 N1', 'C1 N1 N9 50 0.013 0 0', 'names the node N9, which does not exist'],
    ['C1 N1', 'C1 N1 N2 0 0.013 0 0', 'is 0 m long'],
    ['C1 N1', 'C1 N1 N2 fifty 0.013 0 0', 'is fifty, expected a number'],
    ['C0 CIRCULAR', 'C0 TUBE 1 0 0 0 1', 'has the cross section TUBE'],
    ['OUT', 'OUT 98 SOMETIMES NO', 'is SOMETIMES, expected FREE'],
    ['FLOW_UNITS', 'FLOW_UNITS PINTS', 'Flow units are PINTS'],
    ['N0 FLOW', 'N0 FLOW NOSERIES', 'names the time series NOSERIES'],
  ])('refuses %s as "%s" with its line', (start, line, words) => {
    const text = drain
      .split('\n')
      .map((one) => (one.startsWith(start) ? line : one))
      .join('\n');
    expect(() => readSwmm(text, 'bad.inp')).toThrow(words);
    expect(() => readSwmm(text, 'bad.inp')).toThrow(`bad.inp, line ${lineOf(text, line)}`);
  });

  it('steps no longer in rain than its gage records, and lets dry entries change nothing', () => {
    const more = `[RAINGAGES]
G INTENSITY 0:05 1.0 TIMESERIES RAIN
[SUBCATCHMENTS]
S G N0 1 50 100 0.5 0
[SUBAREAS]
S 0.015 0.1 1 3 25 OUTLET
[INFILTRATION]
S 50 5 4 7 0
[TIMESERIES]
RAIN 0:00 0 0:05 12 0:10 0 0:15 0 0:20 8
`;
    const { gages, options } = readSwmm(`${drain}${more}`, 'rain.inp');
    expect([...(gages[0]?.timesS ?? [])]).toEqual([0, 300, 1200]);
    expect(options.wetStepS).toBe(300);
    expect(
      readSwmm(`${drain}${more.replace('0:05 1.0', '0:01 1.0')}`, 'b.inp').options,
    ).toMatchObject({
      wetStepS: 60,
    });
  });

  it('reads rules, curves and series over several lines', () => {
    const more = `[PUMPS]
P1 N1 N2 CURVE ON 0 0
[CURVES]
CURVE PUMP4 0 0
CURVE 1 0.5
[CONTROLS]
RULE one
IF NODE N1 DEPTH > 2
AND SIMULATION TIME > 1
THEN PUMP P1 STATUS = OFF
ELSE PUMP P1 STATUS = ON
PRIORITY 3`;
    const { rules, links } = readSwmm(
      aDrain({
        nodes: 3,
        lengthM: 50,
        slope: 0.01,
        diameter: 0.5,
        manning: 0.013,
        flow: 0.1,
        more,
      }),
      'rules.inp',
    );
    expect(links.at(-1)).toMatchObject({
      kind: 'pump',
      by: 'depth',
      curve: { x: [0, 1], y: [0, 0.5] },
    });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      priority: 3,
      alternatives: [
        [
          { quantity: 'depth', value: 2 },
          { quantity: 'time', value: 3600 },
        ],
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { toCsv, toTable } from './print.ts';

const rows = [
  { case: 'Delfshaven, one core', value: 4123.456, unit: 'buildings/s' },
  { case: 'load "all"', value: 3, unit: 's', peer: 'bare Viewer', peerValue: 4 },
];

describe('the figures of a bench', () => {
  it('go to CSV with quotes where a cell needs them and the ratio to the peer', () => {
    expect(toCsv(rows)).toBe(
      `case,value,unit,peer,peerValue,ratio
"Delfshaven, one core",4123,buildings/s,,,
"load ""all""",3,s,bare Viewer,4,0.75
`,
    );
  });

  it('stand in line for the eye', () => {
    expect(toTable(rows)).toBe(
      `case                  value  unit         peer         peerValue  ratio
Delfshaven, one core   4123  buildings/s
load "all"                3  s            bare Viewer          4   0.75`,
    );
  });
});

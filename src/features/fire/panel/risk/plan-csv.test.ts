import { describe, expect, it } from 'vitest';
import type { InspectionVisit } from '../../contract/risk.ts';
import { planCsv } from './plan-csv.ts';

const visit = (name: string, because = 'six violations'): InspectionVisit => ({
  building: { id: 'B-1', index: 0, name, at: [10.5, 54.25] },
  lastInspection: '2020-01-02',
  gain: 0.5,
  because: [
    { en: because, zh: because },
    { en: 'old wiring', zh: '旧线路' },
  ],
});
const lineOf = (one: InspectionVisit) => planCsv([one], ({ en }) => en).split('\r\n')[1];

describe('the plan of inspections as a table', () => {
  it('has a line a visit in its rank, with place, gain and reasons', () => {
    expect(planCsv([visit('Mill'), visit('School')], ({ en }) => en).split('\r\n')).toEqual([
      'rank,id,name,longitude_deg,latitude_deg,last_inspection,score_taken_away,why',
      '1,B-1,Mill,10.5,54.25,2020-01-02,0.5,six violations · old wiring',
      '2,B-1,School,10.5,54.25,2020-01-02,0.5,six violations · old wiring',
    ]);
  });

  it('quotes commas, quotes and line ends', () => {
    expect(planCsv([visit('a\nb')], ({ en }) => en)).toContain('"a\nb"');
    expect(planCsv([visit('a,"b"')], ({ en }) => en)).toContain('"a,""b"""');
  });

  it.each(['=HYPERLINK("x")', '+1+1', '@SUM', '-cmd'])('disarms %s for spreadsheets', (name) => {
    expect(lineOf(visit(name))).toMatch(/^1,B-1,"?'/);
  });

  it('leaves a negative number a number', () => {
    const west = {
      ...visit('Mill'),
      building: { ...visit('Mill').building, at: [-3.5, -1] as const },
    };
    expect(lineOf(west)).toContain(',-3.5,-1,');
  });
});

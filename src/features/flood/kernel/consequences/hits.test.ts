import { describe, expect, it } from 'vitest';
import { aHit } from './an-impact.ts';
import { hitsCsv } from './hits-csv.ts';
import { queryHits } from './query-hits.ts';

const hits = [
  aHit({ id: 'B-10', name: 'School', use: 'school', firstWetS: 10, maxDepthM: 0.5 }),
  aHit({
    id: 'S-2',
    name: 'Lindenallee',
    kind: 'road',
    use: 'arterial',
    firstWetS: 20,
    maxDepthM: 2,
  }),
  aHit({ id: 'B-9', name: 'School', use: 'kindergarten', firstWetS: 30, maxDepthM: 0.4 }),
];
const idsOf = (query: Parameters<typeof queryHits>[1]) =>
  queryHits(hits, query).map(({ id }) => id);

describe('the list of what water reached', () => {
  it('is in the order of the water unless asked otherwise', () => {
    expect(idsOf({})).toEqual(['B-10', 'S-2', 'B-9']);
  });

  it('is filtered by kind and by a word in any case', () => {
    expect(idsOf({ kinds: ['road'] })).toEqual(['S-2']);
    expect(idsOf({ text: ' LINDEN ' })).toEqual(['S-2']);
    expect(idsOf({ text: 'kinder' })).toEqual(['B-9']);
    expect(idsOf({ text: 'b-', kinds: ['road'] })).toEqual([]);
  });

  it('is sorted by numbers and names, equal ones by the water', () => {
    expect(idsOf({ sort: { by: 'maxDepthM', isDescending: true } })).toEqual([
      'S-2',
      'B-10',
      'B-9',
    ]);
    expect(idsOf({ sort: { by: 'name', isDescending: false } })).toEqual(['S-2', 'B-10', 'B-9']);
  });

  it('leaves the list it was given as it was', () => {
    const before = hits.map(({ id }) => id);
    queryHits(hits, { sort: { by: 'maxDepthM', isDescending: false } });
    expect(hits.map(({ id }) => id)).toEqual(before);
  });
});

describe('the file for a spreadsheet', () => {
  it('has a head with units and a line a hit', () => {
    const csv = hitsCsv([aHit({ damage: 1234.6, firstWetS: 75.4, basementStoreys: 2 })], 'EUR');
    const [head, line, ...rest] = csv.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe(
      'kind,id,name,use,longitude_deg,latitude_deg,first_wet_s,is_now,depth_m,max_depth_m,max_hazard_rating,people_day,people_night,damage_EUR,basement_storeys',
    );
    expect(line).toBe('site,B-1,Hospital,hospital,10,54,75,yes,0.4,0.4,1,1,1,1235,2');
    expect(rest).toEqual(['']);
  });

  it('keeps commas, quotes and would-be formulas in their cells', () => {
    const csv = hitsCsv([aHit({ name: '=1+1, "x"' })], 'EUR');
    expect(csv).toContain(`"'=1+1, ""x"""`);
  });

  it('leaves a time empty that is not known', () => {
    expect(hitsCsv([aHit({ firstWetS: Number.NaN })], 'EUR')).toContain(',54,,yes,');
  });
});

import { describe, expect, it } from 'vitest';
import type { BurningPlaces, FireSpread } from '../../contract/spread.ts';
import type { HazardZones, PlaceDeg, RingsDeg } from '../../contract.ts';
import { toBuildingsCsv } from './buildings-csv.ts';
import { type CapAlert, escapeXml, toCap } from './cap.ts';
import { toFireGeoJson } from './geojson.ts';
import { ringsToPolygons } from './rings-to-polygons.ts';

const square = (x: number, y: number, side: number): readonly PlaceDeg[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
];

/** Above 0 counter-clockwise. */
const turn = (ring: readonly PlaceDeg[]) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? ring[0] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);

describe('rings as polygons', () => {
  it('are closed, outer ones counter-clockwise, holes in the ring that they lie in, islands for themselves', () => {
    const rings = [square(0, 0, 9), square(1, 1, 5), square(2, 2, 1), square(20, 0, 2)];
    const polygons = ringsToPolygons(rings);
    expect(polygons.map(({ length }) => length)).toEqual([2, 1, 1]);
    for (const [outer, ...holes] of polygons) {
      expect(outer?.at(0)).toEqual(outer?.at(-1));
      expect(turn(outer ?? [])).toBeGreaterThan(0);
      for (const hole of holes) expect(turn(hole)).toBeLessThan(0);
    }
  });

  it('leave out what is no ring', () => {
    expect(ringsToPolygons([[[0, 0]], []])).toEqual([]);
  });
});

const alert: CapAlert = {
  ...{ identifier: 'marenholm, fire 1', sender: 'ops@example.org', senderName: 'Control & Co' },
  ...{ sentMs: Date.UTC(2026, 10, 26, 20, 5, 7, 900), onsetMs: 0, expiresMs: 3_600_000 },
  ...{ status: 'Exercise', note: 'Simulated.', severity: 'Severe', urgency: 'Immediate' },
  certainty: 'Possible',
  event: { en: 'Fire', zh: '火灾' },
  headline: { en: 'Leave <now> & "fast"', zh: '立即撤离' },
  description: { en: 'Smoke\u0007', zh: '烟气' },
  instruction: { en: 'Go east.', zh: '向东撤离。' },
  areaDesc: { en: 'Old town', zh: '老城' },
  zone: [square(10.6, 54.3, 0.1), square(10.62, 54.32, 0.01)],
};

/** Elements of each level in order, from a reading of the XML that knows nothing of how it was written. */
function childrenOf(xml: string, path: readonly string[]): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, close, name = ''] of xml.matchAll(/<(\/?)([a-zA-Z]+)[^>]*>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else {
      if (open.join('/') === path.join('/')) found.push(name);
      open.push(name);
    }
  }
  expect(open).toEqual([]);
  return found;
}

describe('a CAP message', () => {
  const xml = toCap(alert);
  it('has the elements of the schema in its order', () => {
    expect(childrenOf(xml, ['alert'])).toEqual([
      ...['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'note', 'info', 'info'],
    ]);
    const info = [
      ...['language', 'category', 'event', 'responseType', 'urgency', 'severity', 'certainty'],
      ...['effective', 'onset', 'expires', 'senderName', 'headline', 'description'],
      ...['instruction', 'area'],
    ];
    expect(childrenOf(xml, ['alert', 'info'])).toEqual([...info, ...info]);
    expect(childrenOf(xml, ['alert', 'info', 'area'])).toEqual([
      ...['areaDesc', 'polygon', 'areaDesc', 'polygon'],
    ]);
    expect(xml).toContain('xmlns="urn:oasis:names:tc:emergency:cap:1.2"');
  });

  it('is an exercise with times and names as CAP writes them', () => {
    expect(xml).toContain('<status>Exercise</status>');
    expect(xml).toContain('<sent>2026-11-26T20:05:07-00:00</sent>');
    expect(xml).toContain('<identifier>marenholm-fire-1</identifier>');
    expect(xml).toContain('<language>zh-CN</language>');
  });

  it('escapes text and drops what XML cannot hold', () => {
    expect(xml).toContain('<headline>Leave &lt;now&gt; &amp; &quot;fast&quot;</headline>');
    expect(xml).toContain('<senderName>Control &amp; Co</senderName>');
    expect(xml).toContain('<description>Smoke</description>');
    expect(escapeXml('a\u0000&amp;')).toBe('a&amp;amp;');
  });

  it('writes latitude before longitude, closes the polygon, and thins out long ones', () => {
    const polygon = /<polygon>([^<]*)</.exec(xml)?.[1]?.split(' ') ?? [];
    expect(polygon).toHaveLength(5);
    expect(polygon[0]).toBe('54.30000,10.60000');
    expect(polygon[4]).toBe(polygon[0]);
    const circle = Array.from({ length: 720 }, (_, at): PlaceDeg => {
      const angle = (at * Math.PI) / 360;
      return [10 + 0.01 * Math.cos(angle), 54 + 0.01 * Math.sin(angle)];
    });
    const corners = /<polygon>([^<]*)</.exec(toCap({ ...alert, zone: [circle] }))?.[1]?.split(' ');
    expect(corners?.length).toBeLessThanOrEqual(101);
    expect(corners?.[0]).toBe(corners?.at(-1));
  });

  it('leaves out what is not said', () => {
    const bare = toCap({ ...alert, note: '', senderName: '', sender: ' ', zone: [] });
    expect(bare).not.toContain('<note>');
    expect(bare).not.toContain('<senderName>');
    expect(bare).not.toContain('<polygon>');
    expect(bare).toContain('<sender>unknown</sender>');
  });
});

const spread = {
  ...{ scenario: 'f', count: 3, burnt: 2, putOut: 0, saved: 0, hamada: [] },
  ignitionS: Float32Array.of(600, Infinity, 0),
  flashoverS: Float32Array.of(900, Infinity, 300),
  endS: Float32Array.of(9000, Infinity, 500),
  cause: Uint8Array.of(2, 0, 1),
  source: Int32Array.of(2, -1, -1),
  ...{ peakKW: Float32Array.of(5000, 0, 4000), energyMJ: Float32Array.of(800, 0, 700) },
  order: Uint32Array.of(2, 0),
  ...{ peopleDay: Float32Array.of(3, Number.NaN), peopleNight: Float32Array.of(7, 2) },
} as unknown as FireSpread;
const places: BurningPlaces = {
  ...{ scenario: 'f', building: Uint32Array.of(0, 2) },
  ...{ longitudeDeg: Float64Array.of(10.1, 10.2), latitudeDeg: Float64Array.of(54.1, 54.2) },
  ...{ roofM: Float32Array.of(9, 9), areaM2: Float32Array.of(100, 100) },
};

it('writes buildings in the order in which they catch fire, and no formula', () => {
  const words = { ids: ['B-2', 'B-0'], names: ['=HYPERLINK("x")', ''], addresses: ['A, 1', ''] };
  const csv = toBuildingsCsv(spread, places, words, Date.UTC(2026, 0, 1), ['simulated']);
  const [head, columns, first, second, end] = csv.split('\r\n');
  expect(head).toBe('\uFEFFsimulated');
  expect(columns?.split(',').slice(0, 7)).toEqual([
    ...['index', 'id', 'name', 'address', 'longitude_deg', 'latitude_deg', 'ignition_s'],
  ]);
  expect(first).toBe(
    `2,B-2,"'=HYPERLINK(""x"")","A, 1",10.2,54.2,0,2026-01-01T00:00:00Z,300,500,given,,4000,700,3,7`,
  );
  expect(second).toBe('0,B-0,,,10.1,54.1,600,2026-01-01T00:10:00Z,900,9000,exposure,2,5000,800,,2');
  expect(end).toBe('');
});

it('writes zones, burning buildings and their state at the moment as GeoJSON', () => {
  const zone: RingsDeg = [square(10, 54, 0.01)];
  const zones: HazardZones = {
    ...{ of: 'f', timeS: 700, model: { en: 'Model', zh: '模型' } },
    zones: [
      {
        ...{ id: 'z', kind: 'smoke', tier: 2, label: { en: 'Smoke', zh: '烟气' }, rings: zone },
        ...{ areaM2: 10.4, buildings: 3, peopleDay: 4, peopleNight: 9, sites: [] },
      },
    ],
  };
  const written = JSON.parse(
    toFireGeoJson({ zones: [zones], spread, places, timeS: 550 }, { NATURE: 'simulated' }),
  );
  expect(written).toMatchObject({
    type: 'FeatureCollection',
    properties: { NATURE: 'simulated' },
    features: [
      {
        geometry: { type: 'MultiPolygon' },
        properties: { layer: 'zone', tier: 2, people_night: 9, area_m2: 10 },
      },
      { properties: { layer: 'building', index: 0, state: 'will-burn', ignition_s: 600 } },
      { properties: { layer: 'building', index: 2, state: 'burnt' } },
    ],
  });
});

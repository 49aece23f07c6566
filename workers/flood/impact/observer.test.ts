import { describe, expect, it } from 'vitest';
import { jrcEurope } from '#simulation/flood/impact/damage.ts';
import { aMoment, aRunOn, aWetTown, STREET_ROW, type WetTown } from './a-wet-town.ts';
import { createObserverOpener } from './open-observer.ts';

const open = (town: WetTown) => createObserverOpener(town.read)(aRunOn(town));
/** The street east of the hospital. */
const pool = (depth: number) => (column: number, row: number) =>
  column === 24 && row === STREET_ROW ? depth : 0;
const west = (depth: number) => (column: number) => (column < 11 ? depth : 0);

describe('the consequences of a run', () => {
  it('begin with nothing, though a river flows through the town', async () => {
    const observer = await open(aWetTown());
    const { impact, events } = observer.observe(aMoment(0, () => 0));
    expect(impact).toMatchObject({
      ...{ run: 'r', timeS: 0, flooded: 0, hits: 0, roadsClosed: 0, damage: 0 },
      ...{ critical: [], cutOff: [], lacks: [] },
    });
    expect(events).toEqual([]);
  });

  it('count homes, people and damage, leaving the tree out', async () => {
    const observer = await open(aWetTown());
    const { impact } = observer.observe(aMoment(30, west(1), false));
    expect(impact).toMatchObject({ flooded: 2, peopleDay: 3, peopleNight: 9, currency: 'EUR' });
    // Two storeys of 400 m² in all: 200 m² on the ground; 40 % of 780 a m² at 1 m.
    expect(impact?.damage).toBeCloseTo(2 * 0.4 * 780 * 200, 3);
    expect(impact?.damageHigh).toBeCloseTo(2 * (impact?.damage ?? 0), 6);
    expect(impact?.byUse).toEqual([{ use: 'residential', buildings: 2, damage: impact?.damage }]);
    // Depth class 5 of 6 and above the sill.
    expect([...(impact?.buildings ?? [])]).toEqual([5 | 16, 5 | 16, 0, 0, 0]);
  });

  it('count basements whose building has water at its wall, above the sill or not', async () => {
    const observer = await open(aWetTown());
    const { impact } = observer.observe(aMoment(30, west(0.1), false));
    expect(impact).toMatchObject({ flooded: 0, basements: 1 });
    observer.observe(aMoment(60, west(1)));
    const storeys = observer.hits().hits.map(({ id, basementStoreys }) => [id, basementStoreys]);
    expect(storeys.filter(([id]) => String(id).startsWith('B-'))).toEqual([
      ['B-1', 0],
      ['B-2', 1],
    ]);
    expect(observer.hitsCsv(undefined, { text: 'B-2' })).toMatch(/basement_storeys\r\n.*,1\r\n$/);
  });

  it('name the hospital that is cut off, and the street that does it', async () => {
    const observer = await open(aWetTown());
    const { events } = observer.observe(aMoment(60, pool(0.6)));
    expect(events?.map(({ kind, name }) => [kind, name])).toEqual([
      ['road', 'Street S-2'],
      ['cut-off', 'St. John'],
    ]);
    const impact = observer.impactAt(60);
    expect(impact?.cutOff).toMatchObject([
      { kind: 'site', feature: 'city', id: 'B-3', index: 2, name: 'St. John', use: 'hospital' },
    ]);
    expect(impact?.isolated).toEqual({ buildings: 3, peopleDay: 303, peopleNight: 129 });
    expect([...(impact?.roads ?? [])]).toEqual([0, 3, 0]);
  });

  it('flag an entrance of the underground by the level of its sill', async () => {
    const observer = await open(aWetTown());
    const at = (depth: number) => aMoment(30, (_, row) => (row > 11 ? depth : 0), false);
    expect(observer.observe(at(0.15)).impact?.critical).toEqual([]);
    expect(observer.observe(at(0.25)).impact?.critical).toMatchObject([
      { kind: 'underground', name: 'Central A', use: 'stairs', id: 'U-1-A' },
    ]);
  });

  it('tell at every kept time what was so then', async () => {
    const observer = await open(aWetTown());
    observer.observe(aMoment(0, () => 0));
    observer.observe(aMoment(60, west(0.5)));
    observer.observe(aMoment(120, west(2)));
    expect([30, 90, 200].map((timeS) => observer.impactAt(timeS)?.peopleNight)).toEqual([0, 9, 9]);
    const { hits, events, closures } = observer.hits(90);
    expect(
      hits.filter(({ kind }) => kind === 'building').map(({ maxDepthM }) => maxDepthM),
    ).toEqual([0.5, 0.5]);
    expect(events.every(({ timeS }) => timeS <= 60)).toBe(true);
    expect(closures).toMatchObject([
      { id: 'S-1', closedCarS: 60, closedEngineS: 60, maxDepthM: 0.5, speedKmh: 0, lengthM: 180 },
    ]);
    expect(observer.hits().hits[0]?.maxDepthM).toBe(2);
  });

  it('sort, filter and cut the list, and say how long it is', async () => {
    const observer = await open(aWetTown());
    observer.observe(aMoment(60, () => 1));
    const { hits, hitsInAll, closures, events } = observer.hits(undefined, {
      ...{ lists: ['hits'], kinds: ['building'], most: 2 },
      sort: { by: 'peopleDay', isDescending: true },
    });
    expect(hits.map(({ id }) => id)).toEqual(['B-3', 'B-4']);
    expect([hitsInAll, closures, events]).toEqual([4, [], []]);
    expect(observer.hitsCsv(undefined, { kinds: ['underground'] })).toContain(
      'underground,U-1-A,Central A',
    );
  });

  it('count kept times by another table once it is set', async () => {
    const observer = await open(aWetTown());
    observer.observe(aMoment(60, west(1)));
    const before = observer.impactAt(60)?.damage ?? 0;
    observer.setDamage({
      ...{ ...jrcEurope, currency: 'CNY', uncertainty: 4 },
      curves: jrcEurope.curves.map((curve) => ({ ...curve, mostPerM2: curve.mostPerM2 * 10 })),
    });
    const after = observer.impactAt(60);
    expect(after?.damage).toBeCloseTo(before * 10, 3);
    expect([after?.currency, after?.damageLow]).toEqual(['CNY', (after?.damage ?? 0) / 4]);
  });

  it('go on from another run with its past and without its future', async () => {
    const town = aWetTown();
    const opener = createObserverOpener(town.read);
    const first = await opener(aRunOn(town));
    first.observe(aMoment(60, west(1)));
    first.observe(aMoment(120, () => 1));
    const second = await opener({
      ...aRunOn(town, 'what-if'),
      from: { observer: first, timeS: 60 },
    });
    expect(second.impactAt(90)).toMatchObject({ run: 'what-if', flooded: 2 });
    second.observe(aMoment(120, west(1)));
    expect([second.impactAt(120)?.flooded, first.impactAt(120)?.flooded]).toEqual([2, 4]);
  });

  it('tell nothing new of a time that is kept already', async () => {
    const observer = await open(aWetTown());
    observer.observe(aMoment(60, west(1)));
    expect(observer.observe(aMoment(60, () => 3))).toEqual({});
    expect(observer.impactAt(60)?.flooded).toBe(2);
  });
});

describe('a city that lacks something', () => {
  it('takes circles for buildings without outlines, and says so', async () => {
    const observer = await open(aWetTown({ hasFootprints: false }));
    const { impact } = observer.observe(aMoment(30, west(1), false));
    expect(impact).toMatchObject({ flooded: 2, lacks: ['footprints'] });
  });

  it('takes circles where the outlines can not be read', async () => {
    const town = aWetTown();
    town.files.set('footprints', new ArrayBuffer(40));
    const { impact } = (await open(town)).observe(aMoment(30, west(1), false));
    expect(impact).toMatchObject({ flooded: 2, lacks: ['footprints'] });
  });

  it('counts buildings without streets, sites, people and uses', async () => {
    const town = aWetTown();
    const bare: WetTown = {
      ...town,
      city: { ...town.city, collections: {}, columns: {}, attributes: [] },
    };
    const { impact } = (await open(bare)).observe(aMoment(30, west(1), false));
    expect(impact?.lacks).toEqual([
      'use',
      'people',
      'floor-area',
      'basements',
      'facilities',
      'underground',
      'streets',
      // Without classes the tree counts as a building, and it has no outline.
      'footprints',
    ]);
    expect(impact).toMatchObject({ flooded: 3, peopleNight: 0, roadsClosed: 0 });
    expect(impact?.damage).toBeGreaterThan(0);
  });

  it('counts streets without buildings', async () => {
    const town = aWetTown();
    const { buildings: _, ...rest } = town.city;
    const observer = await open({ ...town, city: rest });
    const { impact } = observer.observe(aMoment(30, pool(1), false));
    expect(impact).toMatchObject({ flooded: 0, roadsClosed: 1 });
    expect(impact?.lacks).toContain('buildings');
  });

  it('finds the street of a building that no street names', async () => {
    const town = aWetTown();
    const text = new TextDecoder().decode(town.files.get('streets'));
    const nameless = text.replace(/"buildings":\[[^\]]*\]/g, '"buildings":[]');
    town.files.set('streets', new TextEncoder().encode(nameless).buffer);
    const { impact } = (await open(town)).observe(aMoment(60, pool(0.6)));
    expect(impact).toBeUndefined();
    expect((await open(town)).observe(aMoment(30, pool(0.6), false)).impact?.cutOff).toMatchObject([
      { name: 'St. John' },
    ]);
  });

  it('leaves out lines of a collection that can not be read', async () => {
    const town = aWetTown();
    const text = new TextDecoder().decode(town.files.get('streets'));
    const broken = `{"type":"Feature"\n${text}\n[]\n{"geometry":{"type":"Point"}}\n`;
    town.files.set('streets', new TextEncoder().encode(broken).buffer);
    const { impact } = (await open(town)).observe(aMoment(30, pool(1), false));
    expect(impact?.roads).toHaveLength(3);
  });

  it('rejects with the file where the index of the buildings is broken', async () => {
    const town = aWetTown();
    town.files.set('index', new ArrayBuffer(5));
    await expect(open(town)).rejects.toThrow(/Feature index has 5 bytes/);
  });
});

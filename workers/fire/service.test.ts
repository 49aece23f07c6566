import { afterEach, describe, expect, it } from 'vitest';
import type { RiskQuery } from '#features/fire/contract/risk.ts';
import type { FireReading } from '#model/fire-reading.ts';
import type { WeatherReading } from '#model/weather-reading.ts';
import { defaultCoefficients, formatCoefficients } from '#simulation/fire/risk/coefficients.ts';
import { connect, type Port, serve } from '../port.ts';
import { aRiskyTown, placeOfHouse, type SaidOfHouse } from './a-risky-town.ts';
import type { FireProtocol } from './protocol.ts';
import { createFireService } from './service.ts';

const NOW = Date.UTC(2026, 6, 1, 12);
const MINUTE_MS = 60_000;

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const plain: SaidOfHouse = {
  ...{ use: 'residential', floorArea: 120, residentsNight: 4, peopleDay: 2 },
  ...{ construction: 'masonry', lastInspection: '2024-07-01' },
};

/** Six alike houses with a tree among them. */
const sixHouses = (changes: Readonly<Record<number, SaidOfHouse>> = {}) =>
  Array.from({ length: 7 }, (_, at) => (at === 3 ? { tree: true } : { ...plain, ...changes[at] }));

async function open(houses: readonly SaidOfHouse[], coefficients?: string) {
  const { city, read } = aRiskyTown(houses);
  const { port1, port2 } = new MessageChannel();
  serve<FireProtocol>(port2, createFireService(read, { frameEveryMs: 1 }));
  const worker: Port<FireProtocol> = connect<FireProtocol>(port1, 'fire');
  endings.push(() => {
    port1.close();
    port2.close();
  });
  const opened = await worker.call('open', {
    city,
    atMs: NOW,
    ...(coefficients !== undefined && { coefficients }),
  });
  return { worker, opened };
}

const aReading = (changes: Partial<FireReading> = {}): FireReading => ({
  ...{ building: 'B-5', sensor: 'ELB-1', name: 'Main board', property: 'residualCurrent' },
  ...{ value: 0.412, timeMs: NOW, isSimulated: true, isStale: false, level: 'alarm' },
  ...changes,
});

const query: RiskQuery = {
  ...{ order: 'score', isDescending: true, text: '', classes: [], uses: [] },
  ...{ onlyRaised: false, from: 0, count: 10 },
};

async function buildingOf(worker: Port<FireProtocol>, id: string) {
  const found = await worker.call('building', { id });
  if (!found) throw new Error(`${id} is not there.`);
  return found;
}

const lnSum = ({ contributions }: { contributions: readonly { ln: number }[] }) =>
  contributions.reduce((sum, { ln }) => sum + ln, 0);

describe('the risk of a city', () => {
  it('leaves trees out and tells its frame in the order of the city', async () => {
    const { worker, opened } = await open(sixHouses());
    expect(opened).toMatchObject({ buildings: 6, cityCount: 7 });
    for await (const frame of worker.stream('follow', undefined)) {
      expect([...frame.riskClass]).toEqual([1, 1, 1, 0, 1, 1, 1]);
      expect(frame.summary).toMatchObject({ buildings: 6, classes: [6, 0, 0, 0, 0], raised: 0 });
      expect(frame.build).toBe('b1');
      break;
    }
  });

  it('names what the city lacks, and not what it has', async () => {
    const bare = await open([{}, {}]);
    expect(bare.opened.lacks).toEqual(
      expect.arrayContaining(['use', 'floorAreaM2', 'people', 'openViolations', 'pastFires']),
    );
    const known = await open([
      { ...plain, openViolations: 2, sprinklers: 'full', gasSupply: true, chargingPlaces: 3 },
      { ...plain, pastFires: 1, fireRecordYears: 10, wiringYear: 1960, vacantShare: 0.4 },
    ]);
    expect(known.opened.lacks).toEqual([
      ...['vegetationShare', 'secondaryIgnitions', 'firstEngineS', 'waterShortfallShare'],
    ]);
    // What a register doesn't list is not there.
    const second = await buildingOf(known.worker, 'B-1');
    expect(second.unknown).not.toContain('openViolations');
    expect(second.contributions.map(({ term }) => term)).not.toContain('sprinkleredShare');
    const first = await buildingOf(known.worker, 'B-0');
    expect(first.unknown).not.toContain('pastFires');
    expect(first.unknown).toContain('wiringAgeYears');
  });

  it('opens a city without buildings as an error in one sentence', async () => {
    const { city, read } = aRiskyTown([]);
    const { buildings: _, ...rest } = city;
    const service = createFireService(read);
    const opening = service.calls.open({ city: rest, atMs: NOW }, { signal: endless() });
    await expect(opening).rejects.toThrow('Risky Town has no buildings.');
    expect(() => service.calls.list({ query }, { signal: endless() })).toThrow('No city is open.');
  });

  it('sums what it tells to the score, and says why', async () => {
    const { worker } = await open(sixHouses({ 1: { wiringYear: 1958, openViolations: 3 } }));
    const found = await buildingOf(worker, 'B-1');
    expect(Math.abs(lnSum(found) - Math.log(found.score))).toBeLessThan(1e-9);
    const told = new Map(found.contributions.map(({ term, text }) => [term, text]));
    expect(told.get('wiringAgeYears')?.en).toBe('wiring of 1958, 68 years old');
    expect(told.get('openViolations')?.zh).toBe('3 项隐患未整改');
    expect(told.get('base')?.en).toBe('house (homes) with 120 m² of floor');
    expect(told.get('yearsSinceInspection')?.en).toBe('last inspected 2024-07-01, 2 years ago');
    expect(await worker.call('building', { index: 1 })).toEqual(found);
    expect(await worker.call('building', { index: 3 })).toBeUndefined();
    expect(await worker.call('building', { id: 'B-99' })).toBeUndefined();
  });
});

describe('a detector that alarms', () => {
  it('lifts rank and class of its building and says what and how much', async () => {
    const { worker } = await open(sixHouses());
    const before = await buildingOf(worker, 'B-5');
    await worker.call('observe', {
      atMs: NOW,
      detectors: { isAll: true, readings: [aReading()] },
    });
    const after = await buildingOf(worker, 'B-5');
    expect(before.riskClass).toBe(1);
    expect(after.riskClass).toBe(3);
    expect(after.percentile).toBe(100);
    expect(after.firesPerYear / before.firesPerYear).toBeCloseTo(Math.exp(2.3), 6);
    expect(Math.abs(lnSum(after) - Math.log(after.score))).toBeLessThan(1e-9);
    const live = after.contributions.find(({ term }) => term === 'residualCurrentMa');
    expect(live?.text.en).toBe('residual current 412 mA, alarm at 300 mA');
    expect(after.detectors).toMatchObject([{ sensor: 'ELB-1', level: 'alarm', isStale: false }]);
    expect(after.detectors[0]?.factor).toBeCloseTo(Math.exp(2.3), 6);
    const { rows } = await worker.call('list', { query: { ...query, onlyRaised: true } });
    expect(rows.map(({ building, because }) => [building.id, because.en])).toEqual([
      ['B-5', 'residual current 412 mA, alarm at 300 mA'],
    ]);
    for await (const { live: marks, summary } of worker.stream('follow', undefined)) {
      expect([...marks]).toEqual([0, 0, 0, 0, 0, 23, 0]);
      expect(summary).toMatchObject({ raised: 1, stale: 0, detectors: 1 });
      break;
    }
  });

  it('fades by half with each half-life while quiet, and counts nothing once too old', async () => {
    const { worker } = await open(sixHouses());
    const readings = [aReading()];
    const lnAfter = async (minutes: number) => {
      const atMs = NOW + minutes * MINUTE_MS;
      const quiet = [aReading({ value: 0.02, timeMs: atMs, level: 'normal' })];
      await worker.call('observe', { atMs: NOW, detectors: { isAll: true, readings } });
      await worker.call('observe', { atMs, detectors: { isAll: false, readings: quiet } });
      const { contributions } = await buildingOf(worker, 'B-5');
      return contributions.find(({ term }) => term === 'residualCurrentMa')?.ln ?? 0;
    };
    expect(await lnAfter(0)).toBe(0);
    expect(await lnAfter(60)).toBeCloseTo(2.3 / 2, 9);
    expect(await lnAfter(180)).toBeCloseTo(2.3 / 8, 9);
    expect(await lnAfter(25 * 60)).toBe(0);
  });

  it('is neutral and flagged where it never reported, fell silent or has no value', async () => {
    const { worker } = await open(sixHouses());
    const silent = [
      aReading({ sensor: 'A', value: Number.NaN, timeMs: Number.NaN, isStale: true }),
      aReading({ sensor: 'B', timeMs: NOW - 25 * 60 * MINUTE_MS, isStale: true }),
    ];
    const bare = await buildingOf(worker, 'B-5');
    await worker.call('observe', { atMs: NOW, detectors: { isAll: true, readings: silent } });
    const found = await buildingOf(worker, 'B-5');
    expect(found.score).toBe(bare.score);
    expect(found.confidence).toBeLessThan(bare.confidence);
    expect(found.unknown).toContain('residualCurrentMa');
    expect(found.detectors.map(({ isStale, factor }) => [isStale, factor])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    for await (const { summary } of worker.stream('follow', undefined)) {
      expect(summary).toMatchObject({ raised: 0, stale: 1, detectors: 2 });
      break;
    }
  });

  it('is gone once it is no longer among all of them', async () => {
    const { worker } = await open(sixHouses());
    await worker.call('observe', { atMs: NOW, detectors: { isAll: true, readings: [aReading()] } });
    await worker.call('observe', { atMs: NOW, detectors: { isAll: true, readings: [] } });
    expect((await buildingOf(worker, 'B-5')).detectors).toEqual([]);
  });

  it('speaks for the buildings beside it where it stands in the street', async () => {
    const { worker } = await open(sixHouses());
    const [longitudeDeg, latitudeDeg] = placeOfHouse(4);
    const gas = aReading({
      ...{ sensor: 'GAS-1', building: '', property: 'methane', value: 0.3 },
      ...{ longitudeDeg: longitudeDeg + 0.0003, latitudeDeg },
    });
    await worker.call('observe', { atMs: NOW, detectors: { isAll: true, readings: [gas] } });
    const { contributions } = await buildingOf(worker, 'B-4');
    const live = contributions.find(({ term }) => term === 'gasLelPercent');
    expect(live?.text.en).toBe('gas 30 % LEL, alarm at 25 % LEL, 10 m beside it');
    expect((await buildingOf(worker, 'B-5')).detectors).toEqual([]);
  });
});

describe('weather, engines and water', () => {
  it('takes a station’s weather from starting values and says that nothing before was measured', async () => {
    const { worker } = await open(sixHouses());
    const station: WeatherReading = {
      ...{ sensor: 'W', name: 'Mole', longitudeDeg: 10, latitudeDeg: 54, heightM: 10 },
      values: { airTemperature: 17, relativeHumidity: 0.42, windSpeed: 25 / 3.6 },
      ...{ timeMs: Date.UTC(2026, 3, 13, 12), isSimulated: true, isStale: false },
    };
    await worker.call('observe', { atMs: NOW, weather: [station] });
    for await (const { summary } of worker.stream('follow', undefined)) {
      // The first day of cffdrs_r's chain.
      expect(summary.weather?.ffmc).toBeCloseTo(87.65, 2);
      expect(summary.weather?.fwi).toBeCloseTo(10.04, 2);
      expect(summary.weather).toMatchObject({ days: 0, station: 'Mole', isSimulated: true });
      break;
    }
  });

  it('takes arrivals and shortfalls of the whole city, the latter neutral where not known', async () => {
    const { worker } = await open(sixHouses());
    const before = await buildingOf(worker, 'B-4');
    await worker.call('observe', {
      atMs: NOW,
      firstEngineS: Float32Array.of(320, 320, 320, Number.NaN, 620, Infinity, 320),
      waterShortfall: Float32Array.of(0, 0, 0, Number.NaN, 0.5, Number.NaN, 0),
    });
    const after = await buildingOf(worker, 'B-4');
    expect(Math.log(after.score / before.score)).toBeCloseTo(0.5 + 0.25, 6);
    const cut = await buildingOf(worker, 'B-5');
    expect(cut.unknown).toContain('water');
    const response = cut.contributions.find(({ term }) => term === 'response');
    expect(response?.text.en).toBe('no engine reaches it by road');
  });

  it('weighs a building by the people in those that it would set on fire', async () => {
    const { worker } = await open(sixHouses());
    const scoreOf = async (id: string) => (await buildingOf(worker, id)).score;
    const [before, alike] = [await scoreOf('B-4'), await scoreOf('B-5')];
    await worker.call('observe', {
      atMs: NOW,
      secondaryIgnitions: Float32Array.of(0, 0, 0, Number.NaN, 10, 0, Number.NaN),
    });
    const perBuilding = defaultCoefficients.find(({ name }) => name === 'people.perIgnition');
    const { score, contributions } = await buildingOf(worker, 'B-4');
    const people = contributions.find(({ term }) => term === 'people');
    const inside = Math.exp(people?.ln ?? 0) - 10 * (perBuilding?.value ?? 0);
    expect(score / before).toBeCloseTo(Math.exp(people?.ln ?? 0) / inside, 6);
    expect(score).toBeGreaterThan(5 * before);
    expect(await scoreOf('B-5')).toBe(alike);
    expect(await scoreOf('B-6')).toBe(alike);
  });
});

describe('the list', () => {
  it('orders, filters, pages, and finds by words', async () => {
    const { worker } = await open(
      sixHouses({
        0: { use: 'retail', address: 'Hafenstraße 1', residentsNight: 0 },
        2: { residentsNight: 40, lastInspection: '2015-01-01' },
        6: { lastInspection: undefined },
      }),
    );
    const ids = async (changes: Partial<RiskQuery>) => {
      const { rows } = await worker.call('list', { query: { ...query, ...changes } });
      return rows.map(({ building }) => building.id);
    };
    expect((await ids({}))[0]).toBe('B-2');
    expect(await ids({ text: 'hafenstrasse' })).toEqual(['B-0']);
    expect(await ids({ uses: ['retail'] })).toEqual(['B-0']);
    expect(await ids({ order: 'people', count: 2 })).toEqual(['B-2', 'B-1']);
    expect(await ids({ order: 'people', isDescending: false, from: 0, count: 1 })).toEqual(['B-0']);
    expect(await ids({ order: 'inspection' })).toEqual(['B-2', 'B-0', 'B-1', 'B-4', 'B-5', 'B-6']);
    expect((await ids({ order: 'inspection', isDescending: false })).at(-1)).toBe('B-6');
    expect(await ids({ classes: [5] })).toEqual([]);
    const page = await worker.call('list', { query: { ...query, from: 4, count: 10 } });
    expect(page.rows.length).toBe(2);
    expect(page).toMatchObject({ inAll: 6, uses: ['residential', 'retail'] });
  });

  it('writes everything found as a table whose terms sum to the score', async () => {
    const { worker } = await open(sixHouses({ 1: { name: 'Haus "A", hinten' } }));
    const { csv } = await worker.call('csv', { query: { ...query, count: 1 } });
    const [head = '', ...lines] = csv.trimEnd().split('\r\n');
    expect(lines.length).toBe(6);
    expect(csv).toContain('"Haus ""A"", hinten"');
    const names = head.split(',');
    const cells = lines.find((line) => line.startsWith('B-2,'))?.split(',') ?? [];
    const first = names.indexOf('ln_base');
    const terms = cells.slice(-(names.length - first), -1).map(Number);
    expect(Math.abs(terms.reduce((sum, ln) => sum + ln, 0) - Number(cells.at(-1)))).toBeLessThan(
      1e-9,
    );
  });
});

describe('plan and what-if', () => {
  it('sends the inspector where most can be put right, with reasons', async () => {
    const { worker } = await open(sixHouses({ 4: { openViolations: 6 } }));
    const visits = await worker.call('plan', { visits: 2 });
    expect(visits.length).toBe(2);
    expect(visits[0]?.building.id).toBe('B-4');
    expect(visits[0]?.because.map(({ en }) => en)).toContain('6 open violations');
    expect(visits[0]?.lastInspection).toBe('2024-07-01');
  });

  it('compares a sprinkler and a changed fact with the city as it is, which stays', async () => {
    const { worker } = await open(
      sixHouses({ 1: { sprinklers: 'full' }, 4: { openViolations: 6 } }),
    );
    const building = (await buildingOf(worker, 'B-4')).building;
    const was = await buildingOf(worker, 'B-4');
    const { before, after, most } = await worker.call('compare', {
      changes: [
        { kind: 'sprinkler', building },
        { kind: 'fact', building, factor: 'openViolations', value: 0 },
      ],
    });
    expect(most.map((one) => one.building.id)).toEqual(['B-4']);
    expect(Math.log((most[0]?.after ?? 0) / (most[0]?.before ?? 0))).toBeCloseTo(-0.4 - 0.9, 6);
    expect(before.score - after.score).toBeCloseTo(
      (most[0]?.before ?? 0) - (most[0]?.after ?? 0),
      9,
    );
    expect(await buildingOf(worker, 'B-4')).toEqual(was);
  });

  it('brings an engine nearer where arrivals are known, and says where they are not', async () => {
    const { worker } = await open(sixHouses());
    const changes = [{ kind: 'engine' as const, at: placeOfHouse(0), name: 'Stand-by' }];
    await expect(worker.call('compare', { changes })).rejects.toThrow(
      'When engines arrive is not known yet',
    );
    const firstEngineS = new Float32Array(7).fill(900);
    await worker.call('observe', { atMs: NOW, firstEngineS });
    const { before, after, most } = await worker.call('compare', { changes });
    expect(after.score).toBeLessThan(before.score);
    expect(after.firesPerYear).toBe(before.firesPerYear);
    expect(most[0]?.building.id).toBe('B-0');
  });

  it('takes the times of the streets for an engine where they are told, else those of the distance', async () => {
    const { worker } = await open(sixHouses());
    await worker.call('observe', { atMs: NOW, firstEngineS: new Float32Array(7).fill(900) });
    const changes = [{ kind: 'engine' as const, at: placeOfHouse(0), name: 'Stand-by' }];
    expect((await worker.call('compare', { changes })).enginesBy).toBe('distance');
    // A river lies between: house 0 is no nearer by the streets, house 4 is, and nobody comes later.
    const { index } = (await buildingOf(worker, 'B-4')).building;
    const firstEngineS = new Float32Array(7).fill(1000);
    firstEngineS[index] = 300;
    const byRoads = await worker.call('compare', { changes, firstEngineS });
    expect(byRoads.enginesBy).toBe('roads');
    expect(byRoads.most.map(({ building }) => building.id)).toEqual(['B-4']);
    const none = await worker.call('compare', { changes: [], firstEngineS });
    expect([none.enginesBy, none.most]).toEqual([undefined, []]);
  });

  it.each([
    [{ factor: 'rent', value: 1 }, 'There is no fact “rent” in the risk of a building.'],
    [{ factor: 'people', value: -1 }, 'people of B-1 is -1; 0 or more is expected.'],
    [{ id: 'B-77', factor: 'people', value: 1 }, 'The city has no building “B-77”.'],
  ] satisfies [{ id?: string; factor: string; value: number }, string][])(
    'says what cannot be changed: %o',
    async (said, sentence) => {
      const { id = 'B-1', factor, value }: { id?: string; factor: string; value: number } = said;
      const { worker } = await open(sixHouses());
      const building = { id, index: 0, name: id, at: [10, 54] as const };
      const changes = [{ kind: 'fact' as const, building, factor, value }];
      await expect(worker.call('compare', { changes })).rejects.toThrow(sentence);
    },
  );
});

describe('the table of coefficients', () => {
  const own = formatCoefficients(defaultCoefficients);
  const without = (name: string) =>
    own
      .split('\n')
      .filter((line) => !line.startsWith(`${name};`))
      .join('\n');
  const edited = own.replace('openViolations.slope;0.15;', 'openViolations.slope;0.5;');

  it('is used as edited until the own one is wanted again', async () => {
    const { worker } = await open(sixHouses({ 4: { openViolations: 2 } }));
    const lnOf = async () =>
      (await buildingOf(worker, 'B-4')).contributions.find(({ term }) => term === 'openViolations')
        ?.ln;
    expect(await lnOf()).toBeCloseTo(0.3, 9);
    await worker.call('useCoefficients', { text: edited });
    expect(await lnOf()).toBeCloseTo(1, 9);
    expect(await worker.call('coefficients', undefined)).toMatchObject({
      ...{ text: edited, ownText: own, isEdited: true },
    });
    await worker.call('useCoefficients', { text: undefined });
    expect(await lnOf()).toBeCloseTo(0.3, 9);
    expect(await worker.call('coefficients', undefined)).toMatchObject({ isEdited: false });
  });

  it.each([
    [own.replace('people.least;1;', 'people.least;one;'), /^Line \d+: people\.least is “one”/],
    [own.replace('people.least;1;persons;', 'people.least;1;'), /^Line \d+ has 3 cells; 4/],
    [without('response.target'), 'The coefficient response.target is missing.'],
    [`${own}\nrent.slope;1;ln;mine`, 'There is no coefficient “rent.slope”.'],
    [own.replace('heatC.alarm;57', 'heatC.alarm;40'), 'heatC.alarm is 40; more than heatC.warn'],
    ['', /is missing\.$/],
  ])('says what is wrong in one sentence and keeps the one before', async (text, sentence) => {
    const { worker } = await open(sixHouses());
    const before = await buildingOf(worker, 'B-4');
    const { problem } = await worker.call('checkCoefficients', { text });
    if (typeof sentence === 'string') expect(problem).toContain(sentence);
    else expect(problem).toMatch(sentence);
    await expect(worker.call('useCoefficients', { text })).rejects.toThrow(problem);
    expect(await buildingOf(worker, 'B-4')).toEqual(before);
    expect(await worker.call('checkCoefficients', { text: own })).toEqual({ problem: undefined });
  });
});

const endless = () => new AbortController().signal;

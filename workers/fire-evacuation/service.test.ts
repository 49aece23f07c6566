import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { EvacuationRequest, EvacuationResult } from '#features/fire/contract/evacuation.ts';
import { connect, serve } from '../port.ts';
import {
  aStreet,
  type Facility,
  fourParts,
  oneHome,
  oneShelter,
  type StreetTown,
  stretch,
} from './a-street.ts';
import type { ClosedStreet, EvacuationNews, EvacuationProtocol } from './protocol.ts';
import { createEvacuationService } from './service.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** The real port with the service at its other end. */
async function begin(town: StreetTown = {}) {
  const { city, read } = aStreet(town);
  const { port1, port2 } = new MessageChannel();
  serve<EvacuationProtocol>(port2, createEvacuationService({ read, now: () => 0 }));
  const worker = connect<EvacuationProtocol>(port1, 'fire-evacuation');
  endings.push(() => worker.close());
  const place = await worker.call('open', { city });
  async function evacuate(
    part: Partial<EvacuationRequest> = {},
    closed: readonly ClosedStreet[] = [],
  ) {
    const news: EvacuationNews[] = [];
    const wish = { request: { ...aRequest, ...part }, closed, isCompared: true };
    for await (const one of worker.stream('evacuate', wish)) news.push(one);
    const last = news.at(-1);
    if (last?.kind !== 'result') throw new Error('There is no result.');
    return { ...last, news };
  }
  return { worker, place, evacuate };
}

const aRequest: EvacuationRequest = {
  ...{ id: 'r', name: 'Order', hazards: [stretch(0, 200)], marginM: 0, occupancy: 'day' },
  ...{ contraflow: [], carShare: 1, peoplePerCar: 1, readyS: 0, closedShelters: [], atMs: 0 },
};
/** 600 cars an hour. */
const S_PER_CAR = 6;
/** 300 m at three quarters of 30 km/h. */
const PART_S = 300 / (0.75 * (30 / 3.6));

const assignedOf = ({ shelters }: EvacuationResult) =>
  shelters.reduce((sum, { assigned }) => sum + assigned, 0);

describe('an evacuation along a street', () => {
  it('takes as long as the queue at the end of the first street says', async () => {
    const { evacuate } = await begin();
    const { result } = await evacuate();
    // Ten cars in three groups of 3 1/3; the door is 250 m from the end, at a quarter of the limit past 4 m/s.
    const accessS = 250 / (30 / 3.6 / 2);
    expect(result).toMatchObject({ people: 10, buildings: 1, groups: 3, withoutRoom: 0 });
    expect(result.withoutWay).toBe(0);
    // The end of the home's street lies outside: people are out where they come onto the roads.
    expect(result.clearanceS).toBeCloseTo(accessS, 3);
    // Three parts more, the first of which lets one car through in six seconds.
    expect(result.shelters[0]?.lastArrivalS).toBeGreaterThan(accessS + 2 * PART_S);
    expect(result.shelters[0]?.assigned).toBeCloseTo(10, 4);
  });

  it('queues exactly at the bottleneck inside the zone', async () => {
    const { evacuate } = await begin();
    const { result } = await evacuate({ hazards: [stretch(0, 500)] });
    // Now X-300 lies inside: all ten cars drive S-2 and pass its end one in six seconds.
    const accessS = 250 / (30 / 3.6 / 2);
    expect(result.clearanceS).toBeCloseTo(accessS + PART_S + 10 * S_PER_CAR, 2);
    const bottleneck = result.routes.find(({ street }) => street === 'S-2');
    // When the last group comes, two groups of 3 1/3 cars are ahead: 6 2/3 cars of 7.5 m.
    expect(bottleneck?.queueM).toBeCloseTo((20 / 3) * 7.5, 2);
    expect(bottleneck?.people).toBeCloseTo(10, 4);
  });

  it('is never slower with both lanes leading out, and told beside it', async () => {
    const { evacuate } = await begin();
    const hazards = [stretch(0, 800)];
    const { result, without } = await evacuate({ hazards, contraflow: ['S-2', 'S-3'] });
    expect(without?.clearanceS).toBeGreaterThan(result.clearanceS);
    // Half the time at the bottleneck; the rest of the way is as it was.
    expect((without?.clearanceS ?? 0) - result.clearanceS).toBeGreaterThanOrEqual(5 * S_PER_CAR);
    expect((await evacuate({ hazards })).without).toBeUndefined();
  });

  it('counts people by day or night, and those who need help', async () => {
    const facilities: readonly Facility[] = [
      ...oneShelter,
      { id: 'CAR-1', kind: 'careHome', eastM: 60, capacity: 40, needHelp_share: 0.7 },
      { id: 'KIG-1', kind: 'kindergarten', eastM: 80, capacity: 21 },
      { id: 'HOS-1', kind: 'hospital', eastM: 900, capacity: 200 },
      { id: 'FIR-1', kind: 'fireStation', eastM: 70, capacity: 3 },
    ];
    const { evacuate } = await begin({ facilities });
    const day = await evacuate({ occupancy: 'day' });
    expect(day.result.needHelp.map(({ id, people }) => [id, people])).toEqual([
      ['CAR-1', 28],
      ['KIG-1', 21],
    ]);
    const night = await evacuate({ occupancy: 'night' });
    expect(night.result.people).toBe(40);
    expect(night.result.needHelp.map(({ id }) => id)).toEqual(['CAR-1']);
    expect(night.zone).toMatchObject({ kind: 'evacuation', peopleDay: 10, peopleNight: 40 });
  });

  it('fills no shelter beyond its room; who finds none still leaves', async () => {
    const facilities = [{ id: 'SHE-1', kind: 'shelter', eastM: 1190, capacity: 7 }];
    const { evacuate } = await begin({ facilities });
    const { result } = await evacuate();
    expect(assignedOf(result)).toBeLessThanOrEqual(7);
    expect(result.withoutRoom).toBeCloseTo(10 - assignedOf(result), 6);
    expect(result.withoutRoom).toBeGreaterThan(0);
    expect(result.curve.inside.at(-1)).toBe(0);
  });

  it('uses no shelter in the zone and none that is closed', async () => {
    const facilities = [
      { id: 'SHE-0', kind: 'shelter', eastM: 100, capacity: 500 },
      ...oneShelter,
      { id: 'SHE-2', kind: 'shelter', eastM: 1000, capacity: 500 },
    ];
    const { evacuate } = await begin({ facilities });
    const ids = ({ shelters }: EvacuationResult) => shelters.map(({ id }) => id);
    expect(ids((await evacuate()).result)).toEqual(['SHE-1', 'SHE-2']);
    expect(ids((await evacuate({ closedShelters: ['SHE-2'] })).result)).toEqual(['SHE-1']);
  });

  it('leads nobody through a hazard: who lives beyond it has no way', async () => {
    const homes = [...oneHome, { id: 'B-2', eastM: 310, day: 5, night: 5 }];
    const { evacuate } = await begin({ homes });
    const hazards = [stretch(400, 500)];
    // The margin reaches the homes, the hazard lies between them and the shelter.
    const { result } = await evacuate({ hazards, marginM: 250 });
    expect(result.people).toBe(5);
    expect(result.withoutWay).toBe(0);
    expect(result.withoutRoom).toBe(5);
    const { result: wide } = await evacuate({ hazards, marginM: 500 });
    expect(wide.withoutWay).toBe(15);
    expect(wide.curve.inside.at(-1)).toBe(15);
    expect(wide.most90S).toBe(Infinity);
  });

  it('lets people out of the hazard that they live in', async () => {
    const { evacuate } = await begin();
    const { result } = await evacuate({ hazards: [stretch(0, 290)] });
    expect(result).toMatchObject({ withoutWay: 0, people: 10 });
  });

  it('goes round no closed street, for there is none; on foot neither', async () => {
    const { evacuate } = await begin();
    const closed = [{ id: 'S-3', source: 'flood' }] as const;
    const { result } = await evacuate({ hazards: [stretch(0, 800)] }, closed);
    expect(result.withoutWay).toBe(10);
  });

  it('walks where nobody drives', async () => {
    const { evacuate } = await begin();
    const { result } = await evacuate({ carShare: 0, hazards: [stretch(0, 500)] });
    // 250 m and 300 m at 1.2 m/s, and ten people through 3 m of pavement.
    expect(result.clearanceS).toBeCloseTo(550 / 1.2 + 10 / (3 * 1.32), 2);
    expect(result.routes[0]?.queueM).toBe(0);
  });

  it('says what the city lacks and that nobody is inside', async () => {
    const { place, evacuate } = await begin({ homes: [], facilities: [] });
    expect(place.lacks).toEqual(['people', 'shelters']);
    const { result } = await evacuate();
    expect(result).toMatchObject({ people: 0, clearanceS: 0, groups: 0 });
  });

  it('tells how far it is, and can be stopped', async () => {
    const { worker, evacuate } = await begin();
    const { news } = await evacuate();
    const shares = news.flatMap((one) => (one.kind === 'progress' ? [one.share] : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(3);
    const stop = new AbortController();
    const wish = { request: aRequest, closed: [], isCompared: false };
    const stream = worker.stream('evacuate', wish, { signal: stop.signal });
    await stream.next();
    stop.abort();
    await expect(stream.next()).rejects.toThrow();
  });

  it('does not begin without a city', async () => {
    const { port1, port2 } = new MessageChannel();
    serve<EvacuationProtocol>(
      port2,
      createEvacuationService({ read: aStreet().read, now: () => 0 }),
    );
    const worker = connect<EvacuationProtocol>(port1, 'fire-evacuation');
    endings.push(() => worker.close());
    const wish = { request: aRequest, closed: [], isCompared: false };
    await expect(worker.stream('evacuate', wish).next()).rejects.toThrow('No city is open');
  });
});

it('loses nobody: out, without a way, and inside are all; no shelter takes more than its room', async () => {
  const home = fc.record({
    id: fc.uuid(),
    eastM: fc.integer({ min: 0, max: 1150 }),
    day: fc.integer({ min: 0, max: 60 }),
    night: fc.constant(0),
  });
  const shelter = fc.record({
    id: fc.uuid(),
    kind: fc.constant('shelter'),
    eastM: fc.integer({ min: 0, max: 1200 }),
    capacity: fc.integer({ min: 1, max: 80 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(home, { minLength: 1, maxLength: 6 }),
      fc.array(shelter, { maxLength: 4 }),
      fc.integer({ min: 0, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (homes, facilities, fromM, carShare) => {
        const { evacuate } = await begin({ homes, facilities, parts: fourParts });
        const { result } = await evacuate({
          ...{ hazards: [stretch(fromM, fromM + 250)], marginM: 100, carShare },
          ...{ peoplePerCar: 2.5, readyS: 300 },
        });
        const { people, withoutRoom, withoutWay, curve } = result;
        expect(assignedOf(result) + withoutRoom + withoutWay).toBeCloseTo(people, 3);
        for (const { assigned, capacity } of result.shelters)
          expect(assigned).toBeLessThanOrEqual(capacity + 1e-6);
        expect(curve.inside.at(-1)).toBeCloseTo(withoutWay, 2);
        expect([...curve.inside]).toEqual([...curve.inside].sort((a, b) => b - a));
      },
    ),
    { numRuns: 40 },
  );
});

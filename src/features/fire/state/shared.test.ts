import { describe, expect, it } from 'vitest';
import { aBuilding, aFire } from './a-fire.ts';
import { initial } from './initial.ts';
import { initialLook } from './look.ts';
import { parseFire } from './scenario-shape.ts';
import { fromShared, keep, toShared } from './shared.ts';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const full = aFire({
  wind: [
    { fromS: 0, speedMs: 4, fromRad: 1 },
    { fromS: 900, speedMs: 8, fromRad: 2 },
  ],
  engines: [
    {
      ...{ id: 'e', name: 'E', station: 's', at: [10.6, 54.3], arriveS: 300, leaveS: 4000 },
      ...{ flowLs: 33, reachM: 80, waterL: 2000 },
    },
  ],
  defences: [
    { id: 'd', name: 'D', buildings: [aBuilding('c')], fromS: 60, untilS: 600, flowLs: 50 },
  ],
  water: [{ fromS: 100, share: 0.5 }],
  ...{ mode: 'seeded', seed: 7, basedOn: 'other' },
});

describe('a link that is opened beside fires', () => {
  it('shows its own fire or none, and leaves the others with what is known of them', () => {
    const mine = aFire({ id: 'mine' });
    const here = { ...initial, scenarios: [mine], shown: 'mine', past: { mine: [mine] } };
    const linked = { ...initial, scenarios: [full], shown: 'f', tool: 'response' };
    expect(keep(linked, here)).toEqual({
      ...here,
      ...{ scenarios: [mine, full], shown: 'f', tool: 'response' },
    });
    expect(keep(initial, here)).toEqual({ ...here, shown: '' });
  });
});

describe('what a link carries of fires', () => {
  it('is nothing where nothing burns', () => {
    expect(toShared(initial)).toBeUndefined();
    expect(fromShared(undefined)).toBe(initial);
    expect(fromShared({ version: 7 })).toBe(initial);
  });

  it('is everything that was done, what is shown and compared, look and tool', () => {
    const state = {
      ...initial,
      ...{ scenarios: [full, aFire({ id: 'g' })], shown: 'f', compared: 'g', tool: 'response' },
      look: { ...initialLook, air: 'co', showsFlames: false } as const,
    };
    expect(fromShared(throughText(toShared(state)))).toEqual(state);
  });

  it('keeps the rest where a fire can’t be read, and counts that one', () => {
    const read = fromShared({
      version: 1,
      scenarios: [full, { ...full, id: 'x', wind: [] }, 'nonsense'],
      ...{ shown: 'x', compared: 'f', look: { air: 'frogs' } },
    });
    expect(read.scenarios).toEqual([full]);
    expect(read).toMatchObject({ unread: 2, shown: '', compared: '' });
    expect(read.look).toEqual(initialLook);
  });

  it('is the shown fire and what it is compared with, no more than a link bears', () => {
    const scenarios = Array.from({ length: 9 }, (_, number) => aFire({ id: `f${number}` }));
    const shared = toShared({ ...initial, scenarios, shown: 'f2', compared: 'f0' });
    expect(fromShared(throughText(shared)).scenarios.map(({ id }) => id)).toEqual([
      'f0',
      'f2',
      'f8',
    ]);
    expect(JSON.stringify(shared).length).toBeLessThan(9000);
  });

  it('leaves out the parts that can’t be read', () => {
    const bad = {
      ...full,
      engines: [...full.engines, { id: 'e2', name: 'No place' }],
      defences: [...full.defences, { ...full.defences[0], buildings: [{ id: '' }] }],
      wind: [...full.wind, { fromS: 900, speedMs: 1, fromRad: 1 }, { fromS: -1 }],
      water: [{ fromS: 1, share: 9 }, ...full.water],
    };
    expect(parseFire(throughText(bad))).toEqual(full);
  });

  it('assumes the air where it can’t be read', () => {
    expect(parseFire({ ...full, air: 'thick' })?.air).toEqual({
      ...{ temperatureC: 15, humidity: 0.6, cloud: 0.5, stability: 'auto' },
      source: { kind: 'given' },
    });
  });

  it.each([
    ['no place', { ignitions: [] }],
    ['no time', { startMs: 'now' }],
    ['no duration', { durationS: 0 }],
    [
      'a place beyond the pole',
      { ignitions: [{ building: aBuilding('b', { at: [0, 91] }), timeS: 0 }] },
    ],
  ])('takes no fire with %s', (_, part) => {
    expect(parseFire({ ...full, ...part })).toBeUndefined();
  });
});

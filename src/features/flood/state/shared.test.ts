import { describe, expect, it } from 'vitest';
import { aScenario, at } from './a-flood.ts';
import { initial, initialLook } from './initial.ts';
import { withPart } from './parts.ts';
import { parseScenario } from './scenario-shape.ts';
import { fromShared, keep, toShared } from './shared.ts';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const full = [
  {
    id: 'r',
    name: 'Rain',
    kind: 'rain',
    area: [[1, 2]],
    storm: { shape: 'huff', depthMm: 40, durationS: 3600, peak: 2 },
  },
  { id: 'i', name: 'In', kind: 'inflow', line: [[1, 2]], flow: [[0, 1]] },
  { id: 's', name: 'Sea', kind: 'stage', line: [[1, 2]], level: [[0, -1]], datastream: 'd' },
  { id: 'd', name: 'Dam', kind: 'dam-break', area: [[1, 2]], levelM: 10, atS: 0 },
  { id: 'u', name: 'Main', kind: 'burst', at: [1, 2], flow: [[0, 1]], pipe: 'water/link/P-1' },
  { id: 'w', name: 'Wall', kind: 'barrier', line: [[1, 2]], crestM: 3, fromS: 0, untilS: 60 },
  {
    id: 'p',
    name: 'Pump',
    kind: 'pump',
    from: [1, 2],
    flowM3s: 1,
    startDepthM: 1,
    stopDepthM: 0,
    fromS: 0,
  },
  {
    id: 'c',
    name: 'Pipe',
    kind: 'culvert',
    from: [1, 2],
    to: [1, 3],
    widthM: 1,
    heightM: 1,
    count: 2,
    isOneWay: true,
  },
  { id: 'g', name: 'Gate', kind: 'gate', line: [[1, 2]], sillM: 0, opening: [[0, 1]] },
] as const;

describe('a link that is opened beside floods', () => {
  const run = (id: string, scenario = aScenario()) =>
    ({ id, scenario, wanted: 'go', pace: 60 }) as const;
  const here = {
    ...initial,
    scenarios: [aScenario(), aScenario({ id: 'mine' })],
    runs: [run('r'), run('q', aScenario({ id: 'mine' }))],
    ...{ shown: 'r', compared: 'q', tool: 'drill' },
  };

  it('leaves scenarios and runs, and the water of a scenario that it is about', () => {
    const linked = { ...initial, scenarios: [aScenario({ name: 'Theirs' })], edited: 's' };
    const taken = keep(linked, here);
    expect(taken.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['mine', 'Test flood'],
      ['s', 'Theirs'],
    ]);
    expect(taken).toMatchObject({ edited: 's', shown: 'r', compared: '', tool: '' });
    expect(taken.runs).toBe(here.runs);
  });

  it('shows no water where it knows of no flood', () => {
    expect(keep(initial, here)).toMatchObject({ shown: '', edited: '', runs: here.runs });
  });
});

describe('what a link carries of floods', () => {
  it('is nothing where nothing was drawn', () => {
    expect(toShared(initial)).toBeUndefined();
    expect(fromShared(undefined)).toBe(initial);
    expect(fromShared({ version: 7 })).toBe(initial);
  });

  it('is every kind of part, gauges, look and tool, but no run', () => {
    const scenario = full.reduce(
      (all, part) => withPart(all, part),
      aScenario({
        sources: [],
        ground: { kind: 'green-ampt', conductivityMmH: 3, suctionMm: 80, deficit: 0.3 },
      }),
    );
    const state = {
      ...initial,
      ...{ scenarios: [scenario], edited: 's', tool: 'consequences' },
      look: { ...initialLook, colouring: 'hazard-uk', rating: 'planning' } as const,
      gauges: [{ id: 'g1', name: 'Bridge', line: [[10, 50]] as const }],
    };
    const runs = [{ id: 'r', scenario, wanted: 'go', pace: 1 }] as const;
    expect(fromShared(throughText(toShared({ ...state, runs, shown: 'r' })))).toEqual(state);
  });

  it('is the edited scenario and the newest of the others, no more than a link bears', () => {
    const scenarios = Array.from({ length: 6 }, (_, number) => aScenario({ id: `s${number}` }));
    const read = fromShared(throughText(toShared({ ...initial, scenarios, edited: 's1' })));
    expect(read.scenarios.map(({ id }) => id)).toEqual(['s1', 's4', 's5']);
    expect(read.edited).toBe('s1');
    expect(JSON.stringify(toShared({ ...initial, scenarios, edited: 's1' })).length).toBeLessThan(
      8000,
    );
  });

  it('writes places to a hand’s breadth', () => {
    const line = [at(1 / 3, 2 / 3), at(10 / 3, 0)];
    const scenario = aScenario({
      structures: [{ id: 'w', name: 'Wall', kind: 'barrier', line, heightM: 1, fromS: 0 }],
    });
    expect(JSON.stringify(toShared({ ...initial, scenarios: [scenario] }))).not.toMatch(/\.\d{7}/);
  });

  it('leaves out the parts that can’t be read and keeps the others', () => {
    const scenario = aScenario();
    const read = parseScenario(
      throughText({
        ...scenario,
        sources: [...scenario.sources, { kind: 'meteor' }, { kind: 'burst' }],
      }),
    );
    expect(read).toEqual(scenario);
  });

  it.each([
    ['no cells', { cellM: 0 }],
    ['no area', { boundsDeg: [1, 2] }],
    ['no duration', { durationS: -5 }],
    ['an unknown hazard', { hazard: 'frogs' }],
  ])('takes no scenario with %s', (_, part) => {
    expect(parseScenario({ ...aScenario(), ...part })).toBeUndefined();
  });
});

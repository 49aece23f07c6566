import { describe, expect, it } from 'vitest';
import { aSite } from './a-site.ts';
import { findProblems } from './checks.ts';
import { createForcing } from './create-forcing.ts';
import { ForcingError, type ForcingSource, type ForcingStructure, type Loss } from './parts.ts';

const site = aSite({ width: 20, height: 10, cellM: 5, bedM: (x) => (x > 40 && x < 50 ? 6 : 2) });
const line = [
  [20, 10],
  [20, 40],
] as const;
const across = [
  [45, 10],
  [45, 40],
] as const;

const sources: readonly (readonly [string, ForcingSource])[] = [
  [
    'Inflow “Au”: its line at 500.00000°, 900.00000° lies outside the simulated ground.',
    {
      ...{ id: 'a', name: 'Au', kind: 'inflow', flow: [[0, 1]] },
      line: [
        [900, 500],
        [910, 500],
      ],
    },
  ],
  [
    'Inflow “Au”: its flow at 60 s is -2 m³/s, 0 or more is needed.',
    {
      ...{ id: 'a', name: 'Au', kind: 'inflow', line },
      flow: [
        [0, 1],
        [60, -2],
      ],
    },
  ],
  [
    'Inflow “Au”: its line has 1 point, at least 2 are needed.',
    { ...{ id: 'a', name: 'Au', kind: 'inflow', flow: [[0, 1]] }, line: [[20, 20]] },
  ],
  [
    'Inflow “a”: its flow goes back in time from 60 s to 30 s.',
    {
      ...{ id: 'a', name: '', kind: 'inflow', line },
      flow: [
        [60, 1],
        [30, 2],
      ],
    },
  ],
  [
    'Burst main “M”: it at 20.00000°, -5.00000° lies outside the simulated ground.',
    { ...{ id: 'm', name: 'M', kind: 'burst', flow: [[0, 1]] }, at: [-5, 20] },
  ],
  [
    'Breach “B”: its width of 80 m is more than its line at 10.00000°, 45.00000° is long (30.0 m).',
    { ...{ id: 'b', name: 'B', kind: 'breach', line: across, atS: 0, growthS: 1 }, widthM: 80 },
  ],
  [
    'Breach “B”: its invert of 7.00 m at 10.00000°, 45.00000° is not below the crest of 6.00 m.',
    {
      ...{ id: 'b', name: 'B', kind: 'breach', line: across, atS: 0, growthS: 1 },
      ...{ widthM: 10, invertM: 7 },
    },
  ],
  [
    'Breach “B”: its width is 0 m, more than 0 is needed.',
    { ...{ id: 'b', name: 'B', kind: 'breach', line: across, atS: 0, growthS: 1 }, widthM: 0 },
  ],
  [
    'Dam break “D”: its level of 1 m at 10.00000°, 10.00000° is not above the ground of 2.00 m.',
    {
      ...{ id: 'd', name: 'D', kind: 'dam-break', levelM: 1, atS: 0 },
      area: [
        [10, 10],
        [30, 10],
        [30, 40],
      ],
    },
  ],
  [
    'Water level “S”: its level has no values.',
    { ...{ id: 's', name: 'S', kind: 'stage', line }, level: [] },
  ],
  [
    'Rain “R”: its depth is -4 mm, 0 or more is needed.',
    {
      ...{ id: 'r', name: 'R', kind: 'rain' },
      storm: { shape: 'block', depthMm: -4, durationS: 60 },
    },
  ],
  [
    'Rain “R”: its quartile is 5, 1 to 4 is needed.',
    {
      ...{ id: 'r', name: 'R', kind: 'rain' },
      storm: { shape: 'huff', depthMm: 4, durationS: 60, peak: 5 },
    },
  ],
  [
    'Rain “R”: its area has 2 corners, at least 3 are needed.',
    {
      ...{ id: 'r', name: 'R', kind: 'rain', area: line },
      storm: { shape: 'block', depthMm: 4, durationS: 60 },
    },
  ],
];

const structures: readonly (readonly [string, ForcingStructure])[] = [
  [
    'Gate “G”: its sill of -3 m at 10.00000°, 20.00000° lies below the ground of 2.00 m.',
    { ...{ id: 'g', name: 'G', kind: 'gate', line, sillM: -3 }, opening: [[0, 1]] },
  ],
  [
    'Barrier “W”: it stands until 10 s, which is not after 20 s.',
    { ...{ id: 'w', name: 'W', kind: 'barrier', line, fromS: 20 }, untilS: 10 },
  ],
  [
    'Pump “P”: it starts at 0.1 m, below the 0.3 m at which it stops.',
    {
      ...{ id: 'p', name: 'P', kind: 'pump', from: [20, 20], flowM3s: 1, fromS: 0 },
      ...{ startDepthM: 0.1, stopDepthM: 0.3 },
    },
  ],
  [
    'Pump “P”: its outlet at 20.00000°, 999.00000° lies outside the simulated ground.',
    {
      ...{ id: 'p', name: 'P', kind: 'pump', from: [20, 20], to: [999, 20], flowM3s: 1 },
      ...{ startDepthM: 0.3, stopDepthM: 0.1, fromS: 0 },
    },
  ],
  [
    'Culvert “C”: its ends lie in one cell at 21.00000°, 21.00000°; cells are 5 m wide.',
    {
      ...{ id: 'c', name: 'C', kind: 'culvert', from: [21, 21], to: [22, 22], widthM: 1 },
      ...{ heightM: 1, count: 1, isOneWay: false },
    },
  ],
];

const losses: readonly (readonly [string, Loss])[] = [
  [
    'Ground: its curve number is 140, 1 to 100 is needed.',
    { kind: 'curve-number', number: 140, initialShare: 0.2 },
  ],
  [
    'Ground: its moisture deficit is 1.2, 0 to 1 is needed.',
    { kind: 'green-ampt', conductivityMmH: 10, suctionMm: 100, deficit: 1.2 },
  ],
];

const nothing = { ...site, sources: [], structures: [], loss: { kind: 'none' } } as const;

describe('bad input', () => {
  it.each(sources)('is a sentence: %s', (sentence, part) => {
    const setup = { ...nothing, sources: [part] };
    expect(findProblems(setup)).toEqual([{ part: part.id, message: sentence }]);
    expect(() => createForcing(setup)).toThrow(new ForcingError(sentence, part.id));
    const forcing = createForcing(nothing);
    expect(() => forcing.add(part)).toThrow(sentence);
  });

  it.each(structures)('is a sentence: %s', (sentence, part) => {
    expect(findProblems({ ...nothing, structures: [part] })).toEqual([
      { part: part.id, message: sentence },
    ]);
  });

  it.each(losses)('is a sentence: %s', (sentence, loss) => {
    expect(findProblems({ ...nothing, loss })).toEqual([{ part: 'ground', message: sentence }]);
  });

  it('is told of every part, and of two with one id', () => {
    const [, inflow] = sources[1]!;
    const problems = findProblems({ ...nothing, sources: [inflow, inflow] });
    expect(problems).toHaveLength(3);
    expect(problems[1]?.message).toBe('Inflow “Au”: two parts have the id a.');
  });
});

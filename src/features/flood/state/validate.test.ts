import { describe, expect, it } from 'vitest';
import { aScenario, at } from './a-flood.ts';
import { withPart } from './parts.ts';
import { cellsOf, faultsOf } from './validate.ts';

const wordsOf = (...scenario: Parameters<typeof aScenario>) =>
  faultsOf(aScenario(...scenario)).map(({ text }) => text.en);

describe('what is wrong with a scenario', () => {
  it('is nothing as it begins', () => {
    expect(wordsOf()).toEqual([]);
  });

  it('is said with the value and what was expected', () => {
    expect(wordsOf({ cellM: -2 })).toEqual(['The cell size is -2 m; more than 0 is expected.']);
    expect(wordsOf({ roughnessFactor: 0 })).toEqual([
      'The factor of roughness is 0; more than 0 is expected.',
    ]);
    expect(wordsOf({ sources: [] })[0]).toMatch(/^No water comes from anywhere/);
    expect(wordsOf({ ground: { kind: 'curve-number', number: 140, initialShare: 0 } })).toEqual([
      'The curve number is 140; 0 to 100 is expected.',
    ]);
  });

  it('is more cells than fit', () => {
    const scenario = aScenario({ cellM: 0.1 });
    expect(cellsOf(scenario)).toBeGreaterThan(30e6);
    expect(wordsOf({ cellM: 0.1 })[0]).toMatch(/larger cells or a smaller area/);
  });

  it.each([
    [{ kind: 'barrier', line: [at(0, 0)], heightM: 1, fromS: 0 }, 'too few corners'],
    [{ kind: 'barrier', line: [at(0, 0), at(9, 0)], heightM: 0, fromS: 0 }, 'the height is 0 m'],
    [
      { kind: 'barrier', line: [at(0, 0), at(9, 0)], heightM: 1, fromS: 60, untilS: 30 },
      'ends before',
    ],
    [
      { kind: 'barrier', line: [at(0, 0), at(90_000, 0)], heightM: 1, fromS: 0 },
      'outside the area',
    ],
    [{ kind: 'inflow', line: [at(0, 0)], flow: [] }, 'no values over time'],
    [
      {
        kind: 'inflow',
        line: [at(0, 0)],
        flow: [
          [0, 1],
          [60, -3],
        ],
      },
      'row 2: the value is -3',
    ],
    [
      {
        kind: 'inflow',
        line: [at(0, 0)],
        flow: [
          [60, 1],
          [0, 3],
        ],
      },
      'row 2: its time lies before',
    ],
    [
      { kind: 'pump', from: at(0, 0), flowM3s: 1, startDepthM: 0.1, stopDepthM: 0.5, fromS: 0 },
      'greater depth',
    ],
    [{ kind: 'dam-break', area: [at(0, 0), at(1, 1)], levelM: 3, atS: 0 }, 'too few corners'],
    [
      { kind: 'breach', line: [at(0, 0), at(30, 0)], atS: 0, growthS: 0, widthM: 80 },
      'the width is 80 m; its line is 30 m long',
    ],
  ] as const)('names the part: %o', (part, words) => {
    const faults = faultsOf(withPart(aScenario(), { ...part, id: 'x', name: 'Thing' }));
    expect(faults).toMatchObject([{ part: 'x' }]);
    expect(faults[0]?.text.en).toContain('Thing');
    expect(faults[0]?.text.en).toContain(words);
  });
});

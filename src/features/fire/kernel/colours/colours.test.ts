import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCoefficients, formatCoefficients } from '#simulation/fire/risk/coefficients.ts';
import { buildingColourings } from '../../state/look.ts';
import { eyes, leastDistance, seenBy } from './a-colour-blind-eye.ts';
import { aRiskFrame, aSpread } from './a-painted-city.ts';
import { chosenColouring } from './choose.ts';
import { type ColourSource, paintBuildings, toWords } from './paint.ts';
import { riskLimits } from './risk-limits.ts';
import { fireScale, type ShownColouring } from './scales.ts';
import { ColourTable } from './table.ts';

const shown = buildingColourings.filter((one): one is ShownColouring => one !== 'none');

/** Class of each building, −1 where it keeps its own look, with the counts of the legend. */
function paint(source: ColourSource, count: number) {
  const words = toWords(fireScale(source.colouring).colours);
  const counts = new Uint32Array(words.length);
  const table = new Uint32Array(count).fill(7);
  paintBuildings(table, source, words, counts);
  return { classes: Array.from(table, (word) => words.indexOf(word)), counts: [...counts], table };
}

describe('the scales of buildings', () => {
  it.each(shown)('has words in both languages for every colour of %s', (colouring) => {
    const { title, colours, labels, note, breaks } = fireScale(colouring);
    expect(labels.length).toBe(colours.length);
    for (const text of [title, note, ...labels]) {
      expect(text.en.length * text.zh.length).toBeGreaterThan(0);
    }
    expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
    expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
  });

  it.each(shown)('keeps the colours of %s apart for colour-blind eyes', (colouring) => {
    for (const eye of eyes)
      expect(leastDistance(eye, fireScale(colouring).colours)).toBeGreaterThan(0.06);
  });

  it.each(shown)('darkens %s in its order', (colouring) => {
    const { colours } = fireScale(colouring);
    const ordered = {
      ...{ 'risk-class': 5, burning: 6, difference: 0, 'first-engine': 6, 'full-alarm': 6 },
    } as const;
    const end = colouring in ordered ? ordered[colouring as keyof typeof ordered] : colours.length;
    const levels = colours.slice(0, end).map((colour) => seenBy('none', colour)[0]!);
    const steps = levels.slice(1).map((level, at) => levels[at]! - level);
    for (const step of steps) expect(colouring === 'arrival' ? -step : step).toBeGreaterThan(0.03);
  });

  it('names the limits of the classes as the edited table has them, and its own where that is broken', () => {
    const own = defaultCoefficients.map((row) =>
      row.name === 'class.5' ? { ...row, value: 0.1 } : row,
    );
    const edited = formatCoefficients(own);
    expect(fireScale('risk-class', edited).labels[4]?.en).toBe(
      'Very high: one in 10 years or more',
    );
    expect(fireScale('risk-class').labels[0]?.en).toBe('Very low: less than one in 1,000 years');
    expect(riskLimits('nonsense')).toEqual([1e-3, 3e-3, 1e-2, 3e-2]);
  });
});

describe('what is painted', () => {
  it('is the class of the worker, with those that detectors raise apart', () => {
    const frame = aRiskFrame([0, 1, 5, 3, 3], { live: [0, 0, 0, 6, 7] });
    const { classes, counts } = paint({ colouring: 'risk-class', frame }, 5);
    expect(classes).toEqual([-1, 0, 4, 2, 5]);
    expect(counts).toEqual([1, 0, 1, 0, 1, 1]);
  });

  it('is the share of buildings with a lower score', () => {
    const percentile = [0, 49, 50, 89, 98, 99, 100];
    const frame = aRiskFrame([1, 1, 1, 1, 1, 1, 1], { percentile });
    expect(paint({ colouring: 'risk-percentile', frame }, 7).classes).toEqual([
      ...[0, 0, 1, 2, 4, 5, 5],
    ]);
  });

  it('is what burns, what will within the hour, and nothing beyond', () => {
    const times = [0, 0, 100, 700, 2000, 3700, 3701, Number.POSITIVE_INFINITY];
    const spread = aSpread(times);
    spread.endS[0] = 50;
    const at = (timeS: number) => paint({ colouring: 'burning', spread, timeS, wet: [] }, 8);
    expect(at(99).classes).toEqual([5, 3, 2, 1, 0, -1, -1, -1]);
    expect(at(100).classes).toEqual([5, 3, 3, 2, 0, 0, -1, -1]);
    expect(at(700).classes).toEqual([5, 4, 4, 3, 1, 0, 0, -1]);
  });

  it('counts what is kept wet once, and leaves fire a fire', () => {
    const spread = aSpread([0, 200]);
    const { classes, counts } = paint(
      { colouring: 'burning', spread, timeS: 60, wet: [0, 1, 2, 99] },
      3,
    );
    expect(classes).toEqual([3, 6, -1]);
    expect(counts).toEqual([0, 0, 0, 1, 0, 0, 1]);
  });

  it('counts every building that it colours, whatever the times are', () => {
    const time = fc.oneof(
      fc.double({ min: 0, max: 40_000, noNaN: true }),
      fc.constantFrom(Number.POSITIVE_INFINITY, Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), fc.nat(40_000), (times, timeS) => {
        const spread = aSpread(times.map((one) => (Number.isNaN(one) ? Infinity : one)));
        const cover = { firstS: Float32Array.from(times), fullS: Float32Array.from(times) };
        const sources: ColourSource[] = [
          { colouring: 'arrival', spread },
          { colouring: 'burning', spread, timeS, wet: [] },
          { colouring: 'first-engine', cover: cover as never },
          { colouring: 'full-alarm', cover: cover as never },
        ];
        for (const source of sources) {
          const { classes, counts } = paint(source, times.length);
          const byHand = counts.map((_, at) => classes.filter((one) => one === at).length);
          expect(counts).toEqual(byHand);
          if (source.colouring === 'burning' || source.colouring === 'arrival') continue;
          const { breaks } = fireScale(source.colouring);
          expect(classes).toEqual(
            Array.from(cover.firstS, (one) => {
              if (Number.isNaN(one)) return -1;
              if (one === Number.POSITIVE_INFINITY) return breaks.length + 1;
              return breaks.filter((limit) => one >= limit).length;
            }),
          );
        }
      }),
    );
  });

  it('is where two fires differ by the shown time, each building once', () => {
    const spread = aSpread([0, 100, Number.POSITIVE_INFINITY, 900, Number.POSITIVE_INFINITY]);
    const second = aSpread([0, Number.POSITIVE_INFINITY, 200, 800, Number.POSITIVE_INFINITY]);
    const at = (timeS: number) => paint({ colouring: 'difference', spread, second, timeS }, 5);
    expect(at(50).classes).toEqual([0, 3, 3, 3, -1]);
    expect(at(300).classes).toEqual([0, 1, 2, 3, -1]);
    expect(at(850).classes).toEqual([0, 1, 2, 2, -1]);
    expect(at(850).counts).toEqual([1, 1, 2, 0]);
  });

  it('is how likely a building burns, and nothing where none of the fires reached it', () => {
    const burnProbability = Float32Array.of(0, 0.05, 0.5, 0.89, 1);
    const source = { colouring: 'probability', ensemble: { burnProbability } } as never;
    expect(paint(source, 5).classes).toEqual([-1, 0, 3, 4, 5]);
  });

  it('fills a table that is longer or shorter than the city’s', () => {
    const frame = aRiskFrame([1, 2, 3]);
    expect(paint({ colouring: 'risk-class', frame }, 2).classes).toEqual([0, 1]);
    expect(paint({ colouring: 'risk-class', frame }, 4).classes).toEqual([0, 1, 2, -1]);
  });

  it('has an opaque fourth byte and the colour’s own bytes in order', () => {
    expect([...new Uint8Array(toWords([0x123456]).buffer)]).toEqual([0x12, 0x34, 0x56, 255]);
  });
});

describe('tables in turn', () => {
  it('hand on what differs, and leave what is seen as it is while the next is painted', () => {
    const table = new ColourTable();
    const fill = (value: number) => table.paint(2, (words) => words.fill(value));
    const first = fill(1);
    const before = [...first!];
    expect(fill(1)).toBeUndefined();
    const second = fill(2);
    expect([...first!]).toEqual(before);
    expect(second).toBeDefined();
    expect(fill(2)).toBeUndefined();
  });

  it('hand on another size and what was forgotten', () => {
    const table = new ColourTable();
    const fill = (count: number) => table.paint(count, (words) => words.fill(1));
    expect(fill(2)?.length).toBe(8);
    expect(fill(3)?.length).toBe(12);
    table.forget();
    expect(fill(3)?.length).toBe(12);
  });
});

describe('the choice that is left to the card', () => {
  it.each([
    ['auto', { hasFire: true, tool: 'risk' }, 'burning'],
    ['auto', { hasFire: false, tool: 'risk' }, 'risk-class'],
    ['auto', { hasFire: false, tool: 'response' }, 'first-engine'],
    ['auto', { hasFire: false, tool: '' }, 'none'],
    ['arrival', { hasFire: false, tool: '' }, 'arrival'],
    ['none', { hasFire: true, tool: 'risk' }, 'none'],
  ] as const)('%s with %o colours by %s', (chosen, now, colouring) => {
    expect(chosenColouring(chosen, now)).toBe(colouring);
  });
});

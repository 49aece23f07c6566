import { describe, expect, it } from 'vitest';
import type { CrossSection, PipeCut } from '../../contract/section.ts';
import { fittingExaggeration, fitView, panView, roundSteps, zoomView } from './plot-view.ts';
import { toCrossCsv, toCutRows } from './section-table.ts';
import { parsePlace, placeText } from './use-section.ts';

const bounds = { startM: 0, endM: 100, lowM: 0, highM: 10 };
const frame = { width: 400, height: 200, exaggeration: 2 };

describe('the view of a section', () => {
  it('shows all of it in the middle of the frame', () => {
    const view = fitView(bounds, frame);
    expect(view.scale).toBe(4);
    expect(view.startM).toBe(0);
    expect(view.topM).toBeCloseTo(17.5, 9);
  });

  it('keeps the metre under the pointer while it zooms', () => {
    const view = fitView(bounds, frame);
    const near = zoomView(view, frame, 2, 100, 60);
    expect(near.startM + 100 / near.scale).toBeCloseTo(view.startM + 100 / view.scale, 9);
    expect(near.topM - 60 / (near.scale * 2)).toBeCloseTo(view.topM - 60 / (view.scale * 2), 9);
    expect(zoomView(view, frame, 1e9, 0, 0).scale).toBe(5000);
  });

  it('moves with the pointer', () => {
    const view = panView(fitView(bounds, frame), frame, 40, 16);
    expect(view.startM).toBeCloseTo(-10, 9);
    expect(view.topM).toBeCloseTo(19.5, 9);
  });

  it('exaggerates heights by a round number and never shrinks them', () => {
    expect(fittingExaggeration({ ...bounds, endM: 1000 }, 400, 200)).toBe(50);
    expect(fittingExaggeration({ ...bounds, endM: 10 }, 400, 200)).toBe(1);
  });

  it('puts round numbers on its axes', () => {
    expect(roundSteps(0.3, 2.2, 4)).toEqual([0.5, 1, 1.5, 2]);
    expect(roundSteps(-21, 21, 4)).toEqual([-20, 0, 20]);
    expect(roundSteps(1, 1, 4)).toEqual([]);
  });
});

describe('the table of a cross section', () => {
  const cut = (id: string, alongM: number, outerWidthM: number): PipeCut => ({
    ...{ id, alongM, outerWidthM, outerHeightM: outerWidthM, innerM: 0.1, angleDeg: 90 },
    ...{ key: `water/link/${id}`, index: 0, utility: 'water', place: [10, 54], axisM: 3 },
    ...{ shape: 'circle', material: 'PE, old', heightSource: 'cover', coverM: 1.2 },
  });
  const section: CrossSection = {
    ...{ from: [10, 54], to: [10.001, 54], turnsM: [], lengthM: 20 },
    ground: { alongM: Float32Array.of(), levelM: Float32Array.of(), source: 'none' },
    cuts: [cut('A', 4, 0.4), cut('B', 6, 0.2)],
  };

  it('measures from outside to outside', () => {
    expect(toCutRows(section).map(({ gapM }) => gapM)).toEqual([
      expect.closeTo(1.7, 9),
      Number.NaN,
    ]);
  });

  it('writes a line a pipe and quotes what holds a comma', () => {
    const [, first, second] = toCrossCsv(section).split('\n');
    expect(first).toContain('"PE, old"');
    expect(first).toContain('1.700');
    expect(second).toMatch(/^6\.000,B/);
  });
});

describe('parsePlace', () => {
  it('reads latitude and longitude, and refuses what is none', () => {
    expect(parsePlace('54.29, 10.62')).toEqual([10.62, 54.29]);
    expect(parsePlace(placeText([10.5, -54]))).toEqual([10.5, -54]);
    for (const text of ['', '54', 'a, b', '95, 10', '1, 2, 3']) {
      expect(parsePlace(text)).toBeUndefined();
    }
  });
});

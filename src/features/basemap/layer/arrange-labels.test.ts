import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeLabels, type LabelBox } from './arrange-labels.ts';

const box: fc.Arbitrary<LabelBox> = fc.record({
  x: fc.double({ min: 0, max: 1000, noNaN: true }),
  y: fc.double({ min: 0, max: 700, noNaN: true }),
  width: fc.integer({ min: 20, max: 200 }),
  height: fc.integer({ min: 10, max: 40 }),
  priority: fc.integer({ min: 0, max: 100 }),
  name: fc.constantFrom('Arno', 'Centro', 'Oltrarno', 'Careggi', 'Novoli', 'Rifredi'),
});

const overlaps = (a: LabelBox, b: LabelBox) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

describe('arranging labels', () => {
  it('never lets two overlap, nor shows more than the limit', () => {
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 80 }),
        fc.integer({ min: 0, max: 30 }),
        (boxes, limit) => {
          const shown = arrangeLabels(boxes, limit);
          expect(shown.length).toBeLessThanOrEqual(limit);
          for (const [index, a] of shown.entries()) {
            for (const b of shown.slice(index + 1))
              expect(overlaps(boxes[a]!, boxes[b]!)).toBe(false);
          }
        },
      ),
    );
  });

  it('leaves nothing out that has room and comes before what is in its way', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), (boxes) => {
        const shown = arrangeLabels(boxes, boxes.length);
        const greatest = Math.max(...boxes.map(({ priority }) => priority));
        expect(boxes[shown[0]!]!.priority).toBe(greatest);
      }),
    );
  });

  it('shows the more important of two in the same place', () => {
    const at = { x: 100, y: 100, width: 80, height: 20 };
    const boxes = [
      { ...at, priority: 10, name: 'Village' },
      { ...at, priority: 90, name: 'City' },
    ];
    expect(arrangeLabels(boxes, 10)).toEqual([1]);
  });

  it('keeps pieces of one river apart', () => {
    const piece = (x: number) => ({ x, y: 50, width: 60, height: 20, priority: 1, name: 'Arno' });
    expect(arrangeLabels([piece(0), piece(200), piece(600)], 10)).toEqual([0, 2]);
  });
});

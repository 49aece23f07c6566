import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplifyLine } from './simplify-line.ts';

function offM(line: Float64Array, keeps: Uint8Array, point: number): number {
  let before = point;
  let after = point;
  while (keeps[before] === 0) before--;
  while (keeps[after] === 0) after++;
  const at = (row: number) => [line[3 * row]!, line[3 * row + 1]!, line[3 * row + 2]!] as const;
  const [a, b, p] = [at(before), at(after), at(point)];
  const way = b.map((value, axis) => value - a[axis]!);
  const length2 = way.reduce((sum, value) => sum + value * value, 0);
  const dot = way.reduce((sum, value, axis) => sum + value * (p[axis]! - a[axis]!), 0);
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, dot / length2));
  return Math.hypot(...p.map((value, axis) => value - a[axis]! - share * way[axis]!));
}

describe('simplifying a line', () => {
  it('never leaves out a point that lies farther off than the tolerance', () => {
    const metre = double({ min: -100, max: 100, noNaN: true });
    assert(
      property(array(metre, { minLength: 6, maxLength: 60 }), (numbers) => {
        const count = Math.floor(numbers.length / 3);
        const line = Float64Array.from(numbers.slice(0, 3 * count));
        const keeps = new Uint8Array(count);
        simplifyLine(line, count, 5, keeps);
        expect([keeps[0], keeps[count - 1]]).toEqual([1, 1]);
        for (let point = 0; point < count; point++) {
          expect(offM(line, keeps, point)).toBeLessThanOrEqual(5 + 1e-9);
        }
      }),
    );
  });

  it('keeps the ends alone of a straight line', () => {
    const line = Float64Array.from({ length: 30 }, (_, at) => Math.floor(at / 3) * (1 + (at % 3)));
    const keeps = new Uint8Array(10);
    simplifyLine(line, 10, 0.001, keeps);
    expect([...keeps]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

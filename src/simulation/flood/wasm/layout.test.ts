import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks, flags, numbers, offsetOf, TILE_COLUMNS, TILE_ROWS, toShape } from './layout.ts';

const text = readFileSync(new URL('./assembly/memory.ts', import.meta.url), 'utf8');
const written = new Map(
  [...text.matchAll(/export const (\w+): (?:usize|i32) = (\d+);/g)].map(([, name, value]) => [
    name,
    Number(value),
  ]),
);

describe('the layout of memory', () => {
  it('is the same for host and kernels', () => {
    for (const [name, value] of Object.entries({ ...numbers, ...flags, ...blocks })) {
      expect(written.get(name), name).toBe(value);
    }
    expect(written.get('TILE_COLUMNS')).toBe(TILE_COLUMNS);
    expect(written.get('TILE_ROWS')).toBe(TILE_ROWS);
  });

  it('gives no place to two things', () => {
    for (const places of [Object.values({ ...numbers, ...flags }), Object.values(blocks)]) {
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it.each([1, 15, 16, 1000, 1024])('keeps rows of %i cells and their ring apart', (width) => {
    const shape = toShape(width, 3);
    expect(shape.tileColumns * TILE_COLUMNS).toBeGreaterThan(width);
    expect((shape.pitch / 64) % 2).toBe(1);
    const ringEast = offsetOf(shape, 0, width);
    expect(offsetOf(shape, 1, -1)).toBeGreaterThan(ringEast);
    expect(offsetOf(shape, -2, -1)).toBeGreaterThanOrEqual(0);
  });
});

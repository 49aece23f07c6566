import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RtinMesh, simplifyGrid } from './rtin.ts';

const NODES = 17;

/** Heights of the mesh at every node of the grid. */
function drape(mesh: RtinMesh, heights: Float64Array, nodes: number): Float64Array {
  const out = new Float64Array(nodes * nodes).fill(Number.NaN);
  for (let at = 0; at < mesh.triangles.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => {
      const vertex = mesh.triangles[at + corner]!;
      return { x: mesh.columns[vertex]!, y: mesh.rows[vertex]! };
    }) as [{ x: number; y: number }, { x: number; y: number }, { x: number; y: number }];
    const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    expect(area).toBeGreaterThan(0);
    const heightOf = ({ x, y }: { x: number; y: number }) => heights[y * nodes + x]!;
    for (let y = Math.min(a.y, b.y, c.y); y <= Math.max(a.y, b.y, c.y); y++) {
      for (let x = Math.min(a.x, b.x, c.x); x <= Math.max(a.x, b.x, c.x); x++) {
        const s = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
        const t = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
        if (s < 0 || t < 0 || s + t > 1) continue;
        out[y * nodes + x] = (1 - s - t) * heightOf(a) + s * heightOf(b) + t * heightOf(c);
      }
    }
  }
  return out;
}

const heightsArbitrary = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
  minLength: NODES * NODES,
  maxLength: NODES * NODES,
});

describe('simplifyGrid', () => {
  it('makes two triangles of a flat grid', () => {
    const mesh = simplifyGrid(new Float64Array(NODES * NODES), NODES, {
      toleranceM: 0.1,
      cellM: 1,
    });
    expect(mesh.triangles.length).toBe(6);
    expect(mesh.columns.length).toBe(4);
  });

  it('keeps every node where none may be missed', () => {
    const rough = Float64Array.from({ length: NODES * NODES }, (_, at) => (at * 7919) % 101);
    const mesh = simplifyGrid(rough, NODES, { toleranceM: 0, cellM: 1 });
    expect(mesh.columns.length).toBe(NODES * NODES);
    expect(mesh.triangles.length).toBe((NODES - 1) ** 2 * 2 * 3);
  });

  it('cuts a tile of half the globe up, flat or not, because the Earth is round', () => {
    const cellM = 20e6 / (NODES - 1);
    const mesh = simplifyGrid(new Float64Array(NODES * NODES), NODES, { toleranceM: 50e3, cellM });
    expect(mesh.columns.length).toBeGreaterThan(60);
  });

  it('covers every node once and numbers vertices as they are first used', () => {
    fc.assert(
      fc.property(
        heightsArbitrary,
        fc.double({ min: 0, max: 80, noNaN: true }),
        (list, toleranceM) => {
          const heights = Float64Array.from(list);
          const mesh = simplifyGrid(heights, NODES, { toleranceM, cellM: 1 });
          expect(drape(mesh, heights, NODES).some(Number.isNaN)).toBe(false);
          let next = 0;
          for (const vertex of mesh.triangles) {
            expect(vertex).toBeLessThanOrEqual(next);
            if (vertex === next) next++;
          }
          expect(next).toBe(mesh.columns.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stays near smooth ground: within twice the tolerance', () => {
    // An error is measured at the middle of a longest side only, so the bound is not the tolerance itself.
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (fx, fy, toleranceM) => {
          const truth = Float64Array.from({ length: NODES * NODES }, (_, at) => {
            return 10 * Math.sin(fx * (at % NODES)) * Math.cos(fy * Math.floor(at / NODES));
          });
          const heights = truth.slice();
          const draped = drape(
            simplifyGrid(heights, NODES, { toleranceM, cellM: 1 }),
            heights,
            NODES,
          );
          const worst = Math.max(...draped.map((height, at) => Math.abs(height - truth[at]!)));
          expect(worst).toBeLessThanOrEqual(2 * toleranceM);
        },
      ),
      { numRuns: 100 },
    );
  });
});

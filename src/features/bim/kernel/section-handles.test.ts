import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axesOf, moveHandle, sectionHandles } from './section-handles.ts';

const bounds = { leastM: [0, 0, 0], greatestM: [10, 20, 6] } as const;
const part = fc.double({ min: -1, max: 1, noNaN: true });
const direction = fc
  .tuple(part, part, part)
  .filter((one) => Math.hypot(...one) > 0.1)
  .map(([x, y, z]) => {
    const length = Math.hypot(x, y, z);
    return [x / length, y / length, z / length] as const;
  });

describe('handles of a section', () => {
  it('lie on their plane, nearest to the middle of the model', () => {
    fc.assert(
      fc.property(direction, fc.double({ min: -5, max: 20, noNaN: true }), (normal, distanceM) => {
        const planes = [{ normal, distanceM }];
        const [handle] = sectionHandles({ planes, box: undefined }, bounds);
        const { at } = handle!;
        const along = at.reduce((sum, value, axis) => sum + value * normal[axis]!, 0);
        expect(along).toBeCloseTo(distanceM, 6);
        const off = at.map((value, axis) => value - [5, 10, 3][axis]!);
        // What is off the middle is off along the normal alone.
        const length = Math.hypot(...off);
        const share = Math.abs(off.reduce((sum, value, axis) => sum + value * normal[axis]!, 0));
        expect(share).toBeCloseTo(length, 6);
      }),
    );
  });

  it('have axes that are square to each other and right-handed', () => {
    fc.assert(
      fc.property(direction, (n) => {
        const [u, v] = axesOf(n);
        const dot = (a: readonly number[], b: readonly number[]) =>
          a.reduce((sum, value, axis) => sum + value * b[axis]!, 0);
        const cross = [
          u[1] * v[2] - u[2] * v[1],
          u[2] * v[0] - u[0] * v[2],
          u[0] * v[1] - u[1] * v[0],
        ];
        expect([dot(u, u), dot(v, v), dot(cross, n)].map((one) => Math.round(one * 1e9))).toEqual([
          1e9, 1e9, 1e9,
        ]);
      }),
    );
  });

  it('move a plane as far as the model reaches and a little beyond', () => {
    const section = { planes: [{ normal: [0, 0, -1], distanceM: -3 } as const], box: undefined };
    const id = { kind: 'plane', at: 0 } as const;
    const at = (distanceM: number) =>
      moveHandle(section, id, distanceM, bounds).planes[0]?.distanceM;
    expect([at(-2), at(-99), at(99)]).toEqual([-2, -6.5, 0.5]);
  });

  it('move one side of a box and never through the other', () => {
    const section = { planes: [], box: { leastM: [1, 1, 1], greatestM: [4, 4, 4] } as const };
    const handles = sectionHandles(section, bounds);
    expect(handles).toHaveLength(6);
    const low = handles.find(({ id }) => id.kind === 'side' && id.axis === 1 && !id.isGreatest)!;
    expect(low).toMatchObject({ at: [2.5, 1, 2.5], normal: [0, -1, 0], distanceM: -1 });
    // Distances run along the normal, outwards.
    expect(moveHandle(section, low.id, -2, bounds).box?.leastM).toEqual([1, 2, 1]);
    expect(moveHandle(section, low.id, -9, bounds).box?.leastM).toEqual([1, 3.9, 1]);
    const high = handles.find(({ id }) => id.kind === 'side' && id.axis === 2 && id.isGreatest)!;
    expect(moveHandle(section, high.id, 99, bounds).box?.greatestM).toEqual([4, 4, 6.5]);
  });

  it('leave a section alone that lost the plane meanwhile', () => {
    const section = { planes: [], box: undefined };
    expect(moveHandle(section, { kind: 'plane', at: 3 }, 1, bounds)).toBe(section);
  });
});

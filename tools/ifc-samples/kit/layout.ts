// Things in a room: where they stand from its lower left corner.

import type { Kit } from './kit.ts';
import type { Product } from './model.ts';
import type { XYZ } from './place.ts';
import type { Room } from './rooms.ts';
import type { TypeSpec } from './types.ts';

/** What, from the left, from the front, turned by (degrees), over the floor. */
export type Item = readonly [TypeSpec, number, number, number?, number?];

export function furnish(kit: Kit, room: Room, items: readonly Item[]): Product[] {
  const [left, front] = cornerOf(room);
  const counts = new Map<string, number>();
  return items.map(([spec, dx, dy, turnDeg = 0, z = 0]) => {
    const number = (counts.get(spec.name) ?? 0) + 1;
    counts.set(spec.name, number);
    const at: XYZ = [left + dx, front + dy, z + (room.spec.floor ?? 0)];
    const key = `${room.key} ${spec.name} ${number}`;
    return kit.put(kit.type(spec), {
      ...{ key, name: `${spec.name.split(' ')[0]} ${number}`, within: room, at, turnDeg },
    });
  });
}

export const cornerOf = ({ corners }: Room): readonly [number, number] => [
  Math.min(...corners.map(([x]) => x)),
  Math.min(...corners.map(([, y]) => y)),
];

export const farCornerOf = ({ corners }: Room): readonly [number, number] => [
  Math.max(...corners.map(([x]) => x)),
  Math.max(...corners.map(([, y]) => y)),
];

/** Evenly over a length, `pitch` apart at most. */
export function spreadOver(from: number, to: number, pitch: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / pitch - 0.2));
  return Array.from({ length: count }, (_, at) => from + ((at + 0.5) * (to - from)) / count);
}

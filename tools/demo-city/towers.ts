// The business quarter: a podium over most of the block with one or two towers on it, drawn in at the top.

import type { Random } from '#model/random.ts';
import type { Stack, StackPart } from './buildings.ts';
import { rectangle } from './lots.ts';
import { add, type Block, extent, inset, scale } from './plane.ts';
import type { UsedBlock } from './town.ts';

export function towers({ yard, manner }: UsedBlock, random: Random): Stack | undefined {
  const podium = inset(yard, () => 3);
  if (!podium) return undefined;
  const size = extent(podium);
  const street = yard[0]?.street;
  const below = random.whole(2, 4);
  const parts: StackPart[] = [{ base: podium, below: 0, storeys: below, roof: 'green-roof' }];
  const count = size.length > 95 ? 2 : 1;
  for (let tower = 0; tower < count; tower++) {
    const wide = Math.min(random.between(22, 34), size.length / count - 12);
    const deep = Math.min(random.between(20, 30), size.width - 14);
    if (wide < 14 || deep < 14) continue;
    const offset = (tower - (count - 1) / 2) * (size.length / count);
    const corner = add(
      add(size.middle, scale(size.along, offset - wide / 2)),
      scale(size.across, -deep / 2),
    );
    const base: Block = rectangle(corner, size.along, wide, deep).map((point) => ({
      ...point,
      street,
    }));
    const storeys = random.whole(manner.storeys[0], manner.storeys[1]);
    const crownStoreys = Math.round(storeys * random.between(0.1, 0.35));
    parts.push({ base, below, storeys: storeys - crownStoreys, roof: 'gravel' });
    const crown = inset(base, () => 3.5);
    if (crown && crownStoreys > 0) {
      parts.push({
        base: crown,
        below: below + storeys - crownStoreys,
        storeys: crownStoreys,
        roof: 'gravel',
      });
    }
  }
  return { parts, street, wall: random.pick(['glass', 'glass-dark', 'concrete', 'plaster-white']) };
}

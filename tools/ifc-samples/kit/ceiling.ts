// What every room has under its ceiling: lights and a smoke detector.

import { lamp, smokeDetector } from '../catalogue/services.ts';
import type { Kit } from './kit.ts';
import { cornerOf, farCornerOf, spreadOver } from './layout.ts';
import type { Product } from './model.ts';
import type { Room } from './rooms.ts';
import type { System } from './systems.ts';

export interface CeilingSystems {
  readonly lighting: System;
  readonly alarm: System;
}

/** Gives back the detector. */
export function lightRoom(
  kit: Kit,
  room: Room,
  { lighting, alarm }: CeilingSystems,
  pitch = 2.7,
): Product {
  const [x0, y0] = cornerOf(room);
  const [x1, y1] = farCornerOf(room);
  const z = (room.spec.floor ?? 0) + room.spec.height;
  const isDeep = y1 - y0 > x1 - x0;
  const type = kit.type(lamp);
  let number = 0;
  for (const x of spreadOver(x0, x1, pitch)) {
    for (const y of spreadOver(y0, y1, pitch)) {
      number++;
      const made = kit.put(type, {
        ...{ key: `${room.key} lamp ${number}`, name: `Leuchte ${room.spec.number}/${number}` },
        ...{ within: room, at: [x, y, z], turnDeg: isDeep ? 90 : 0 },
      });
      kit.model.relate('IFCRELASSIGNSTOGROUP', lighting, made);
    }
  }
  const detector = kit.put(kit.type(smokeDetector), {
    ...{ key: `${room.key} smoke detector`, name: `Rauchmelder ${room.spec.number}` },
    ...{ within: room, at: [(x0 + x1) / 2 + 0.45, (y0 + y1) / 2 + 0.45, z] },
  });
  kit.model.relate('IFCRELASSIGNSTOGROUP', alarm, detector);
  return detector;
}

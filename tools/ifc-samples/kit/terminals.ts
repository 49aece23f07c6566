// What stands at the end of a pipe, duct or cable: put into a room and joined to what feeds it.

import type { Kit } from './kit.ts';
import type { Product, Storey } from './model.ts';
import type { XYZ } from './place.ts';
import type { Port, System } from './systems.ts';
import { type ItemType, type Placed, turned } from './types.ts';
import { plus } from './vectors.ts';

export interface TerminalSpec extends Placed {
  readonly type: ItemType;
  readonly system: System;
  readonly storey: Storey;
  /** From the item's origin, as the type has it. */
  readonly inlet?: XYZ;
  readonly flow?: 'SOURCE' | 'SINK';
  readonly feed?: Port | undefined;
}

export function terminal(
  kit: Kit,
  spec: TerminalSpec,
): { readonly item: Product; readonly port: Port } {
  const { type, system, storey, inlet = [0, 0, 0], flow = 'SINK', feed, key, at, turnDeg } = spec;
  const item = kit.put(type, spec);
  const [cos, sin] = turned(turnDeg);
  const local: XYZ = [inlet[0] * cos - inlet[1] * sin, inlet[0] * sin + inlet[1] * cos, inlet[2]];
  const port = kit.port(system, {
    key: `${key} ${flow}`,
    owner: item,
    storey,
    at: plus(at, local),
    flow,
  });
  if (feed) kit.join(feed, port);
  return { item, port };
}

// Four pumps in the basement: out of the wet well, over valves into one header, and out to the river.

import { checkValve, flowMeter, gateValve, pump } from '../catalogue/machines.ts';
import type { Kit } from '../kit/kit.ts';
import type { Machine, Product, Storey } from '../kit/model.ts';
import { box } from '../kit/parts.ts';
import type { XYZ } from '../kit/place.ts';
import type { Room } from '../kit/rooms.ts';
import type { Section } from '../kit/sections.ts';
import type { Port, System } from '../kit/systems.ts';
import { terminal } from '../kit/terminals.ts';
import type { TypeSpec } from '../kit/types.ts';
import { headerY, headerZ, pumps, pumpY } from './plan.ts';

const main: Section = { kind: 'pipe', radius: 0.16, wall: 0.008 };
const header: Section = { kind: 'pipe', radius: 0.25, wall: 0.01 };
const AXIS_M = 0.55;

export function layHydraulics(kit: Kit, storey: Storey, room: Room, gallery: Room): Machine[] {
  const system = kit.system({
    ...{ key: 'stormwater', name: 'RW', longName: 'Regenwasserförderung', kind: 'STORMWATER' },
    ports: 'PIPE',
  });
  const look = { system, storey, colour: 'pipeGreen', material: 'castIron', cost: '411' } as const;
  const collector = kit.run({
    ...{ ...look, key: 'header', name: 'Sammeldruckleitung', section: header },
    line: [
      [1, headerY, headerZ],
      ...pumps.map((x) => ({ at: [x, headerY, headerZ] as XYZ, tee: [0, 1, 0] as XYZ })),
      [12.2, headerY, headerZ],
    ],
  });
  const meter = between(kit, system, storey, gallery, {
    ...{ spec: flowMeter, key: 'flow meter', name: 'Durchflussmessung', half: 0.3 },
    ...{ at: [12.5, headerY, headerZ], way: [1, 0, 0], turnDeg: 0, from: collector.end },
  });
  kit.run({
    ...{ ...look, key: 'outfall', name: 'Druckleitung zum Auslass', section: header, from: meter },
    line: [
      [16.6, headerY, headerZ],
      [16.6, headerY, 3.85],
      [19.5, headerY, 3.85],
    ],
  });
  return pumps.flatMap((x, index) => {
    const feed = collector.branches[index];
    if (!feed) return [];
    const item = layPump(kit, look, room, index + 1, x, feed);
    return [{ item, at: [x, pumpY, storey.elevationM + AXIS_M] }];
  });
}

interface Look {
  readonly system: System;
  readonly storey: Storey;
  readonly colour: 'pipeGreen';
  readonly material: 'castIron';
  readonly cost: '411';
}

function layPump(kit: Kit, look: Look, room: Room, number: number, x: number, into: Port): Product {
  const { system, storey } = look;
  const label = `Pumpe ${number}`;
  const suction = kit.run({
    ...{ ...look, key: `suction ${number}`, name: `Saugleitung ${number}`, section: main },
    line: [
      [x, 11.6, AXIS_M],
      [x, 9.8, AXIS_M],
    ],
  });
  const open = between(kit, system, storey, room, {
    ...{
      spec: gateValve,
      key: `suction valve ${number}`,
      name: `Saugschieber ${number}`,
      half: 0.2,
    },
    ...{ at: [x, 9.6, AXIS_M], way: [0, -1, 0], turnDeg: -90, from: suction.end },
  });
  const inlet = kit.run({
    ...{ ...look, key: `inlet ${number}`, name: `Zulauf ${label}`, section: main, from: open },
    line: [[x, pumpY + 0.5, AXIS_M]],
  });
  const { item } = terminal(kit, {
    ...{
      type: kit.type(pump),
      key: `pump ${number}`,
      name: label,
      tag: `P${number}`,
      system,
      storey,
    },
    ...{ within: room, at: [x, pumpY, 0], turnDeg: 180, inlet: [0, -0.5, AXIS_M], feed: inlet.end },
  });
  const outlet = kit.port(system, {
    ...{ key: `pump ${number} SOURCE`, owner: item, storey, flow: 'SOURCE' },
    at: [x, pumpY + 0.07, 1],
  });
  kit.model.relate('IFCRELASSIGNSTOGROUP', system, item);
  const rise = kit.run({
    ...{
      ...look,
      key: `rise ${number}`,
      name: `Druckleitung ${number}`,
      section: main,
      from: outlet,
    },
    line: [
      [x, pumpY + 0.07, headerZ],
      [x, 6.3, headerZ],
    ],
  });
  const checked = between(kit, system, storey, room, {
    ...{
      spec: checkValve,
      key: `check valve ${number}`,
      name: `Rückschlagklappe ${number}`,
      half: 0.2,
    },
    ...{ at: [x, 6.1, headerZ], way: [0, -1, 0], turnDeg: -90, from: rise.end },
  });
  const short = kit.run({
    ...{
      ...look,
      key: `spool ${number}`,
      name: `Passstück ${number}`,
      section: main,
      from: checked,
    },
    line: [[x, 5.4, headerZ]],
  });
  const shut = between(kit, system, storey, room, {
    ...{
      spec: gateValve,
      key: `discharge valve ${number}`,
      name: `Druckschieber ${number}`,
      half: 0.2,
    },
    ...{ at: [x, 5.2, headerZ], way: [0, -1, 0], turnDeg: -90, from: short.end },
  });
  kit.run({
    ...{ ...look, key: `discharge ${number}`, name: `Druckleitung ${number}`, section: main },
    ...{ from: shut, to: into, line: [] },
  });
  kit.element({
    ...{
      entity: 'IFCFOOTING',
      predefined: 'PAD_FOOTING',
      key: `pad ${number}`,
      name: `Sockel ${number}`,
    },
    ...{ within: storey, material: 'concrete', cost: '322' },
    parts: [box('concrete', x - 0.6, pumpY - 1.95, 0, 1.2, 2.6, 0.04)],
  });
  return item;
}

interface Between {
  readonly spec: TypeSpec;
  readonly key: string;
  readonly name: string;
  readonly at: XYZ;
  readonly way: XYZ;
  readonly half: number;
  readonly turnDeg: number;
  readonly from: Port;
}

/** A fitting between two pipes; gives back the port that it flows out of. */
function between(kit: Kit, system: System, storey: Storey, within: Room, spec: Between): Port {
  const { at, way, half, from, key } = spec;
  const end = (side: 1 | -1): XYZ => [
    at[0] + side * half * way[0],
    at[1] + side * half * way[1],
    at[2] + side * half * way[2],
  ];
  const item = kit.put(kit.type(spec.spec), { ...spec, within });
  const port = (name: string, side: 1 | -1, flow: 'SINK' | 'SOURCE') =>
    kit.port(system, { key: `${key} ${name}`, owner: item, storey, at: end(side), flow });
  kit.join(from, port('in', -1, 'SINK'));
  return port('out', 1, 'SOURCE');
}

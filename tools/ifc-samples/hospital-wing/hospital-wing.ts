// Johannis-Krankenhaus, Bettenhaus: emergency department, theatres, a ward, intensive care.

import { liftCar } from '../catalogue/hospital.ts';
import { lightRoom } from '../kit/ceiling.ts';
import { label, temperatureC } from '../kit/facts.ts';
import { createKit, type Kit } from '../kit/kit.ts';
import type { Product, Storey } from '../kit/model.ts';
import { box } from '../kit/parts.ts';
import { rect } from '../kit/place.ts';
import type { ModelSite } from '../kit/project.ts';
import type { Room, RoomSpec } from '../kit/rooms.ts';
import { bedroomOf, buildBathroom } from './bathrooms.ts';
import { furnishRoom } from './furnishing.ts';
import { clearM, corridor, inside, outer, storeyM } from './plan.ts';
import { levels, type WardRoom, wardRooms } from './rooms.ts';
import { buildServices } from './services.ts';
import { buildShell } from './shell.ts';

export function writeHospitalWing(site: ModelSite, address: string) {
  const name = 'Johannis-Krankenhaus, Bettenhaus';
  const kit = createKit({
    ...{ id: 'hospital-wing', file: 'hospital-wing', name, building: name },
    ...{
      description: 'Hospital wing with emergency department, theatres, wards and intensive care',
    },
    ...{ site, address, written: '2026-01-15T08:00:00', version: '1.0' },
  });
  const storeys = Array.from({ length: levels }, (_, level) =>
    kit.model.storey(
      ...([`storey ${level}`, level === 0 ? 'EG' : `${level}. OG`] as const),
      ...([level === 0 ? 'Erdgeschoss' : `${level}. Obergeschoss`, level * storeyM] as const),
    ),
  );
  buildShell(kit, storeys);
  const lighting = kit.system({
    ...{ key: 'lighting', name: 'BEL', longName: 'Beleuchtung', kind: 'LIGHTING', ports: 'CABLE' },
  });
  const alarm = kit.system({
    ...{ key: 'alarm', name: 'BMA', longName: 'Brandmeldeanlage', kind: 'SIGNAL', ports: 'CABLE' },
  });
  const rooms = new Map<string, Room>();
  const fixtures = new Map<string, readonly Product[]>();
  const corridors: Room[] = [];
  for (const [level, storey] of storeys.entries()) {
    corridors.push(
      kit.room({
        ...{
          key: `corridor ${level}`,
          number: `${level}.00`,
          name: 'Flur',
          description: 'Corridor',
        },
        ...{ use: 'VF', storey, plan: rect(inside.x0, corridor.y0, inside.x1, corridor.y1) },
        ...{ height: clearM, isPublic: true, finish: 'Kautschuk' },
      }),
    );
    for (const spec of wardRooms.filter((one) => one.level === level)) {
      const room = buildRoom(kit, storey, spec);
      rooms.set(spec.number, room);
      if (spec.furnishing === 'patient') {
        const { bath, fixtures: made } = buildBathroom(kit, storey, spec);
        fixtures.set(spec.number, made);
        rooms.set(`${spec.number}b`, bath);
      }
      furnishRoom(kit, room, spec);
    }
  }
  for (const room of [...corridors, ...rooms.values()])
    lightRoom(kit, room, { lighting, alarm }, 4.2);
  buildServices(kit, storeys, { corridors, rooms, fixtures }, alarm);
  const [ground] = storeys;
  if (ground) finishGround(kit, ground, rooms);
  divideIntoZones(kit, storeys, corridors, rooms);
  kit.document(
    'JK-BH-BSK',
    'Brandschutzkonzept Bettenhaus',
    'Fire protection concept',
    kit.model.building,
  );
  kit.document('JK-BH-HYG', 'Hygieneplan OP', 'Hygiene plan', ...theatresOf(rooms));
  return { text: kit.model.finish(), counts: kit.model.counts, rooms: kit.rooms };
}

const theatresOf = (rooms: ReadonlyMap<string, Room>): Room[] =>
  [...rooms.values()].filter(({ spec }) => spec.name.startsWith('Operationssaal'));

function buildRoom(kit: Kit, storey: Storey, spec: WardRoom): Room {
  const { key, number, name, description, use, plan, furnishing, people } = spec;
  const degrees = { theatre: 21, patient: 22, intensive: 22, recovery: 22 }[furnishing as string];
  return kit.room({
    ...{ key, number, name, description, use, storey, height: clearM },
    plan: furnishing === 'patient' ? bedroomOf(spec) : plan,
    ...(people !== undefined && { people }),
    finish: furnishing === 'theatre' ? 'Kautschuk, ableitfähig' : 'Kautschuk',
    isPublic: furnishing === 'waiting',
    ...(degrees !== undefined && {
      sets: { Pset_SpaceThermalRequirements: { SpaceTemperature: temperatureC(degrees) } },
    }),
  });
}

/** Lifts in their shafts, and paving around the entrance. */
function finishGround(kit: Kit, ground: Storey, rooms: ReadonlyMap<string, Room>): void {
  const shafts = wardRooms.find(({ level, furnishing }) => level === 0 && furnishing === 'lifts');
  const within = shafts && rooms.get(shafts.number);
  if (shafts && within) {
    const { x0, x1, y0 } = shafts.plan;
    for (const [index, share] of [0.25, 0.75].entries()) {
      kit.put(kit.type(liftCar), {
        ...{ key: `lift ${index + 1}`, name: `Aufzug ${index + 1}`, within },
        at: [x0 + (x1 - x0) * share, y0 + 1.5, index * 2 * storeyM],
      });
    }
  }
  kit.element({
    ...{ entity: 'IFCSLAB', predefined: 'USERDEFINED', objectType: 'Pflaster', key: 'paving' },
    ...{ name: 'Vorplatz', within: kit.model.site, material: 'concrete', cost: '530' },
    parts: [box('concreteDark', 10, -4, ground.elevationM - 0.75, 20, 4, 0.7)],
  });
  kit.element({
    ...{ entity: 'IFCFOOTING', predefined: 'STRIP_FOOTING', key: 'plinth', name: 'Sockel' },
    ...{ within: ground, material: 'concrete', cost: '322' },
    parts: [
      box('concrete', outer.x0 + 0.05, outer.y0 + 0.05, -1, outer.x1 - 0.1, outer.y1 - 0.1, 0.6),
    ],
  });
}

/** A fire compartment a storey, and one for each stair through all of them. */
function divideIntoZones(
  kit: Kit,
  storeys: readonly Storey[],
  corridors: readonly Room[],
  rooms: ReadonlyMap<string, Room>,
): void {
  const zone = (key: string, name: string, longName: string, members: readonly Room[]) => {
    const made = kit.model.object(
      ...([
        'IFCZONE',
        `zone ${key}`,
        name,
        'Fire compartment',
        'Brandabschnitt',
        longName,
      ] as const),
    );
    kit.model.relate('IFCRELASSIGNSTOGROUP', made, ...members);
    kit.describe({ Pset_ZoneCommon: { Reference: label(name) } }, made);
  };
  const isCore = ({ name }: RoomSpec) => name.startsWith('Treppenraum') || name === 'Aufzüge';
  for (const [level, storey] of storeys.entries()) {
    const here = [...rooms.values()].filter(
      ({ spec }) => spec.storey.key === storey.key && !isCore(spec),
    );
    const corridorHere = corridors[level];
    zone(`fire ${level}`, `BA ${level}`, `Brandabschnitt ${storey.name}`, [
      ...(corridorHere ? [corridorHere] : []),
      ...here,
    ]);
  }
  for (const name of ['Treppenraum 1', 'Treppenraum 2', 'Aufzüge']) {
    const members = [...rooms.values()].filter(({ spec }) => spec.name === name);
    zone(name, name, `Brandabschnitt ${name}`, members);
  }
}

// Spaces of the fire station and the fire compartments that they make.

import { label, temperatureC } from '../kit/facts.ts';
import type { Kit } from '../kit/kit.ts';
import type { Storey } from '../kit/model.ts';
import { cornersOf, rect } from '../kit/place.ts';
import type { Room, RoomSpec } from '../kit/rooms.ts';
import type { FireStationVersion } from './changes.ts';
import { corridor, hallClearM, inside, storeyM, tower, wallM } from './plan.ts';
import { cells } from './rooms.ts';

export const clearM = storeyM - 0.32;

/** Rooms by their keys; what is on several storeys has the level behind it. */
export type FireStationRooms = ReadonlyMap<string, Room>;

export function buildSpaces(
  kit: Kit,
  storeys: readonly Storey[],
  { roomUses }: FireStationVersion,
): FireStationRooms {
  const rooms = new Map<string, Room>();
  const add = (spec: RoomSpec) => rooms.set(spec.key, kit.room(spec));
  const ground = storeys[0];
  if (!ground) return rooms;
  add({
    ...{ key: 'hall', number: '0.01', name: 'Fahrzeughalle', description: 'Vehicle hall' },
    ...{ use: 'NUF 4', storey: ground, plan: rect(wallM, wallM, 40, 15.6), height: hallClearM },
    ...{ finish: 'Epoxidharz', sets: climate(12) },
  });
  add({
    ...{ key: 'tower', number: '0.31', name: 'Schlauchturm', description: 'Drying tower' },
    ...{ use: 'NUF 3', storey: ground, height: 21.9 },
    plan: rect(tower.x0 + 0.25, tower.y0 + 0.25, tower.x1 - 0.25, tower.y1 - 0.25),
  });
  for (const [level, storey] of storeys.entries()) {
    add({
      ...{ key: `corridor ${level}`, number: `${level}.00`, name: 'Flur', description: 'Corridor' },
      ...{ use: 'VF', storey, height: clearM, finish: 'Linoleum' },
      plan: cornersOf(rect(inside.x0, corridor.y0, inside.x1, corridor.y1)),
    });
    for (const cell of cells.filter((one) => one.level === level)) {
      const isStair = cell.key === 'stair';
      const { number, name, description, use, plan, people, finish } = {
        ...cell,
        ...roomUses[cell.key],
      };
      add({
        ...{ key: isStair ? `stair room ${level}` : cell.key, number, name, description, use },
        ...{ storey, plan, height: clearM, isPublic: cell.key === 'lobby' },
        ...(people !== undefined && { people }),
        ...(finish !== undefined && { finish }),
        ...(use !== 'VF' && use !== 'TF' && { sets: climate(use === 'NUF 7' ? 22 : 20) }),
      });
    }
  }
  zone(kit, rooms, 'fire-1', 'BA 1', 'Brandabschnitt Fahrzeughalle', (key) => key === 'hall');
  zone(
    ...([kit, rooms, 'fire-2', 'BA 2', 'Brandabschnitt Sozialtrakt'] as const),
    (key) => key !== 'hall' && !key.startsWith('stair'),
  );
  zone(...([kit, rooms, 'fire-3', 'BA 3', 'Brandabschnitt Treppenraum'] as const), (key) =>
    key.startsWith('stair'),
  );
  return rooms;
}

const climate = (degrees: number) => ({
  Pset_SpaceThermalRequirements: { SpaceTemperature: temperatureC(degrees) },
});

function zone(
  kit: Kit,
  rooms: FireStationRooms,
  key: string,
  name: string,
  longName: string,
  isIn: (key: string) => boolean,
): void {
  const made = kit.model.object(
    ...(['IFCZONE', `zone ${key}`, name, 'Fire compartment', 'Brandabschnitt', longName] as const),
  );
  const members = [...rooms].filter(([room]) => isIn(room)).map(([, room]) => room);
  kit.model.relate('IFCRELASSIGNSTOGROUP', made, ...members);
  kit.describe({ Pset_ZoneCommon: { Reference: label(name) } }, made);
}

// Regenwasserpumpwerk: a pump room below the ground, a wet well behind it, a hall with a crane and a switch room.

import { shelf, workbench } from '../catalogue/furniture.ts';
import { controlPanel, generator } from '../catalogue/machines.ts';
import { basin, toilet } from '../catalogue/sanitary.ts';
import {
  callPoint,
  climateSensor,
  exitSign,
  hallLamp,
  lamp,
  smokeDetector,
  sounder,
} from '../catalogue/services.ts';
import { lightRoom } from '../kit/ceiling.ts';
import { temperatureC } from '../kit/facts.ts';
import { createKit, type Kit } from '../kit/kit.ts';
import { furnish } from '../kit/layout.ts';
import type { Storey } from '../kit/model.ts';
import { box, type Part } from '../kit/parts.ts';
import { rect } from '../kit/place.ts';
import type { ModelSite } from '../kit/project.ts';
import type { Room, RoomSpec } from '../kit/rooms.ts';
import type { TypeSpec } from '../kit/types.ts';
import { layHydraulics } from './hydraulics.ts';
import { basementM, dividerX, eavesM, pumps, wallM } from './plan.ts';
import { buildShell } from './shell.ts';

export function writePumpingStation(site: ModelSite, address: string) {
  const kit = createKit({
    ...{
      id: 'pumping-station',
      file: 'pumping-station',
      name: 'Pumpwerk Mitte',
      building: 'Pumpwerk Mitte',
    },
    ...{
      description: 'Stormwater pumping station with a pump room below the ground and a switch room',
    },
    ...{ site, address, written: '2026-01-15T08:00:00', version: '1.0' },
  });
  const basement = kit.model.storey('storey -1', 'UG', 'Untergeschoss', basementM);
  const ground = kit.model.storey('storey 0', 'EG', 'Erdgeschoss', 0);
  buildShell(kit, basement, ground);
  const rooms = buildRooms(kit, basement, ground);
  const machines = layHydraulics(kit, basement, rooms.pumpRoom, rooms.gallery);
  equip(kit, basement, ground, rooms);
  kit.document('PW-M-BA', 'Betriebsanweisung Pumpwerk', 'Operating manual', kit.model.building);
  return { text: kit.model.finish(), counts: kit.model.counts, rooms: kit.rooms, machines };
}

type StationRooms = ReturnType<typeof buildRooms>;

function buildRooms(kit: Kit, basement: Storey, ground: Storey) {
  const room = (spec: RoomSpec): Room => kit.room(spec);
  const deep = -basementM - 0.32;
  const high = 3.45;
  const rooms = {
    pumpRoom: room({
      ...{ key: 'pump-room', number: 'K.01', name: 'Pumpenkeller', description: 'Pump room' },
      ...{
        use: 'TF',
        storey: basement,
        plan: rect(wallM, wallM, dividerX - 0.1, 10.6),
        height: deep,
      },
      sets: { Pset_SpaceThermalRequirements: { SpaceTemperature: temperatureC(12) } },
    }),
    gallery: room({
      ...{
        key: 'gallery',
        number: 'K.02',
        name: 'Kabel- und Rohrkeller',
        description: 'Pipe gallery',
      },
      ...{
        use: 'TF',
        storey: basement,
        plan: rect(dividerX + 0.1, wallM, 17.6, 10.6),
        height: deep,
      },
    }),
    wetWell: room({
      ...{
        key: 'wet-well',
        number: 'K.03',
        name: 'Saugkammer',
        description: 'Wet well',
        use: 'TF',
      },
      ...{ storey: basement, plan: rect(wallM, 11, 17.6, 14.6), height: deep },
    }),
    hall: room({
      ...{
        key: 'pump-hall',
        number: '0.01',
        name: 'Pumpenhalle',
        description: 'Pump hall',
        use: 'TF',
      },
      ...{ storey: ground, plan: rect(wallM, wallM, dividerX, 10.6), height: eavesM - 0.3 },
    }),
    switchRoom: room({
      ...{ key: 'switch-room', number: '0.02', name: 'Schaltraum', description: 'Switch room' },
      ...{ use: 'TF', storey: ground, plan: rect(dividerX + 0.3, wallM, 17.6, 5.1), height: high },
      ...{
        finish: 'Doppelboden',
        sets: { Pset_SpaceThermalRequirements: { SpaceTemperature: temperatureC(22) } },
      },
    }),
    lobby: room({
      ...{ key: 'lobby', number: '0.03', name: 'Vorraum mit WC', description: 'Lobby', use: 'VF' },
      ...{ storey: ground, plan: rect(dividerX + 0.3, 5.3, 14, 10.6), height: high },
    }),
  };
  const zone = kit.model.object(
    ...([
      'IFCZONE',
      'zone fire',
      'BA 1',
      'Fire compartment',
      'Brandabschnitt',
      'Brandabschnitt Schaltraum',
    ] as const),
  );
  kit.model.relate('IFCRELASSIGNSTOGROUP', zone, rooms.switchRoom, rooms.gallery);
  const wet = kit.model.object(
    ...([
      'IFCZONE',
      'zone wet',
      'EX 1',
      'Hazardous area',
      'Explosionsschutz',
      'Explosionsschutzzone Saugkammer',
    ] as const),
  );
  kit.model.relate('IFCRELASSIGNSTOGROUP', wet, rooms.wetWell);
  return rooms;
}

const sensor = (name: string, predefined: string): TypeSpec => ({
  ...{ entity: 'IFCSENSOR', name, predefined, material: 'stainless', cost: '456' },
  parts: [
    { colour: 'steel', cylinder: [0, 0, 0, 0.03, 0.18] },
    box('pipeBlue', -0.06, -0.06, 0.18, 0.12, 0.12, 0.1),
  ],
});

function equip(kit: Kit, basement: Storey, ground: Storey, rooms: StationRooms): void {
  const lighting = kit.system({
    ...{ key: 'lighting', name: 'BEL', longName: 'Beleuchtung', kind: 'LIGHTING', ports: 'CABLE' },
  });
  const control = kit.system({
    ...{
      key: 'control',
      name: 'MSR',
      longName: 'Mess- und Regeltechnik',
      kind: 'CONTROL',
      ports: 'CABLE',
    },
  });
  const power = kit.system({
    ...{
      key: 'power',
      name: 'NS',
      longName: 'Niederspannung',
      kind: 'ELECTRICAL',
      ports: 'CABLECARRIER',
    },
  });
  for (const room of [rooms.gallery, rooms.switchRoom, rooms.lobby]) {
    lightRoom(kit, room, { lighting, alarm: control }, 3.4);
  }
  for (const x of [2, 5.5, 9]) {
    const made = kit.put(kit.type(hallLamp), {
      ...{
        key: `hall lamp ${x}`,
        name: 'Hallenleuchte',
        within: rooms.hall,
        at: [x, 5.5, eavesM - 0.4],
      },
    });
    kit.model.relate('IFCRELASSIGNSTOGROUP', lighting, made);
  }
  const panels = furnish(kit, rooms.switchRoom, [
    ...Array.from({ length: 5 }, (_, at) => [controlPanel, 1.6 + at * 0.82, 4.2] as const),
    [climateSensor, 3.1, 0.03, 180, 1.5],
  ]);
  kit.model.relate('IFCRELASSIGNSTOGROUP', power, ...panels.slice(0, 5));
  const [genset] = furnish(kit, rooms.gallery, [[generator, 2.6, 6.9]]);
  if (genset) kit.model.relate('IFCRELASSIGNSTOGROUP', power, genset);
  furnish(kit, rooms.lobby, [
    [toilet, 0.02, 4.4, 90],
    [basin, 0.02, 3.2, 90],
  ]);
  furnish(kit, rooms.hall, [
    [workbench, 9.2, 0.6, 180],
    [shelf, 7.4, 9.9],
    [exitSign, 0.05, 2.2, 90, 3.7],
    [callPoint, 10.6, 1.4, -90, 1.3],
    [sounder, 10.6, 2.2, -90, 3],
  ]);
  const deepLamps = furnish(kit, rooms.pumpRoom, [
    ...[1.8, 5.2, 8.6].flatMap((x) =>
      [0.9, 9.4].map((y) => [lamp, x, y, 0, rooms.pumpRoom.spec.height] as const),
    ),
    [smokeDetector, 10, 5.2, 0, rooms.pumpRoom.spec.height],
  ]);
  kit.model.relate('IFCRELASSIGNSTOGROUP', lighting, ...deepLamps);
  const probes = furnish(kit, rooms.pumpRoom, [
    [sensor('Drucktransmitter 0–10 bar', 'PRESSURESENSOR'), 10.2, 2.8, 0, 2.88],
    ...pumps.map(
      (x) => [sensor('Schwingungsaufnehmer', 'USERDEFINED'), x - 0.4, 6.1, 0, 0.88] as const,
    ),
  ]);
  const level = furnish(kit, rooms.wetWell, [
    [sensor('Füllstandsonde', 'LEVELSENSOR'), 8, 1.8, 0, 3.7],
  ]);
  kit.model.relate('IFCRELASSIGNSTOGROUP', control, ...probes, ...level);
  kit.run({
    ...{
      system: power,
      storey: ground,
      key: 'tray',
      name: 'Kabelrinne',
      material: 'galvanised',
      cost: '444',
    },
    ...{ section: { kind: 'tray', wide: 0.3, high: 0.06 }, colour: 'galvanised' },
    line: [
      [17, 1, 3.1],
      [dividerX + 0.7, 1, 3.1],
      [dividerX + 0.7, 4.8, 3.1],
    ],
  });
  kit.element({
    ...{
      entity: 'IFCTRANSPORTELEMENT',
      predefined: 'CRANEWAY',
      key: 'crane',
      name: 'Brückenkran 3,2 t',
    },
    ...{ within: ground, material: 'steel', cost: '479', parts: crane() },
  });
  kit.element({
    ...{ entity: 'IFCSLAB', predefined: 'USERDEFINED', objectType: 'Betonpflaster', key: 'yard' },
    ...{ name: 'Zufahrt', within: kit.model.site, material: 'concrete', cost: '530' },
    parts: [
      box('concreteDark', -5, -3, -0.95, 24, 3, 0.9),
      box('concreteDark', -5, 0, -0.95, 5, 11, 0.9),
    ],
  });
  kit.element({
    ...{ entity: 'IFCBUILDINGELEMENTPROXY', predefined: 'USERDEFINED', objectType: 'Wasser' },
    ...{
      key: 'water',
      name: 'Wasserspiegel Saugkammer',
      within: basement,
      material: 'plastic',
      cost: '479',
    },
    parts: [box('water', wallM, 11.01, 0, 17.2, 3.58, 1.9)],
  });
}

const crane = (): Part[] => [
  ...[0.55, 10.25].map((y) => box('signalYellow', 0.5, y, 4.25, 10.4, 0.2, 0.3)),
  box('signalYellow', 5, 0.75, 4.3, 0.35, 9.5, 0.35),
  box('steelDark', 4.9, 5, 3.95, 0.55, 0.7, 0.35),
  { colour: 'steel', cylinder: [5.17, 5.35, 2.6, 0.02, 1.35] },
  box('signalRed', 5.08, 5.26, 2.4, 0.18, 0.18, 0.2),
];

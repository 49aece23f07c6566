// Feuerwache Mitte: vehicle hall with eight bays, a wing of three storeys, drying tower.

import { createKit } from '../kit/kit.ts';
import type { ModelSite } from '../kit/project.ts';
import { addLater, type FireStationVersion, firstVersion, laterVersion } from './changes.ts';
import { furnishAll } from './furnishing.ts';
import { buildHall } from './hall.ts';
import { storeyM } from './plan.ts';
import { buildServices } from './services.ts';
import { buildSpaces } from './spaces.ts';
import { buildTower, buildYard, finishEdges } from './tower.ts';
import { buildWing } from './wing.ts';

export const writeFireStation = (site: ModelSite, address: string) =>
  write(site, address, firstVersion);
/** As it was built two years later: see changes.ts. */
export const writeLaterFireStation = (site: ModelSite, address: string) =>
  write(site, address, laterVersion);

function write(site: ModelSite, address: string, version: FireStationVersion) {
  const kit = createKit({
    ...{
      id: 'fire-station',
      file: version.file,
      name: 'Feuerwache Mitte',
      building: 'Feuerwache Mitte',
    },
    ...{ description: 'Fire station with vehicle hall, watch room, dormitory and drying tower' },
    ...{ site, address, written: version.written, version: version.number },
  });
  const storeys = [
    kit.model.storey('storey 0', 'EG', 'Erdgeschoss', 0),
    kit.model.storey('storey 1', '1. OG', '1. Obergeschoss', storeyM),
    kit.model.storey('storey 2', '2. OG', '2. Obergeschoss', 2 * storeyM),
  ];
  const [ground] = storeys;
  if (ground) {
    buildHall(kit, ground, version);
    buildTower(kit, ground);
    buildYard(kit, ground);
    finishEdges(kit, ground);
  }
  buildWing(kit, storeys, version);
  const rooms = buildSpaces(kit, storeys, version);
  furnishAll(kit, rooms, version);
  buildServices(kit, storeys, rooms, version);
  addLater(kit, storeys, version);
  kit.document('FW1-BSK', 'Brandschutzkonzept', 'Fire protection concept', kit.model.building);
  return { text: kit.model.finish(), counts: kit.model.counts, rooms: kit.rooms };
}

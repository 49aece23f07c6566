// Answers the protocol: one city at a time. What was computed of the roads is kept until the wish is another one.

import type { WaterAtBuilding } from '#features/fire/contract/response.ts';
import { type MaybeTransfer, type Service, Transfer } from '../port.ts';
import type { TownFiles } from '../town/client.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import { findBlocked } from './blocked.ts';
import { type Cover, findCover } from './cover.ts';
import { findDispatch } from './dispatch.ts';
import { HydrantDesk } from './hydrant-desk.ts';
import { rankTown } from './places.ts';
import type { FireResponseProtocol, OpenedTown, PlaceNews, PlaceWish } from './protocol.ts';
import { type RoadTown, readRoadTown } from './road-town.ts';
import { type StreetPoints, streetPointsOf } from './street-points.ts';

const TURN_MS = 40;

export interface ResponseTopics {
  readonly read: ReadBytes;
  readonly now: () => number;
}

interface Open {
  readonly town: RoadTown;
  readonly points: StreetPoints;
  readonly hydrants: HydrantDesk;
  /** Position of each building by its city-wide index. */
  readonly byIndex: ReadonlyMap<number, number>;
}

export function createResponseService({
  read,
  now,
}: ResponseTopics): Service<FireResponseProtocol> {
  let open: Open | undefined;
  const get = (): Open => {
    if (!open) throw new Error('No city is open for engines.');
    return open;
  };
  const buildingOf = ({ byIndex }: Open, index: number): number => {
    const building = byIndex.get(index);
    if (building === undefined) throw new Error(`The city has no building with index ${index}.`);
    return building;
  };

  async function openTown(city: TownFiles): Promise<OpenedTown> {
    const startMs = now();
    const town = await readRoadTown(read, city);
    open = {
      town,
      points: streetPointsOf(town),
      hydrants: new HydrantDesk(town),
      byIndex: new Map(Array.from(town.buildings.index, (index, at) => [index, at])),
    };
    return {
      ...{ streets: town.roads.from.length, nodes: town.roads.nodeCount },
      ...{ buildings: town.buildings.count, stations: town.stations, lacks: town.lacks },
      elapsedMs: now() - startMs,
    };
  }

  async function* places(wish: PlaceWish, signal: AbortSignal): AsyncGenerator<PlaceNews> {
    const startMs = now();
    const { town, points } = get();
    const steps = rankTown(town, findCover(town, points, wish, now), wish);
    let turnedAt = now();
    for (;;) {
      signal.throwIfAborted();
      const step = steps.next();
      if (step.done) {
        yield { kind: 'done', rows: step.value, elapsedMs: now() - startMs };
        return;
      }
      if (now() - turnedAt < TURN_MS) continue;
      yield { kind: 'progress', share: step.value };
      await new Promise((resolve) => setTimeout(resolve));
      turnedAt = now();
    }
  }

  return {
    calls: {
      open: ({ city }) => openTown(city),
      cover(wish) {
        const { town, points } = get();
        return moved(findCover(town, points, wish, now));
      },
      dispatch({ building, ...wish }) {
        const known = get();
        return findDispatch(known.town, known.points, wish, buildingOf(known, building));
      },
      blocked(fire) {
        const { town, points } = get();
        return { streets: findBlocked(town, points, fire) };
      },
      streetAt({ at }) {
        const { town } = get();
        const street = town.streetOf[town.placeOn(at).edge];
        if (street === undefined) return undefined;
        const { ids, names } = town.streets.lines;
        return { id: ids[street] ?? '', name: names[street] || (ids[street] ?? '') };
      },
      hydrants({ hydrants }) {
        get().hydrants.know(hydrants);
        return undefined;
      },
      reach({ building }) {
        const known = get();
        return known.hydrants.reach(buildingOf(known, building));
      },
      water({ building, atMs, ...parts }): WaterAtBuilding {
        const known = get();
        return known.hydrants.water(buildingOf(known, building), atMs, parts);
      },
      shortfall({ build }) {
        const found = get().hydrants.shortfall(build);
        return new Transfer(found, [found.share.buffer]);
      },
    },
    streams: { places: (wish, { signal }) => places(wish, signal) },
  };
}

/** Arrays of a frame are its own. */
function moved({ frame }: Cover): MaybeTransfer<Cover['frame']> {
  const { firstS, secondS, fullS, firstStation, streets } = frame;
  const { offsets, longitudeDeg, latitudeDeg, arriveS } = streets;
  const arrays = [firstS, secondS, fullS, firstStation, offsets, longitudeDeg, latitudeDeg];
  return new Transfer(
    frame,
    [...arrays, arriveS].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
  );
}

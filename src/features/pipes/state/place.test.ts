import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import type { OpenNetwork } from '../contract.ts';
import { keepPlaces, readPlaces } from '../session/kept-places.ts';
import { networkSources } from '../session/sources.ts';
import { pipesSlice, selectPipes, setNetworks } from '../state.ts';
import {
  addPoint,
  cancelDrawing,
  drawSection,
  finishDrawing,
  pointPlace,
  removePoint,
} from './drawing.ts';
import {
  cancelPlacing,
  endPlacing,
  forgetPlace,
  moveOf,
  placeNetwork,
  startPlacing,
} from './place.ts';
import { fromShared } from './shared.ts';

const town = (id: string, horizontal = 'EPSG:25832') =>
  ({
    manifest: {
      ...{ id, timeZone: 'UTC', crs: { horizontal, vertical: 'EPSG:5773' } },
      layers: [{ kind: 'collection', id: 'pipes-water', name: 'Water', items: 'w.geojsonl' }],
    },
    baseUrl: 'http://city/',
  }) as never;

const storage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const begin = (city = town('dropped-plan')) => {
  const store = createAppStore({ city });
  setNetworks(store, [
    { network: 'water', middle: { longitudeDeg: 1, latitudeDeg: 2, reachM: 300 } } as OpenNetwork,
    { network: 'surveyed' } as OpenNetwork,
  ]);
  return { store, state: () => selectPipes(store.getState()) };
};
const there = { longitudeDeg: 10, latitudeDeg: 54, turnDeg: 5, scale: 1, upM: 0 };

describe('placing a network by hand', () => {
  it('takes one click, or typed coordinates, for its middle', () => {
    const { store, state } = begin();
    pointPlace(store, 'water');
    addPoint(store, [10.5, 54.2]);
    expect(state().drawing).toBeUndefined();
    expect(state().moves.water).toEqual({
      ...{ longitudeDeg: 10.5, latitudeDeg: 54.2, turnDeg: 0, scale: 1, upM: 0 },
    });
    placeNetwork(store, 'water', there);
    pointPlace(store, 'water');
    addPoint(store, [11, 55]);
    expect(state().moves.water).toEqual({ ...there, longitudeDeg: 11, latitudeDeg: 55 });
    forgetPlace(store, 'water');
    expect(state().moves).toEqual({});
  });

  it('is put back to where it stood when placing began, where it is cancelled', () => {
    const { store, state } = begin();
    startPlacing(store, 'water');
    placeNetwork(store, 'water', there);
    cancelPlacing(store);
    expect(state().moves).toEqual({});
    placeNetwork(store, 'water', there);
    startPlacing(store, 'water');
    placeNetwork(store, 'water', { ...there, turnDeg: 90 });
    cancelPlacing(store);
    expect(state().moves.water).toEqual(there);
    endPlacing(store);
    expect(state().placing).toBeUndefined();
  });

  it('leaves alone what is surveyed', () => {
    const { store, state } = begin();
    expect(moveOf(state(), 'surveyed')).toBeUndefined();
    pointPlace(store, 'surveyed');
    addPoint(store, [10, 54]);
    expect(state().moves).toEqual({});
  });

  it('is kept by city, and read again with it', () => {
    const box = storage();
    const { store } = begin();
    const stop = keepPlaces(store, box);
    placeNetwork(store, 'water', there);
    expect(readPlaces(box, 'dropped-plan')).toEqual({ water: there });
    store.setState({ city: town('other') });
    expect(selectPipes(store.getState()).moves).toEqual({});
    store.setState({ city: town('dropped-plan') });
    expect(selectPipes(store.getState()).moves).toEqual({ water: there });
    stop();
    box.kept.set('panopolis.pipe-places.x', '{"water":{"longitudeDeg":999}}');
    expect(readPlaces(box, 'x')).toEqual({});
    expect(readPlaces({ ...box, getItem: () => '{' }, 'x')).toEqual({});
  });

  it('that a link shows is not kept in place of this person’s own', () => {
    const box = storage();
    box.setItem('panopolis.pipe-places.dropped-plan', JSON.stringify({ water: there }));
    const { store, state } = begin();
    const shown = { water: { ...there, turnDeg: 90 }, gas: { ...there, turnDeg: 45 } };
    const linked = fromShared({ version: 1, moves: shown });
    pipesSlice.update(store, (before) => ({ ...linked, networks: before.networks }));
    const stop = keepPlaces(store, box);
    expect(state().moves).toEqual(shown);
    placeNetwork(store, 'power', there);
    expect(readPlaces(box, 'dropped-plan')).toEqual({ water: there, power: there });
    placeNetwork(store, 'gas', there);
    expect(readPlaces(box, 'dropped-plan')).toEqual({ water: there, power: there, gas: there });
    stop();
  });

  it('goes for dropped networks, and those laid out by an origin', () => {
    const moves = { water: there };
    const moveIn = (city: never) => networkSources(city, [], moves)[0]?.move;
    expect(moveIn(town('dropped-plan'))).toEqual(there);
    expect(moveIn(town('plan', 'OGC:CRS84'))).toEqual(there);
    expect(moveIn(town('marenholm'))).toBeUndefined();
  });

  it('leaves the systems of a building model with their model', () => {
    const manifest = {
      ...{ id: 'dropped-station', crs: { horizontal: 'EPSG:25832' } },
      layers: [
        { kind: 'bim', id: 'station' },
        { kind: 'collection', id: 'pipes-storm-station-rw', name: 'RW', items: 'rw.geojsonl' },
        { kind: 'collection', id: 'pipes-water', name: 'Water', items: 'w.geojsonl' },
      ],
    };
    const guest = { id: 'dropped-station', manifest, baseUrl: 'http://city/dropped/' } as never;
    const [ofModel, other] = networkSources(undefined, [guest], {
      'dropped-station-storm-station-rw': there,
      'dropped-station-water': there,
    });
    expect(ofModel).toMatchObject({ id: 'dropped-station-storm-station-rw', isOfModel: true });
    expect(ofModel?.isPlaceable).toBeUndefined();
    expect(ofModel?.move).toBeUndefined();
    expect(other).toMatchObject({ isPlaceable: true, move: there });
  });
});

describe('drawing the line of a section', () => {
  it('goes from point to point until it is finished', () => {
    const { store, state } = begin();
    drawSection(store);
    addPoint(store, [10, 54]);
    finishDrawing(store);
    expect(state().drawing?.points).toHaveLength(1);
    addPoint(store, [10.1, 54]);
    addPoint(store, [10.2, 54]);
    removePoint(store);
    finishDrawing(store);
    expect(state()).toMatchObject({
      drawing: undefined,
      sectionLine: [
        [10, 54],
        [10.1, 54],
      ],
    });
  });

  it('keeps the line before where it is left', () => {
    const { store, state } = begin();
    drawSection(store);
    for (const place of [
      [1, 2],
      [3, 4],
    ] as const)
      addPoint(store, place);
    finishDrawing(store);
    drawSection(store);
    addPoint(store, [9, 9]);
    cancelDrawing(store);
    expect(state().sectionLine).toHaveLength(2);
  });
});

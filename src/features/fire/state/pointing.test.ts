import { beforeEach, expect, it, vi } from 'vitest';
import { type AppStore, createAppStore } from '#store/store.ts';
import { selectFire } from '../state.ts';
import {
  addPoint,
  beginPointing,
  cancelPointing,
  finishPointing,
  onPointed,
  pointAt,
  removePoint,
} from './pointing.ts';

let store: AppStore;
const pointing = () => selectFire(store.getState()).pointing;
beforeEach(() => {
  store = createAppStore();
});

it('makes a point with its one press', () => {
  const make = vi.fn();
  onPointed(store, 'engine', make);
  beginPointing(store, 'engine');
  addPoint(store, [10, 54]);
  expect(make).toHaveBeenCalledExactlyOnceWith({
    thing: 'engine',
    shape: 'point',
    points: [[10, 54]],
  });
  expect(pointing()).toBeUndefined();
});

it('makes an area of three corners at least, when it is said to be whole', () => {
  const make = vi.fn();
  onPointed(store, 'defence', make);
  beginPointing(store, 'defence');
  addPoint(store, [10, 54]);
  addPoint(store, [10.1, 54]);
  finishPointing(store);
  expect(make).not.toHaveBeenCalled();
  expect(pointing()?.points).toHaveLength(2);
  addPoint(store, [10.1, 54.1]);
  addPoint(store, [10.2, 54.1]);
  removePoint(store);
  finishPointing(store);
  expect(make).toHaveBeenCalledOnce();
  expect(make.mock.calls[0]?.[0].points).toHaveLength(3);
});

it('makes nothing of what was cancelled, and takes no points while nothing is pointed at', () => {
  const make = vi.fn();
  onPointed(store, 'zone', make);
  beginPointing(store, 'zone');
  cancelPointing(store);
  addPoint(store, [10, 54]);
  finishPointing(store);
  removePoint(store);
  expect(make).not.toHaveBeenCalled();
  expect(pointing()).toBeUndefined();
});

it('asks who said so last, and nobody once they have left', () => {
  const first = vi.fn();
  const second = vi.fn();
  const stopFirst = onPointed(store, 'release', first);
  const stopSecond = onPointed(store, 'release', second);
  stopFirst();
  pointAt(store, 'release', [10, 54]);
  stopSecond();
  pointAt(store, 'release', [10, 54]);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

it('keeps the makers of one page apart from those of another', () => {
  const make = vi.fn();
  onPointed(createAppStore(), 'engine', make);
  pointAt(store, 'engine', [10, 54]);
  expect(make).not.toHaveBeenCalled();
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDegrees, metres, toDegrees } from '#model/units.ts';
import { createAppStore } from '#store/store.ts';
import { bimSlice, changeLook, isolate, report } from '../state.ts';
import { parseCameraText, toCameraText } from './camera-text.ts';
import { applyView, deleteView, renameView, saveView } from './views.ts';

const aStore = () => {
  const store = createAppStore();
  const state = () => bimSlice.select(store.getState());
  return { store, state, names: () => state().views.map(({ name }) => name) };
};

describe('saved views', () => {
  it('keep look and camera under a name and bring both back', () => {
    const { store, state } = aStore();
    isolate(store, ['duplex/class/IfcDoor']);
    saveView(store, 'Doors');
    const { camera, look } = state().views[0]!;
    changeLook(store, { isolated: [], explodeM: 4 });
    applyView(store, state().views[0]!);
    expect(state().look).toBe(look);
    const { flight } = store.getState().camera;
    expect(toCameraText(flight!.to)).toBe(camera);
  });

  it('take the place of the view that has the name already', () => {
    const { store, state, names } = aStore();
    saveView(store, 'A');
    saveView(store, 'B');
    changeLook(store, { explodeM: 2 });
    saveView(store, 'A');
    expect(names()).toEqual(['A', 'B']);
    expect(state().views[0]!.look.explodeM).toBe(2);
    renameView(store, 'A', 'B');
    expect(names()).toEqual(['B']);
    expect(state().views[0]!.look.explodeM).toBe(2);
  });

  it('are renamed in place and deleted', () => {
    const { store, names } = aStore();
    for (const name of ['A', 'B', 'C']) saveView(store, name);
    renameView(store, 'B', 'Cellar');
    deleteView(store, 'A');
    expect(names()).toEqual(['Cellar', 'C']);
  });

  it('travel in a shared link', () => {
    const { store, state } = aStore();
    changeLook(store, { cutStorey: 'duplex/abc', cutHeightM: 1.5 });
    saveView(store, 'Plan');
    const shared: unknown = JSON.parse(JSON.stringify(bimSlice.toShared(state())));
    expect(bimSlice.fromShared(shared).views).toEqual(state().views);
  });

  it('change the look alone where the camera can not be read', () => {
    const { store, state } = aStore();
    saveView(store, 'A');
    applyView(store, { ...state().views[0]!, camera: 'up there' });
    expect(store.getState().camera.flight).toBeUndefined();
  });
});

describe('a camera as text', () => {
  it('comes back as it was, to the centimetre and the thousandth of a degree', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(
        degrees(180),
        degrees(90),
        fc.double({ min: -1e4, max: 1e7, noNaN: true }),
        degrees(90),
        (longitude, latitude, height, pitch) => {
          const pose = parseCameraText(
            toCameraText({
              position: {
                longitude: fromDegrees(longitude),
                latitude: fromDegrees(latitude),
                height: metres(height),
              },
              heading: fromDegrees(10),
              pitch: fromDegrees(pitch),
              roll: fromDegrees(0),
            }),
          )!;
          expect(toDegrees(pose.position.longitude)).toBeCloseTo(longitude, 6);
          expect(toDegrees(pose.position.latitude)).toBeCloseTo(latitude, 6);
          expect(pose.position.height).toBeCloseTo(height, 1);
          expect(toDegrees(pose.pitch)).toBeCloseTo(pitch, 2);
        },
      ),
    );
  });

  it.each([
    '',
    '1,2,3',
    '200,0,0,0,0,0',
    '0,91,0,0,0,0',
    '0,0,x,0,0,0',
    '0,0,,0,0,0',
    '1,2,3,4,5,6,7',
  ])('is nothing where it says %j', (text) => {
    expect(parseCameraText(text)).toBeUndefined();
  });
});

describe('a link that is opened in the open city', () => {
  it('adds its views to those here, its own where both have a name, and keeps what was found out', () => {
    const there = aStore();
    changeLook(there.store, { explodeM: 3 });
    for (const name of ['Plan', 'Roof']) saveView(there.store, name);
    const shared: unknown = JSON.parse(JSON.stringify(bimSlice.toShared(there.state())));
    const { store, state } = aStore();
    for (const name of ['Cellar', 'Plan']) saveView(store, name);
    report(store, { shown: 7, total: 9 });
    const taken = bimSlice.takeShared(state(), shared);
    expect(taken.views.map(({ name }) => name)).toEqual(['Cellar', 'Plan', 'Roof']);
    expect(taken.views[1]?.look.explodeM).toBe(3);
    expect(taken.look.explodeM).toBe(3);
    expect(taken.report).toEqual(state().report);
  });
});

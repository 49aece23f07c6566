import { describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { type CameraPose, flyTo, initialCamera, reportCamera } from './camera.ts';
import { createAppStore } from './store.ts';

const delft: CameraPose = {
  position: { longitude: fromDegrees(4.36), latitude: fromDegrees(52), height: metres(900) },
  heading: radians(0.3),
  pitch: fromDegrees(-40),
  roll: radians(0),
};

describe('the camera', () => {
  it('stays where it is until the globe reports the end of a flight', () => {
    const store = createAppStore();
    flyTo(store, delft);
    expect(store.getState().camera.position).toEqual(initialCamera.position);
    expect(store.getState().camera.flight).toEqual({ to: delft, durationS: 1.2 });
    reportCamera(store, delft);
    expect(store.getState().camera).toEqual({ ...delft, flight: undefined });
  });

  it('follows the latest of two flights', () => {
    const store = createAppStore();
    flyTo(store, delft);
    flyTo(store, { ...delft, heading: radians(1) }, 0);
    expect(store.getState().camera.flight).toMatchObject({ to: { heading: 1 }, durationS: 0 });
  });
});

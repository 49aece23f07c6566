import type { Geodetic } from '#model/position.ts';
import { fromDegrees, metres, type Radians, radians } from '#model/units.ts';
import type { AppStore } from './store.ts';

/** Where the eye stands and looks. Heading from north clockwise, pitch from the horizon (down is negative). */
export interface CameraState {
  readonly position: Geodetic;
  readonly heading: Radians;
  readonly pitch: Radians;
  readonly roll: Radians;
  /** Asks the globe to go there; the globe clears it by reporting where it stands. */
  readonly flight: Flight | undefined;
}

export interface Flight {
  readonly to: CameraPose;
  /** 0 jumps. */
  readonly durationS: number;
}

export type CameraPose = Pick<CameraState, 'position' | 'heading' | 'pitch' | 'roll'>;

export const initialCamera: CameraState = {
  position: { longitude: fromDegrees(10), latitude: fromDegrees(45), height: metres(2e7) },
  heading: radians(0),
  pitch: fromDegrees(-90),
  roll: radians(0),
  flight: undefined,
};

export function flyTo(store: AppStore, to: CameraPose, durationS = 1.2): void {
  store.setState(({ camera }) => ({ camera: { ...camera, flight: { to, durationS } } }));
}

/** Called by the globe when the camera has come to rest. */
export function reportCamera(store: AppStore, pose: CameraPose): void {
  store.setState({ camera: { ...pose, flight: undefined } });
}

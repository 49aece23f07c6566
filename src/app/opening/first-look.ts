import type { CityManifest } from '#contract/city-package.ts';
import { WGS84_A } from '#model/position.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import type { CameraPose } from '#store/camera.ts';

const PITCH = fromDegrees(-38);

/** Where the first look at a city stands: as its manifest says, otherwise from the south over all of it. */
export function firstLook({ view, boundsDeg, heightM }: CityManifest): CameraPose {
  if (view) {
    return {
      position: {
        longitude: fromDegrees(view.longitudeDeg),
        latitude: fromDegrees(view.latitudeDeg),
        height: metres(view.heightM),
      },
      heading: fromDegrees(view.headingDeg),
      pitch: fromDegrees(view.pitchDeg),
      roll: radians(0),
    };
  }
  const [west, south, east, north] = boundsDeg;
  const latitude = fromDegrees((south + north) / 2);
  const widthM = fromDegrees(east - west) * Math.cos(latitude) * WGS84_A;
  const depthM = fromDegrees(north - south) * WGS84_A;
  const distanceM = Math.max(300, 0.9 * Math.hypot(widthM, depthM));
  return {
    position: {
      longitude: fromDegrees((west + east) / 2),
      latitude: radians(latitude - (distanceM * Math.cos(PITCH)) / WGS84_A),
      height: metres(heightM[0] + distanceM * Math.sin(-PITCH)),
    },
    heading: radians(0),
    pitch: PITCH,
    roll: radians(0),
  };
}

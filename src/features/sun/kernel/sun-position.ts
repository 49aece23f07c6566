// Where the sun stands: geometric azimuth and elevation (no refraction), 1950–2050 within 0.01°.
// Astronomical Almanac's low-precision formulas, as in J. J. Michalsky, Solar Energy 40 (1988) 227–235.

import { type Instant, instant } from '#model/time.ts';
import { fromDegrees, type Radians, radians } from '#model/units.ts';

export interface SunBearing {
  /** From north clockwise. */
  readonly azimuth: Radians;
  /** From the horizon; negative at night. */
  readonly elevation: Radians;
}

interface Place {
  readonly longitude: Radians;
  readonly latitude: Radians;
}

const DAY_MS = 86_400_000;
const J2000 = Date.UTC(2000, 0, 1, 12);

export function findSun(moment: Instant, { longitude, latitude }: Place): SunBearing {
  const days = (moment - J2000) / DAY_MS;
  const meanLongitude = fromDegrees(280.46 + 0.9856474 * days);
  const meanAnomaly = fromDegrees(357.528 + 0.9856003 * days);
  const eclipticLongitude =
    meanLongitude +
    fromDegrees(1.915) * Math.sin(meanAnomaly) +
    fromDegrees(0.02) * Math.sin(2 * meanAnomaly);
  const obliquity = fromDegrees(23.439 - 4e-7 * days);
  const rightAscension = Math.atan2(
    Math.cos(obliquity) * Math.sin(eclipticLongitude),
    Math.cos(eclipticLongitude),
  );
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude));
  const siderealTime = fromDegrees(280.46061837 + 360.98564736629 * days);
  const hourAngle = siderealTime + longitude - rightAscension;

  const up =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north =
    Math.cos(latitude) * Math.sin(declination) -
    Math.sin(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  return {
    azimuth: radians((Math.atan2(east, north) + 2 * Math.PI) % (2 * Math.PI)),
    elevation: radians(Math.asin(Math.min(1, Math.max(-1, up)))),
  };
}

/** Elevations (rad) at `count` equal steps over the 24 hours from `start`. */
export function sunOverDay(start: Instant, place: Place, count: number): Radians[] {
  return Array.from(
    { length: count },
    (_, step) => findSun(instant(start + (DAY_MS * step) / (count - 1)), place).elevation,
  );
}

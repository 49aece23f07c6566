/** Sky at elevations of the sun in degrees, from deep night to full day. */
const skies = [
  { elevationDeg: -14, colour: 'var(--sky-night)' },
  { elevationDeg: -6, colour: 'var(--sky-twilight)' },
  { elevationDeg: 0, colour: 'var(--sky-dawn)' },
  { elevationDeg: 9, colour: 'var(--sky-day)' },
] as const;

/** CSS gradient of a day's sky from sun elevations (degrees) at equal steps, midnight to midnight. */
export function skyGradient(sunElevationsDeg: readonly number[]): string {
  const last = Math.max(1, sunElevationsDeg.length - 1);
  const stops = sunElevationsDeg.map((elevation, at) => ({
    colour: skyAt(elevation),
    share: at / last,
  }));
  // A run of one colour needs only its two ends.
  const kept = stops.filter(
    ({ colour }, at) => colour !== stops[at - 1]?.colour || colour !== stops[at + 1]?.colour,
  );
  const list = kept.map(({ colour, share }) => `${colour} ${(share * 100).toFixed(1)}%`);
  return `linear-gradient(to right, ${list.join(', ')})`;
}

function skyAt(elevationDeg: number): string {
  const [night] = skies;
  let below: (typeof skies)[number] = night;
  for (const sky of skies) {
    if (elevationDeg < sky.elevationDeg) {
      const span = sky.elevationDeg - below.elevationDeg;
      if (span === 0) return sky.colour;
      const share = Math.round(((elevationDeg - below.elevationDeg) / span) * 100);
      return `color-mix(in oklab, ${sky.colour} ${share}%, ${below.colour})`;
    }
    below = sky;
  }
  return below.colour;
}

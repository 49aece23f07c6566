/** Elevations (degrees) between which the sky turns from night over twilight and dawn to day. */
const skies = [
  { below: -12, colour: 'var(--sky-night)' },
  { below: -4, colour: 'var(--sky-twilight)' },
  { below: 6, colour: 'var(--sky-dawn)' },
  { below: Number.POSITIVE_INFINITY, colour: 'var(--sky-day)' },
];

/** CSS gradient of a day's sky from sun elevations at equal steps, midnight to midnight. */
export function skyGradient(sunElevationsDeg: readonly number[]): string {
  const last = Math.max(1, sunElevationsDeg.length - 1);
  const stops: string[] = [];
  let former: string | undefined;
  sunElevationsDeg.forEach((elevation, at) => {
    const colour = skies.find(({ below }) => elevation < below)?.colour ?? '';
    const isKept = colour !== former || at === last;
    if (isKept) stops.push(`${colour} ${((at / last) * 100).toFixed(1)}%`);
    former = colour;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

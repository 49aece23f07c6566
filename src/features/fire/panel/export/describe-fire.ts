// What every file says of the fire that it is of: simulated, by what, for which wind, and what it is not for.

import type { FireScenario } from '../../contract.ts';
import { isWeatherAssumed } from '../../state/weather.ts';
import type { Exported } from './use-exported.ts';

export function describeFire({
  fire,
  timeS,
  city,
  spread,
}: Exported): Readonly<Record<string, string>> {
  return {
    CITY: city,
    FIRE: fire.name,
    NATURE: 'simulated',
    PURPOSE: 'screening, not for life-safety decisions',
    MODEL: spread.model.name.en,
    VALIDITY: spread.model.range.en,
    START_UTC: new Date(fire.startMs).toISOString(),
    TIME_S: String(Math.round(timeS)),
    WIND: fire.wind
      .map(({ fromS, speedMs, fromRad }) => {
        const degrees = Math.round((fromRad * 180) / Math.PI);
        return `${speedMs.toFixed(1)} m/s from ${((degrees % 360) + 360) % 360}° since ${Math.round(fromS)} s`;
      })
      .join('; '),
    WIND_SOURCE:
      fire.air.source.kind === 'station'
        ? `${fire.air.source.name}, ${new Date(fire.air.source.timeMs).toISOString()}`
        : isWeatherAssumed(fire)
          ? 'assumed, no station was heard'
          : 'set by a person',
  };
}

/** `fire-in-school-street-t0120-map.geojson` */
export function fileName({ name }: FireScenario, what: string, ending: string, timeS: number) {
  const minutes = Math.round(timeS / 60);
  const digits = (value: number) => String(value).padStart(2, '0');
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  const time = `t${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}`;
  return `${plain || 'fire'}-${time}-${what}.${ending}`;
}

import type { UtilityNetwork } from '#model/utility-network.ts';
import { useAppState } from '#store/use-store.tsx';
import type { PlanPlace } from '../../contract/section.ts';
import { utilityColour } from '../../kernel/palettes.ts';
import { elementOf } from '../../state/selected.ts';
import { selectPipes } from '../../state.ts';

/** Folder of the city's terrain tiles; undefined where it has none. */
export const useTerrainUrl = (): string | undefined =>
  useAppState(({ city }) => {
    const terrain = city?.manifest.layers.find((layer) => layer.kind === 'terrain');
    return city && terrain ? new URL(`${terrain.tiles}/`, city.baseUrl).href : undefined;
  });

/** Keys of the selected elements of networks, as one text so that equal selections are the same. */
export function useSelectedKeys(): readonly string[] {
  const joined = useAppState(({ selection }) =>
    selection
      .filter((one) => elementOf(one) !== undefined)
      .map(({ id }) => id)
      .join('\n'),
  );
  return joined === '' ? [] : joined.split('\n');
}

export function useUtilityColour(): (utility: UtilityNetwork) => string {
  const { palette } = useAppState(selectPipes).look;
  return (utility) => `#${utilityColour(palette, utility).toString(16).padStart(6, '0')}`;
}

const degrees = 180 / Math.PI;
const radiusM = 6_371_000;

/** A line across what the camera looks at, from left to right. */
export function useViewLine(lengthM: number): {
  readonly middle: PlanPlace;
  readonly from: PlanPlace;
  readonly to: PlanPlace;
} {
  const camera = useAppState((state) => state.camera);
  const { longitude, latitude, height } = camera.position;
  const tilt = Math.min(-0.05, camera.pitch);
  const ahead = Math.min(height / Math.tan(-tilt), 50_000);
  const step = (from: PlanPlace, heading: number, distance: number): PlanPlace => [
    from[0] + ((Math.sin(heading) * distance) / (radiusM * Math.cos(from[1] / degrees))) * degrees,
    from[1] + ((Math.cos(heading) * distance) / radiusM) * degrees,
  ];
  const middle = step([longitude * degrees, latitude * degrees], camera.heading, ahead);
  return {
    middle,
    from: step(middle, camera.heading - Math.PI / 2, lengthM / 2),
    to: step(middle, camera.heading + Math.PI / 2, lengthM / 2),
  };
}

/** `54.2921, 10.6213` as longitude and latitude; undefined where it is no place. */
export function parsePlace(text: string): PlanPlace | undefined {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  const [latitude, longitude] = parts.map(Number);
  if (parts.length !== 2 || latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : undefined;
}

export const placeText = ([longitude, latitude]: PlanPlace): string =>
  `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;

import type { Text } from '#model/text.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { type PlacedModel, placementOf, readingOf } from '../state/model-place.ts';

type Vector = readonly [number, number, number];

/** Less is not written: three digits after the point are shown. */
const LEAST_M = 0.0005;
const { directions } = messages;
const compass = [
  [directions.east, directions.west],
  [directions.north, directions.south],
  [directions.up, directions.down],
] as const;

/** A way in a model's frame as a person on the ground would say it; along the file's axes where it stands nowhere. */
export function nameWay(
  wayM: Vector,
  placed: PlacedModel | undefined,
  metres: (value: number) => string,
): readonly Text[] {
  if (!placed || (!placed.source.placement && readingOf(placed).source === 'none')) {
    return nameFileWay(wayM, metres);
  }
  const ways = toGround(wayM, placementOf(placed)).map((value, axis) => {
    const [forth, back] = compass[axis] ?? compass[0];
    return { value: Math.abs(value), write: value < 0 ? back : forth };
  });
  const seen = ways.filter(({ value }) => value >= LEAST_M);
  return seen.map(({ value, write }) => write(metres(value)));
}

/** Along the axes that the file has itself. */
export const nameFileWay = (wayM: Vector, metres: (value: number) => string): readonly Text[] =>
  wayM.flatMap((value, axis) => {
    const text = `${'xyz'[axis]} ${metres(value)}`;
    return Math.abs(value) < LEAST_M ? [] : [{ en: text, zh: text }];
  });

/** East, north, up. */
function toGround(
  [x, y, z]: Vector,
  { rotationDeg, scale, upScale = scale }: ReturnType<typeof placementOf>,
): Vector {
  const turn = (rotationDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [scale * (x * cos - y * sin), scale * (x * sin + y * cos), upScale * z];
}

// Places in degrees, and as people type them: longitude, latitude; several apart by semicolons or lines.

export type PlaceDeg = readonly [longitudeDeg: number, latitudeDeg: number];

/** Undefined where any of them is none, or where there are none. */
export function parsePlaces(text: string): readonly PlaceDeg[] | undefined {
  const parts = text
    .split(/[;\n；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const places = parts.flatMap((part) => {
    const place = parsePlace(part);
    return place ? [place] : [];
  });
  return places.length === parts.length && parts.length > 0 ? places : undefined;
}

function parsePlace(text: string): PlaceDeg | undefined {
  const numbers = text.split(/[\s,，]+/).map(Number);
  const [longitude, latitude, more] = numbers;
  if (longitude === undefined || latitude === undefined || more !== undefined) return undefined;
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) return undefined;
  return [longitude, latitude];
}

export const placeText = ([longitude, latitude]: PlaceDeg): string =>
  `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;

/** `Den Haag 01.city.json` → `Den Haag 01`. */
export const toCityName = (file: string): string =>
  file
    .replace(/(\.(city|gz|jsonl?|geojson|ifc|ifczip|zip|inp|shp|fgb|json))+$/i, '')
    .replaceAll('_', ' ')
    .trim() || file;

/** `dropped-` keeps it apart from a city of the same name on the server. */
export function toDroppedId(file: string): string {
  const plain = toCityName(file).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return `dropped-${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'city'}`;
}

// Roads and rails from the deepest tunnel to the highest bridge; on each level all edges before all surfaces,
// so that streets of one level run into each other and streets of a higher one cross over.

import type { DrawnFeature, MapTile } from './map-tile.ts';
import { palette } from './palette.ts';
import type { Pen } from './pen.ts';
import {
  crossingStyle,
  type LineStyle,
  markingStyle,
  PAVEMENT_ZOOM,
  roadStyles,
  transitStyles,
} from './style.ts';

interface Styled {
  readonly style: LineStyle;
  readonly lines: readonly DrawnFeature[];
}

export function paintRoads(tile: MapTile, pen: Pen): void {
  const roads = byStyle(tile.of('roads'), roadStyles, pen.view.zoom);
  // In newer archives rails are among the roads.
  const rails = byStyle([...tile.of('roads'), ...tile.of('transit')], transitStyles, pen.view.zoom);
  for (const { style, lines } of [...roads, ...rails]) {
    pen.stroke(lines.filter(isTunnel), style, 'tunnel');
  }
  paintPavements(roads, pen, isGround);
  for (const { style, lines } of roads) pen.stroke(lines.filter(isGround), style, 'casing');
  for (const { style, lines } of roads) pen.stroke(lines.filter(isGround), style, 'line');
  paintMarkings(roads, pen, isGround);
  pen.stroke(tile.of('roads').filter(isCrossing), crossingStyle, 'line');
  for (const { style, lines } of rails) pen.stroke(lines.filter(isGround), style, 'line');
  const all = [...roads, ...rails];
  for (const level of levelsOf(all)) {
    const onLevel = (drawn: DrawnFeature) => isBridge(drawn) && levelOf(drawn) === level;
    for (const { style, lines } of all) {
      pen.stroke(lines.filter(onLevel), style, 'bridge', palette.bridgeEdge);
    }
    paintPavements(roads, pen, onLevel);
    for (const { style, lines } of roads) pen.stroke(lines.filter(onLevel), style, 'casing');
    for (const { style, lines } of all) pen.stroke(lines.filter(onLevel), style, 'line');
    paintMarkings(roads, pen, onLevel);
  }
}

function paintPavements(
  roads: readonly Styled[],
  pen: Pen,
  isWanted: (drawn: DrawnFeature) => boolean,
): void {
  if (pen.view.zoom < PAVEMENT_ZOOM) return;
  for (const { style, lines } of roads) {
    const lined = lines.filter(
      (drawn) => drawn.feature.properties.has_pavements === true && isWanted(drawn),
    );
    pen.stroke(lined, style, 'pavement', palette.pavement);
  }
}

function paintMarkings(
  roads: readonly Styled[],
  pen: Pen,
  isWanted: (drawn: DrawnFeature) => boolean,
): void {
  for (const { style, lines } of roads) {
    if (!style.kinds.some((kind) => markingStyle.kinds.includes(kind))) continue;
    // A slip road has one lane.
    const two = lines.filter((drawn) => isWanted(drawn) && !drawn.feature.properties.is_link);
    pen.stroke(two, markingStyle, 'line');
  }
}

const isTunnel = ({ feature }: DrawnFeature) => feature.properties.is_tunnel === true;
const isCrossing = ({ feature: { shape, properties } }: DrawnFeature) =>
  shape === 'line' && properties.kind_detail === crossingStyle.kinds[0];
const isBridge = ({ feature }: DrawnFeature) =>
  feature.properties.is_bridge === true && feature.properties.is_tunnel !== true;
const isGround = (drawn: DrawnFeature) => !isTunnel(drawn) && !isBridge(drawn);
const levelOf = ({ feature }: DrawnFeature) => Number(feature.properties.level ?? 1);

function levelsOf(styled: readonly Styled[]): number[] {
  const levels = new Set(styled.flatMap(({ lines }) => lines.filter(isBridge).map(levelOf)));
  return Array.from(levels).sort((a, b) => a - b);
}

/** Sidings and yards would be one dark lump further out. */
const SIDING_ZOOM = 14;

function byStyle(
  lines: readonly DrawnFeature[],
  styles: readonly LineStyle[],
  zoom: number,
): Styled[] {
  const groups = new Map<string, DrawnFeature[]>();
  for (const drawn of lines) {
    const { shape, properties } = drawn.feature;
    if (shape !== 'line' || (properties.is_service === true && zoom < SIDING_ZOOM)) continue;
    const kind = kindOf(properties.kind, properties.kind_detail);
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    group.push(drawn);
  }
  return styles.map((style) => ({
    style,
    lines: style.kinds.flatMap((kind) => groups.get(kind) ?? []),
  }));
}

/** Roads are told apart by their detail, rails by their kind; newer archives call every rail `rail`. */
function kindOf(kind: unknown, detail: unknown): string {
  if (kind === 'rail' || detail === undefined) return String(detail ?? kind);
  return String(detail);
}

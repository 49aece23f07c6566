// How far the vertices of a built city lie from where proj4 and the geoid put those of its source.

import { readFileSync } from 'node:fs';
import type { ReadTile } from '#conversion/gltf/read-glb.ts';
import { createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import type { Geoid } from '#model/geoid.ts';
import { toEcef } from '#model/position.ts';
import { metres, radians } from '#model/units.ts';

const CELL_M = 0.05;

/** Greatest distance (mm) from a vertex of the tiles to the nearest vertex of the source. */
export function measurePlacement(source: string, tiles: readonly ReadTile[], geoid: Geoid): number {
  const cells = indexVertices(source, geoid);
  let worst = 0;
  for (const { positions } of tiles) {
    for (let at = 0; at < positions.length; at += 3) {
      const nearest = findNearest(cells, positions.subarray(at, at + 3));
      worst = Math.max(worst, nearest);
    }
  }
  return worst * 1000;
}

type Cells = ReadonlyMap<string, readonly number[]>;

function indexVertices(path: string, geoid: Geoid): Cells {
  const { vertices, transform, metadata } = JSON.parse(readFileSync(path, 'utf8'));
  const crs = parseCrs(metadata.referenceSystem);
  if (!crs.ok) throw new Error(crs.reason);
  const place = createToGeodetic(crs.value, geoid, { axes: 'east-north' });
  const cells = new Map<string, number[]>();
  const position = new Float64Array(3);
  for (const vertex of vertices) {
    for (let axis = 0; axis < 3; axis++) {
      position[axis] = vertex[axis] * transform.scale[axis] + transform.translate[axis];
    }
    place(position, position);
    const { x, y, z } = toEcef({
      longitude: radians(position[0]!),
      latitude: radians(position[1]!),
      height: metres(position[2]!),
    });
    const key = [x, y, z].map((value) => Math.floor(value / CELL_M)).join(' ');
    const cell = cells.get(key);
    if (cell) cell.push(x, y, z);
    else cells.set(key, [x, y, z]);
  }
  return cells;
}

/** Looks in the cell of the position and its 26 neighbours; infinite where none holds a vertex. */
function findNearest(cells: Cells, [x = 0, y = 0, z = 0]: Float64Array): number {
  let nearest = Number.POSITIVE_INFINITY;
  const [cx, cy, cz] = [x, y, z].map((value) => Math.floor(value / CELL_M)) as [
    number,
    number,
    number,
  ];
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dz = -1; dz <= 1; dz++) {
        const cell = cells.get(`${cx + dx} ${cy + dy} ${cz + dz}`) ?? [];
        for (let at = 0; at < cell.length; at += 3) {
          nearest = Math.min(
            nearest,
            Math.hypot(cell[at]! - x, cell[at + 1]! - y, cell[at + 2]! - z),
          );
        }
      }
    }
  }
  return nearest;
}

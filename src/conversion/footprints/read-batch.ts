// GeoJSON footprints → walls, roof and (where raised) floor, standing on the ground.

import { toObject } from '../cityjson/header.ts';
import { SURFACE } from '../geometry/surface-class.ts';
import type { Batch, FootprintInput } from '../input.ts';
import { parseBatch } from '../json/parse-batch.ts';
import type { ReadContext } from '../workshop.ts';
import { findHeight } from './height.ts';
import { type Outline, toOutlines } from './outline.ts';

export function readFootprintBatch(
  batch: Batch,
  input: FootprintInput,
  context: ReadContext,
): void {
  for (const { value, offset } of parseBatch(batch, context.open.source)) {
    readFootprint(toObject(value), offset, input, context);
  }
}

function readFootprint(
  feature: Record<string, unknown>,
  offset: number,
  input: FootprintInput,
  { open, mesh, findings, emit }: ReadContext,
): void {
  const properties = toObject(feature.properties);
  const id = toId(feature, properties, offset);
  const outlines = toOutlines(feature.geometry, id, input.file);
  if (!outlines) {
    findings.add('geometry-not-polygon', id);
    return;
  }
  const placed = placeOutlines(outlines, open);
  const height = findHeight(properties, placed.areaM2, input.heights);
  if (height.origin === 'assumed') findings.add('height-assumed', id);
  else if (height.origin === 'storeys') findings.add('height-from-levels', id);
  mesh.begin({ place: (x, y, z, to) => open.placement.place(x, y, z + placed.shift, to) });
  for (const outline of outlines)
    extrude(outline, height.bottomM, height.topM, { mesh, findings, id });
  if (mesh.isEmpty) {
    findings.add('feature-no-surface', id);
    return;
  }
  emit({
    id,
    objectClass: 'Building',
    attributes: {
      ...properties,
      // Always a number, also where the source wrote it as text.
      height: height.topM,
      height_origin: height.origin,
    },
  });
}

function toId(
  feature: Record<string, unknown>,
  properties: Record<string, unknown>,
  offset: number,
): string {
  const { id } = feature;
  const own = id ?? properties.id ?? properties['@id'] ?? properties.osm_id ?? properties.fid;
  return own === undefined || own === null ? `footprint-${offset}` : String(own);
}

const placedVertex = new Float64Array(6);

/** The lowest ground along the outlines as a shift of the source's heights, and the area that they cover. */
function placeOutlines(
  outlines: readonly Outline[],
  { placement, surroundings }: ReadContext['open'],
) {
  let lowest = Number.POSITIVE_INFINITY;
  let areaM2 = 0;
  for (const outline of outlines) {
    for (const [number, ring] of outline.entries()) {
      let twice = 0;
      let x0 = 0;
      let y0 = 0;
      let px = 0;
      let py = 0;
      for (let at = 0; at < ring.length; at += 2) {
        placement.place(ring[at]!, ring[at + 1]!, 0, placedVertex);
        const longitude = placedVertex[3]!;
        const latitude = placedVertex[4]!;
        const ground = surroundings.ground?.(longitude, latitude);
        if (ground !== undefined) lowest = Math.min(lowest, ground - placedVertex[5]!);
        const x = longitude * Math.cos(latitude) * 6371000;
        const y = latitude * 6371000;
        if (at === 0) {
          x0 = x;
          y0 = y;
        } else twice += (px - x0) * (y - y0) - (x - x0) * (py - y0);
        px = x;
        py = y;
      }
      areaM2 += (number === 0 ? 0.5 : -0.5) * Math.abs(twice);
    }
  }
  // Without terrain the ground is the zero of the source's height system: the geoid.
  return { shift: Number.isFinite(lowest) ? lowest : 0, areaM2 };
}

interface Into extends Pick<ReadContext, 'mesh' | 'findings'> {
  readonly id: string;
}

function extrude(outline: Outline, bottom: number, top: number, into: Into): void {
  const { mesh, findings, id } = into;
  for (const ring of outline) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      mesh.beginSurface();
      mesh.addVertex(ring[at]!, ring[at + 1]!, bottom);
      mesh.addVertex(ring[at + 2]!, ring[at + 3]!, bottom);
      mesh.addVertex(ring[at + 2]!, ring[at + 3]!, top);
      mesh.addVertex(ring[at]!, ring[at + 1]!, top);
      mesh.endRing();
      mesh.endSurface(SURFACE.wall, 0);
    }
  }
  const cap = (height: number, isReversed: boolean) => {
    mesh.beginSurface();
    for (const ring of outline) {
      for (let step = 0; step < ring.length; step += 2) {
        const at = isReversed ? ring.length - 2 - step : step;
        mesh.addVertex(ring[at]!, ring[at + 1]!, height);
      }
      mesh.endRing();
    }
    const fault = mesh.endSurface(isReversed ? SURFACE.ground : SURFACE.roof, 0);
    if (fault) findings.add(fault === 'no-area' ? 'surface-no-area' : 'surface-few-vertices', id);
  };
  cap(top, false);
  if (bottom > 0) cap(bottom, true);
}

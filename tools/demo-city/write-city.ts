// The town as CityJSON 2.0: buildings, bridges and trees (templates), with materials.

import { bridges } from './bridges.ts';
import { groundLevel } from './landscape.ts';
import { materialNames, materials } from './materials.ts';
import { site, toMap } from './site.ts';
import type { Point3, Surface } from './solids.ts';
import type { Town } from './town.ts';
import { treeTemplates } from './tree-templates.ts';

const millimetre = 0.001;

/** Vertices stored once each, as whole millimetres from the town's corner. */
class VertexList {
  readonly vertices: [number, number, number][] = [];
  readonly translate: readonly [number, number, number];
  readonly #known = new Map<string, number>();
  constructor(translate: readonly [number, number, number]) {
    this.translate = translate;
  }
  add({ x, y, z }: Point3): number {
    const [east, north, up] = this.translate;
    const vertex: [number, number, number] = [
      Math.round((x - east) / millimetre),
      Math.round((y - north) / millimetre),
      Math.round((z - up) / millimetre),
    ];
    const key = vertex.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.vertices.push(vertex);
    this.#known.set(key, this.vertices.length - 1);
    return this.vertices.length - 1;
  }
}

function toSolid(surfaces: readonly Surface[], vertices: VertexList) {
  const kinds = [...new Set(surfaces.map(({ kind }) => kind))];
  return {
    type: 'Solid',
    lod: '2.0',
    boundaries: [surfaces.map(({ ring }) => [ring.map((point) => vertices.add(point))])],
    semantics: {
      surfaces: kinds.map((type) => ({ type })),
      values: [surfaces.map(({ kind }) => kinds.indexOf(kind))],
    },
    material: {
      facade: { values: [surfaces.map(({ material }) => materialNames.indexOf(material))] },
    },
  };
}

/** No two neighbours alike: one of its kind's growths, turned, wide or slender, by the tree's own number. */
function growAt(
  index: number,
  { kind, heightM }: Town['trees'][number],
  templates: ReturnType<typeof treeTemplates>,
) {
  const growths = templates.flatMap((template, at) => (template.kind === kind ? [at] : []));
  const share = (step: number) => ((index + 1) * step) % 1;
  const turn = 2 * Math.PI * share(0.618034);
  const wide = heightM * (0.82 + 0.42 * share(0.754878));
  const [cos, sin] = [Math.cos(turn) * wide, Math.sin(turn) * wide].map(
    (value) => Math.round(value * 1000) / 1000,
  ) as [number, number];
  const high = Math.round(heightM * 1000) / 1000;
  return {
    template: growths[Math.floor(share(0.56984) * growths.length)] ?? 0,
    matrix: [cos, -sin, 0, 0, sin, cos, 0, 0, 0, 0, high, 0, 0, 0, 0, 1],
  };
}

/** The whole city model, ready for `JSON.stringify`. */
export function toCityJson(town: Town, seed: string): unknown {
  const vertices = new VertexList([site.origin.x - 2000, site.origin.y - 2000, -20]);
  const objects: Record<string, unknown> = {};
  for (const { id, attributes, surfaces } of town.buildings) {
    objects[id] = { type: 'Building', attributes, geometry: [toSolid(surfaces, vertices)] };
  }
  for (const { id, name, surfaces } of bridges()) {
    objects[id] = { type: 'Bridge', attributes: { name }, geometry: [toSolid(surfaces, vertices)] };
  }
  const templates = treeTemplates();
  for (const [index, tree] of town.trees.entries()) {
    const { x, y } = toMap(tree.at);
    const { template, matrix } = growAt(index, tree, templates);
    const size = tree.heightM;
    objects[`TREE-${String(index + 1).padStart(5, '0')}`] = {
      type: 'SolitaryVegetationObject',
      attributes: { species: tree.kind, measuredHeight: Math.round(size * 10) / 10 },
      geometry: [
        {
          type: 'GeometryInstance',
          template,
          boundaries: [vertices.add({ x, y, z: groundLevel(tree.at) })],
          transformationMatrix: matrix,
        },
      ],
    };
  }
  return {
    type: 'CityJSON',
    version: '2.0',
    metadata: {
      title: `${site.name}, an invented town (seed ${seed})`,
      referenceSystem: `https://www.opengis.net/def/crs-compound?1=https://www.opengis.net/def/crs/EPSG/0/${site.crs.slice(5)}&2=https://www.opengis.net/def/crs/EPSG/0/${site.verticalCrs.slice(5)}`,
    },
    transform: { scale: [millimetre, millimetre, millimetre], translate: vertices.translate },
    appearance: {
      'default-theme-material': 'facade',
      materials: materialNames.map((name) => ({ name, diffuseColor: materials[name] })),
    },
    'geometry-templates': {
      templates: templates.map(({ geometry }) => geometry),
      'vertices-templates': templates[0]?.vertices ?? [],
    },
    CityObjects: objects,
    vertices: vertices.vertices,
  };
}

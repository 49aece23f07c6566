// One tile of a flood on the globe: where it lies, and the command that draws it.

import {
  BoundingSphere,
  Cartesian2,
  Cartesian3,
  DrawCommand,
  Matrix4,
  Pass,
  PrimitiveType,
} from 'cesium';
import { FLOOD_TILE, type FloodRaster } from './flood-format.ts';
import { frameOfTile } from './flood-frame-of-tile.ts';
import type { FloodKit } from './flood-kit.ts';
import type { MeshStep } from './flood-mesh.ts';

export type FloodUniforms = Readonly<Record<string, () => unknown>>;

export class FloodTile {
  readonly sphere: BoundingSphere;
  readonly #kit: FloodKit;
  readonly #owner: object;
  readonly #uniforms: FloodUniforms;
  readonly #matrix: Matrix4;
  readonly #commands = new Map<MeshStep, DrawCommand>();
  #step: MeshStep = 1;

  constructor(
    kit: FloodKit,
    owner: object,
    shared: FloodUniforms,
    raster: FloodRaster,
    column: number,
    row: number,
  ) {
    this.#kit = kit;
    this.#owner = owner;
    const [least, greatest] = bedRange(raster, column, row);
    const base = (least + greatest) / 2;
    const frame = frameOfTile(raster.lattice, column, row, base);
    const { x, y, z } = frame.middle;
    const middle = new Cartesian3(x, y, z);
    // Water stands above the bed by no more than its relief and some metres.
    this.sphere = new BoundingSphere(middle, frame.radiusM + (greatest - least) + 10);
    this.#matrix = Matrix4.fromTranslation(middle);
    const constant = (value: unknown) => () => value;
    const vector = ([a, b, c]: readonly [number, number, number]) =>
      constant(new Cartesian3(a, b, c));
    this.#uniforms = {
      ...shared,
      u_firstCell: constant(new Cartesian2(column, row)),
      u_northWest: vector(frame.northWest),
      u_northEast: vector(frame.northEast),
      u_southWest: vector(frame.southWest),
      u_southEast: vector(frame.southEast),
      u_up: vector(frame.up),
      u_base: constant(base),
      // `share · (1 − share)` is a quarter in the middle.
      u_bulge: constant(new Cartesian2(...frame.bulge)),
      u_tile: constant(FLOOD_TILE),
      u_step: () => this.#step,
    };
  }

  command(step: MeshStep): DrawCommand {
    this.#step = step;
    const known = this.#commands.get(step);
    if (known) return known;
    const command = new DrawCommand({
      owner: this.#owner,
      vertexArray: this.#kit.meshOf(step),
      shaderProgram: this.#kit.program,
      renderState: this.#kit.renderState,
      uniformMap: this.#uniforms,
      primitiveType: PrimitiveType.TRIANGLES,
      pass: Pass.TRANSLUCENT,
      cull: true,
      modelMatrix: this.#matrix,
      boundingVolume: this.sphere,
      pickId: 'u_pick',
    });
    this.#commands.set(step, command);
    return command;
  }
}

/** Least and greatest bed of the tile, m; zero where nothing is known. */
function bedRange({ width, height, zM }: FloodRaster, column: number, row: number) {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  const [lastColumn, lastRow] = [
    Math.min(width, column + FLOOD_TILE),
    Math.min(height, row + FLOOD_TILE),
  ];
  for (let y = row; y < lastRow; y++) {
    for (let x = column; x < lastColumn; x++) {
      const bed = zM[y * width + x]!;
      if (bed < least) least = bed;
      if (bed > greatest) greatest = bed;
    }
  }
  return least <= greatest ? ([least, greatest] as const) : ([0, 0] as const);
}

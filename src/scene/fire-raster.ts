// A raster of values on the ground as one primitive of the scene: one box, one texture, whatever its size.

import {
  Cartesian2,
  Cartesian3,
  Cartesian4,
  type DrawCommand,
  PixelDatatype,
  PixelFormat,
  Sampler,
  type Scene,
  type ShaderProgram,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  type VertexArray,
} from 'cesium';
import { contextOf, type FrameState } from './cesium-inside.ts';
import { boxAttributes, boxVertexShader, cubeCorners, cubeIndices } from './fire-ground-shader.ts';
import { fireMesh, fireProgram, groundBox, pixelAtOneMetre, sphereOfBox } from './fire-kit.ts';
import { firePlane } from './fire-place.ts';
import { MOST_LIMITS, NOTHING, rasterFragmentShader } from './fire-raster-shader.ts';

type Place = readonly [longitudeDeg: number, latitudeDeg: number];

/** Values row by row from the north-west corner; not a number where there is none. It may stand turned on the map. */
export interface FireRasterValues {
  readonly columns: number;
  readonly rows: number;
  readonly northWest: Place;
  readonly northEast: Place;
  readonly southWest: Place;
  readonly values: Float32Array;
}

export interface FireRasterPaint {
  /** Ascending, at most ten; one colour more than limits. Without a scale: values are codes of colours. */
  readonly limits: readonly number[];
  /** sRGB and alpha, 0 … 1. */
  readonly colours: readonly (readonly [number, number, number, number])[];
  readonly line: readonly [number, number, number, number];
  readonly scale: 'linear' | 'logarithmic' | 'named';
}

/** Of the ground above the ellipsoid, m. */
export interface GroundRange {
  readonly leastM: number;
  readonly greatestM: number;
}

/** A primitive of the scene; nothing to be picked, so that what lies below can be. */
export class FireRaster {
  show = true;
  opacity = 1;
  readonly #scene: Scene;
  readonly #program: ShaderProgram;
  readonly #mesh: VertexArray;
  readonly #limits = new Array<number>(MOST_LIMITS).fill(0);
  readonly #colours = Array.from({ length: MOST_LIMITS + 1 }, () => new Cartesian4());
  readonly #line = new Cartesian4();
  #texture: Texture | undefined;
  #size = '';
  #command: DrawCommand | undefined;
  #count = 0;
  #scale: FireRasterPaint['scale'] = 'linear';
  #pixel = 0.001;
  #isGone = false;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#program = fireProgram(scene, boxVertexShader, rasterFragmentShader, boxAttributes);
    this.#mesh = fireMesh(scene, { corners: cubeCorners, indices: cubeIndices, floats: 3 });
  }

  /** Undefined takes it away. `ground`: between what the terrain lies there. */
  set(raster: FireRasterValues | undefined, ground: GroundRange): void {
    if (!raster) {
      this.#texture?.destroy();
      this.#texture = undefined;
      this.#command = undefined;
      return;
    }
    const { columns, rows, values } = raster;
    if (values.length !== columns * rows) {
      throw new Error(`A raster has ${values.length} values; expected ${columns} × ${rows}.`);
    }
    this.#upload(columns, rows, values);
    this.#command = this.#commandOf(raster, ground);
  }

  get hasValues(): boolean {
    return this.#command !== undefined;
  }

  setPaint({ limits, colours, line, scale }: FireRasterPaint): void {
    this.#count = Math.min(MOST_LIMITS, scale === 'named' ? colours.length - 1 : limits.length);
    for (let at = 0; at < MOST_LIMITS; at++) this.#limits[at] = limits[at] ?? 1e30;
    for (const [at, to] of this.#colours.entries()) {
      Cartesian4.fromElements(...(colours[at] ?? ([0, 0, 0, 0] as const)), to);
    }
    Cartesian4.fromElements(...line, this.#line);
    this.#scale = scale;
  }

  update(frameState: FrameState): void {
    const { passes, commandList } = frameState;
    if (!this.show || !this.#command || this.opacity <= 0) return;
    if (!passes.render) return;
    this.#pixel = pixelAtOneMetre(this.#scene, frameState);
    commandList.push(this.#command);
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#isGone = true;
    this.#texture?.destroy();
    this.#mesh.destroy();
    this.#program.destroy();
  }

  #upload(width: number, height: number, values: Float32Array): void {
    const source = { width, height, arrayBufferView: knownOnly(values) };
    const size = `${width} × ${height}`;
    if (this.#texture && size === this.#size) {
      this.#texture.copyFrom({ source });
      return;
    }
    this.#texture?.destroy();
    this.#size = size;
    this.#texture = new Texture({
      context: contextOf(this.#scene),
      ...{ width, height, source, flipY: false },
      pixelFormat: PixelFormat.RED,
      pixelDatatype: PixelDatatype.FLOAT,
      sampler: new Sampler({
        minificationFilter: TextureMinificationFilter.NEAREST,
        magnificationFilter: TextureMagnificationFilter.NEAREST,
      }),
    });
  }

  #commandOf(raster: FireRasterValues, { leastM, greatestM }: GroundRange): DrawCommand {
    const { columns, rows } = raster;
    const plane = firePlane(...raster.northWest, leastM);
    const northWest = plane.toPlane(...raster.northWest);
    const northEast = plane.toPlane(...raster.northEast);
    const southWest = plane.toPlane(...raster.southWest);
    const across = Cartesian2.fromElements(northEast.x - northWest.x, northEast.y - northWest.y);
    const down = Cartesian2.fromElements(southWest.x - northWest.x, southWest.y - northWest.y);
    const area = across.x * down.y - across.y * down.x;
    const toCells = new Cartesian4(
      (columns * down.y) / area,
      (-columns * down.x) / area,
      (-rows * across.y) / area,
      (rows * across.x) / area,
    );
    const xs = [0, across.x, down.x, across.x + down.x];
    const ys = [0, across.y, down.y, across.y + down.y];
    // The ground falls away below the plane as the Earth curves.
    const reach = Math.hypot(across.x + down.x, across.y + down.y);
    const dropM = reach ** 2 / 12.7e6;
    const least = new Cartesian3(Math.min(...xs), Math.min(...ys), -dropM);
    const greatest = new Cartesian3(Math.max(...xs), Math.max(...ys), greatestM - leastM);
    const size = new Cartesian2(columns, rows);
    const origin = new Cartesian2(northWest.x, northWest.y);
    return groundBox({
      ...{ owner: this, mesh: this.#mesh, program: this.#program },
      uniforms: {
        u_pixel: () => this.#pixel,
        u_least: () => least,
        u_greatest: () => greatest,
        u_values: () => this.#texture,
        u_size: () => size,
        u_northWest: () => origin,
        u_toCells: () => toCells,
        u_count: () => this.#count,
        u_limits: () => this.#limits,
        u_colours: () => this.#colours,
        u_line: () => this.#line,
        u_isLogarithmic: () => Number(this.#scale === 'logarithmic'),
        u_isNamed: () => Number(this.#scale === 'named'),
        u_opacity: () => this.opacity,
      },
      modelMatrix: plane.matrix,
      sphere: sphereOfBox(least, greatest, plane.matrix),
    });
  }
}

/** The shader reads a number that it takes for unknown. */
function knownOnly(values: Float32Array): Float32Array {
  const texels = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    texels[at] = Number.isFinite(value) ? value : NOTHING;
  }
  return texels;
}

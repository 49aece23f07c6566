// One tile of pipes on the graphics card: rows of instances, uploaded when the tile is first seen.

import {
  BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
  Matrix3,
  Matrix4,
  Pass,
  type PickId,
  PrimitiveType,
  Transforms,
  VertexArray,
} from 'cesium';
import {
  PIECE_FLOATS,
  PIECE_INDEX,
  PIECE_STYLE,
  type PipeTileShape,
  SERVICE,
  STILL,
  TABLE_BYTES,
  THING_FLOATS,
  THING_INDEX,
  THING_KIND,
  thingRanks,
  VELOCITY_BYTE,
} from './pipe-format.ts';
import { type Form, isThing, type PipeKit, type View } from './pipe-kit.ts';
import { pieceAttributes } from './pipe-shader.ts';
import { thingAttributes } from './pipe-thing-shader.ts';

/** What `scene.pick` finds on a pipe or a thing. */
export class PickedPipe {
  readonly owner: object;
  readonly index: number;
  constructor(owner: object, index: number) {
    this.owner = owner;
    this.index = index;
  }
}

export type UniformMap = Readonly<Record<string, () => unknown>>;

/** Pipes widened to be seen, and flags on poles, reach this far out of their tile, m. */
const MARGIN_M = 40;
/** How far the ground rises and falls about a tile's centre, m. */
const RELIEF_M = 30;
const scratch = new Cartesian3();

type GpuBuffer = ReturnType<typeof Buffer.createVertexBuffer>;
type Rows = 'pieces' | 'things';

export class PipeTile {
  readonly sphere: BoundingSphere;
  readonly shape: PipeTileShape;
  /** Pieces that are no service lines: they come first. */
  readonly mainCount: number;
  /** Things of the first rank, and of the first two. */
  readonly landmarkCount: number;
  readonly fittingCount: number;
  readonly #kit: PipeKit;
  readonly #owner: object;
  readonly #matrix: Matrix4;
  readonly #up: Cartesian3;
  readonly #uniforms: Readonly<Record<Rows, UniformMap>>;
  readonly #commands: Record<View, Partial<Record<Form, DrawCommand>>> = { open: {}, xray: {} };
  readonly #arrays = new Map<Form, VertexArray>();
  readonly #buffers: Partial<Record<Rows, GpuBuffer>> = {};
  #pickIds: PickId[] = [];
  #firstPickKey = 0;
  #flowTable: Uint8Array | undefined;
  #hasFlow = false;

  constructor(kit: PipeKit, owner: object, shape: PipeTileShape, shared: UniformMap) {
    this.#kit = kit;
    this.#owner = owner;
    this.shape = shape;
    const centre = Cartesian3.fromArray([...shape.centreM]);
    this.sphere = new BoundingSphere(centre, shape.radiusM + MARGIN_M);
    this.#matrix = Matrix4.fromTranslation(centre);
    const frame = Matrix4.getMatrix3(Transforms.eastNorthUpToFixedFrame(centre), new Matrix3());
    this.#up = Matrix3.getColumn(frame, 2, new Cartesian3());
    const own = { ...shared, u_frame: () => frame };
    this.#uniforms = {
      // 32 bits as they are: GLSL takes them apart again.
      pieces: { ...own, u_pick: () => this.#firstPickKey | 0 },
      things: { ...own, u_pick: () => (this.#firstPickKey + shape.pieceCount) | 0 },
    };
    this.mainCount = countMains(shape);
    this.landmarkCount = countThings(shape, 0);
    this.fittingCount = countThings(shape, 1);
  }

  /** The least way from an eye to what lies in it, m: as a low cylinder, which a tile is more like than a ball. */
  distanceTo(eye: Cartesian3): number {
    const offset = Cartesian3.subtract(eye, this.sphere.center, scratch);
    const high = Math.abs(Cartesian3.dot(offset, this.#up));
    const wide = Math.sqrt(Math.max(0, Cartesian3.magnitudeSquared(offset) - high * high));
    return Math.hypot(Math.max(0, wide - this.shape.radiusM), Math.max(0, high - RELIEF_M));
  }

  /** The command that draws the first `count` rows in a form; made at the first time. */
  command(form: Form, view: View, count: number): DrawCommand {
    const known = this.#commands[view];
    const command = known[form] ?? this.#createCommand(form, view);
    known[form] = command;
    command.instanceCount = count;
    return command;
  }

  /** Whether something in it flows, by the table; looked at once for each table. */
  hasFlow(table: Uint8Array): boolean {
    if (table !== this.#flowTable) {
      this.#flowTable = table;
      this.#hasFlow = false;
      const { pieces, pieceCount } = this.shape;
      for (let piece = 0; piece < pieceCount && !this.#hasFlow; piece++) {
        const index = pieces[piece * PIECE_FLOATS + PIECE_INDEX]!;
        this.#hasFlow = table[index * TABLE_BYTES + VELOCITY_BYTE] !== STILL;
      }
    }
    return this.#hasFlow;
  }

  /** Forgets what it knows of flow: the table was written anew in place. */
  forgetFlow(): void {
    this.#flowTable = undefined;
  }

  get pickIdCount(): number {
    return this.#pickIds.length;
  }

  /** Makes the ids by which `scene.pick` finds its rows: consecutive ones, so that a shader can count them. */
  createPickIds(): void {
    if (this.#pickIds.length > 0) return;
    const { pieces, pieceCount, things, thingCount } = this.shape;
    const { context } = this.#kit;
    const add = (index: number) =>
      this.#pickIds.push(context.createPickId(new PickedPipe(this.#owner, index)));
    for (let row = 0; row < pieceCount; row++) add(pieces[row * PIECE_FLOATS + PIECE_INDEX]!);
    for (let row = 0; row < thingCount; row++) add(things[row * THING_FLOATS + THING_INDEX]!);
    this.#firstPickKey = this.#pickIds[0]?.color.toRgba() ?? 0;
    const last = this.#pickIds.at(-1)?.color.toRgba() ?? 0;
    if (last !== this.#firstPickKey + Math.max(0, this.#pickIds.length - 1)) {
      throw new Error(`Pick ids run from ${this.#firstPickKey} to ${last}, not one by one.`);
    }
  }

  destroyPickIds(): void {
    for (const id of this.#pickIds) id.destroy();
    this.#pickIds = [];
  }

  destroy(): void {
    this.destroyPickIds();
    for (const array of this.#arrays.values()) array.destroy();
    for (const buffer of Object.values(this.#buffers)) buffer.destroy();
  }

  #createCommand(form: Form, view: View): DrawCommand {
    return new DrawCommand({
      owner: this.#owner,
      vertexArray: this.#arrayOf(form),
      shaderProgram: this.#kit.programOf(form, view),
      renderState: this.#kit.renderStates[view],
      uniformMap: this.#uniforms[isThing(form) ? 'things' : 'pieces'],
      primitiveType: PrimitiveType.TRIANGLES,
      pass: view === 'xray' ? Pass.TERRAIN_CLASSIFICATION : Pass.OPAQUE,
      instanceCount: 0,
      cull: false,
      modelMatrix: this.#matrix,
      boundingVolume: this.sphere,
      pickId: 'v_pick',
    });
  }

  #arrayOf(form: Form): VertexArray {
    const known = this.#arrays.get(form);
    if (known) return known;
    const { corners, indices } = this.#kit.meshes[form];
    const made = new VertexArray({
      context: this.#kit.context,
      attributes: [
        {
          index: 0,
          vertexBuffer: corners,
          componentsPerAttribute: 4,
          componentDatatype: ComponentDatatype.FLOAT,
        },
        ...(isThing(form)
          ? this.#columns('things', THING_FLOATS, [
              [thingAttributes.placeShaft, 4],
              [thingAttributes.rest, 4],
            ])
          : this.#columns('pieces', PIECE_FLOATS, [
              [pieceAttributes.start, 3],
              [pieceAttributes.endRadius, 4],
              [pieceAttributes.rest, 3],
            ])),
      ],
      indexBuffer: indices,
    });
    this.#arrays.set(form, made);
    return made;
  }

  #columns(rows: Rows, floats: number, widths: readonly (readonly [number, number])[]) {
    const vertexBuffer = this.#bufferOf(rows);
    let word = 0;
    return widths.map(([index, componentsPerAttribute]) => {
      const offsetInBytes = 4 * word;
      word += componentsPerAttribute;
      return {
        index,
        vertexBuffer,
        componentsPerAttribute,
        componentDatatype: ComponentDatatype.FLOAT,
        offsetInBytes,
        strideInBytes: 4 * floats,
        instanceDivisor: 1,
      };
    });
  }

  #bufferOf(rows: Rows): GpuBuffer {
    const known = this.#buffers[rows];
    if (known) return known;
    const made = Buffer.createVertexBuffer({
      context: this.#kit.context,
      typedArray: this.shape[rows],
      usage: BufferUsage.STATIC_DRAW,
    });
    // Read by several vertex arrays, each of which would destroy it.
    made.vertexArrayDestroyable = false;
    this.#buffers[rows] = made;
    return made;
  }
}

function countMains({ pieces, pieceCount }: PipeTileShape): number {
  let count = 0;
  while (
    count < pieceCount &&
    ((pieces[count * PIECE_FLOATS + PIECE_STYLE] ?? 0) & SERVICE) === 0
  ) {
    count++;
  }
  return count;
}

function countThings({ things, thingCount }: PipeTileShape, mostRank: number): number {
  let count = 0;
  const rankAt = (row: number) => thingRanks[things[row * THING_FLOATS + THING_KIND] ?? 0] ?? 0;
  while (count < thingCount && rankAt(count) <= mostRank) count++;
  return count;
}

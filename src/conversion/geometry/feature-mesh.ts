// Collects the surfaces, lines and points of one feature, placed on the globe: vertices are f64 Earth-centred
// metres relative to the feature's first vertex, one set per surface so that every surface is flat-shaded.

import { GrowingFloat64, GrowingUint32 } from './growing.ts';
import type { Placement } from './placement.ts';
import { type SurfaceClass, toClassBySlope } from './surface-class.ts';
import { newellNormal, triangulate } from './triangulate.ts';

/** Why a surface was left out. */
export type SurfaceFault = 'fewer-than-3-vertices' | 'no-area';

/** Surfaces below 1 mm² have no area that could be seen or that would survive 1 mm coordinates. */
const LEAST_AREA = 1e-6;

export class FeatureMesh {
  readonly positions = new GrowingFloat64();
  readonly triangles = new GrowingUint32();
  readonly lines = new GrowingUint32();
  readonly points = new GrowingUint32();
  /** Per surface: first vertex, class, colour (0x1RRGGBB or 0). */
  readonly surfaceFirst = new GrowingUint32();
  readonly surfaceClass = new GrowingUint32();
  readonly surfaceColour = new GrowingUint32();
  /** Per surface: unit normal. */
  readonly surfaceNormal = new GrowingFloat64();
  /** Per surface: area of the outer ring, m². */
  readonly surfaceArea = new GrowingFloat64();
  readonly anchor = new Float64Array(3);
  readonly up = new Float64Array(3);
  west = 0;
  south = 0;
  east = 0;
  north = 0;
  bottom = 0;
  top = 0;

  #placement: Placement | undefined;
  #isAnchored = false;
  #surfaceStart = 0;
  #ringStart = 0;
  readonly #ringEnds: number[] = [];
  readonly #placed = new Float64Array(6);
  readonly #normal = new Float64Array(3);

  get vertexCount(): number {
    return this.positions.length / 3;
  }

  get isEmpty(): boolean {
    return this.positions.length === 0;
  }

  begin(placement: Placement): void {
    this.#placement = placement;
    this.#isAnchored = false;
    for (const list of [this.positions, this.triangles, this.lines, this.points]) list.length = 0;
    for (const list of [this.surfaceFirst, this.surfaceClass, this.surfaceColour]) list.length = 0;
    this.surfaceNormal.length = 0;
    this.surfaceArea.length = 0;
    this.west = this.south = this.bottom = Number.POSITIVE_INFINITY;
    this.east = this.north = this.top = Number.NEGATIVE_INFINITY;
    this.beginSurface();
  }

  beginSurface(): void {
    this.#surfaceStart = this.#ringStart = this.vertexCount;
    this.#ringEnds.length = 0;
  }

  /** Adds a vertex (source coordinates) to the current ring; one equal to the last is skipped. */
  addVertex(x: number, y: number, z: number): void {
    const placed = this.#placed;
    this.#placement?.place(x, y, z, placed);
    if (!this.#isAnchored) this.#setAnchor();
    const { values, length } = this.positions;
    const dx = placed[0]! - this.anchor[0]!;
    const dy = placed[1]! - this.anchor[1]!;
    const dz = placed[2]! - this.anchor[2]!;
    if (
      length > this.#ringStart * 3 &&
      isSame(values[length - 3]!, dx) &&
      isSame(values[length - 2]!, dy) &&
      isSame(values[length - 1]!, dz)
    ) {
      return;
    }
    this.positions.push3(dx, dy, dz);
    const longitude = placed[3]!;
    const latitude = placed[4]!;
    const height = placed[5]!;
    if (longitude < this.west) this.west = longitude;
    if (longitude > this.east) this.east = longitude;
    if (latitude < this.south) this.south = latitude;
    if (latitude > this.north) this.north = latitude;
    if (height < this.bottom) this.bottom = height;
    if (height > this.top) this.top = height;
  }

  /** Closes the current ring; an inner ring with fewer than three different vertices is dropped. */
  endRing(): void {
    const { values } = this.positions;
    const start = this.#ringStart;
    let end = this.vertexCount;
    while (
      end - start > 1 &&
      isSame(values[end * 3 - 3]!, values[start * 3]!) &&
      isSame(values[end * 3 - 2]!, values[start * 3 + 1]!) &&
      isSame(values[end * 3 - 1]!, values[start * 3 + 2]!)
    ) {
      end--;
    }
    if (end - start < 3 && this.#ringEnds.length > 0) end = start;
    this.positions.length = end * 3;
    if (end > start || this.#ringEnds.length === 0) this.#ringEnds.push(end);
    this.#ringStart = end;
  }

  /** Triangulates the rings of the current surface; says why where it is dropped instead. */
  endSurface(surfaceClass: SurfaceClass | undefined, colour: number): SurfaceFault | undefined {
    const start = this.#surfaceStart;
    const outerEnd = this.#ringEnds[0] ?? start;
    if (outerEnd - start < 3) return this.#dropSurface('fewer-than-3-vertices');
    const normal = this.#normal;
    newellNormal(this.positions.values, start, outerEnd - start, normal);
    const length = Math.hypot(normal[0]!, normal[1]!, normal[2]!);
    if (!(length / 2 > LEAST_AREA)) return this.#dropSurface('no-area');
    for (let axis = 0; axis < 3; axis++) normal[axis] = normal[axis]! / length;
    triangulate(this.positions.values, start, this.#ringEnds, normal, this.triangles);
    const { up } = this;
    const slope = normal[0]! * up[0]! + normal[1]! * up[1]! + normal[2]! * up[2]!;
    this.#pushSurface(surfaceClass ?? toClassBySlope(slope), colour, length / 2);
    return undefined;
  }

  endLine(surfaceClass: SurfaceClass | undefined, colour: number): void {
    const start = this.#surfaceStart;
    for (let vertex = start; vertex + 1 < this.vertexCount; vertex++) {
      this.lines.push(vertex);
      this.lines.push(vertex + 1);
    }
    if (this.vertexCount - start < 2) this.positions.length = start * 3;
    else this.#endUpright(surfaceClass, colour);
  }

  endPoints(surfaceClass: SurfaceClass | undefined, colour: number): void {
    for (let vertex = this.#surfaceStart; vertex < this.vertexCount; vertex++) {
      this.points.push(vertex);
    }
    this.#endUpright(surfaceClass, colour);
  }

  #endUpright(surfaceClass: SurfaceClass | undefined, colour: number): void {
    this.#normal.set(this.up);
    this.#pushSurface(surfaceClass ?? 0, colour, 0);
  }

  #pushSurface(surfaceClass: SurfaceClass, colour: number, area: number): void {
    this.surfaceFirst.push(this.#surfaceStart);
    this.surfaceClass.push(surfaceClass);
    this.surfaceColour.push(colour);
    this.surfaceNormal.push3(this.#normal[0]!, this.#normal[1]!, this.#normal[2]!);
    this.surfaceArea.push(area);
    this.beginSurface();
  }

  #dropSurface(fault: SurfaceFault): SurfaceFault {
    this.positions.length = this.#surfaceStart * 3;
    this.beginSurface();
    return fault;
  }

  #setAnchor(): void {
    const placed = this.#placed;
    this.anchor.set(placed.subarray(0, 3));
    const cosLat = Math.cos(placed[4]!);
    this.up[0] = cosLat * Math.cos(placed[3]!);
    this.up[1] = cosLat * Math.sin(placed[3]!);
    this.up[2] = Math.sin(placed[4]!);
    this.#isAnchored = true;
  }
}

/** Coordinates a tenth of a millimetre apart are one place. */
const isSame = (a: number, b: number) => Math.abs(a - b) < 1e-4;

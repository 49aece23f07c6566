// Digs up what is selected: a hole in the ground along it, walls of soil, marks of depth.

import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Color,
  LabelCollection,
  LabelStyle,
  Matrix4,
  NearFarScalar,
  type Scene,
  Transforms,
} from 'cesium';
import { openGround } from '#scene/ground-openings.ts';
import { PipeSoil } from '#scene/pipe-soil.ts';
import type { Preferences } from '#store/preferences.ts';
import type { PipeShapes } from '../contract/shapes.ts';
import { axisForTrench, rounded } from '../kernel/trench/corridor.ts';
import { findAxis } from '../kernel/trench/find-axis.ts';
import { type TrenchMesh, trenchAlong } from '../kernel/trench/trench-mesh.ts';

export interface Trench {
  /** Digs along this element; undefined fills it in. */
  dig(shapes: PipeShapes | undefined, index: number | undefined): void;
  wear(theme: Preferences['theme']): void;
  /** Whether there is a hole. */
  readonly isOpen: boolean;
  stop(): void;
}

const BEYOND_M = 0.8;
const LONGEST_M = 300;
const STEP_M = 1;
/** Bends are rounded over this far to each side, so that no wall crosses another. */
const ROUNDING_M = 2.5;
const LEAST_HALF_WIDTH_M = 1.1;
/** Ground that became finer by less than this leaves the trench as it is. */
const GROUND_TOLERANCE_M = 0.03;
/** The ground is asked for again this often while pictures are drawn. */
const CHECK_MS = 400;
/** Where the ground isn't known yet it is put this far above the axis. */
const GUESSED_COVER_M = 1.5;
/** From here on marks of depth are too small to be read. */
const MARKS_M = 160;

export function createTrench(scene: Scene): Trench {
  const owner = {};
  const soil = scene.primitives.add(new PipeSoil(scene)) as PipeSoil;
  const labels = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection;
  let axis: Float64Array | undefined;
  let radiusM = 0;
  let matrix = Matrix4.clone(Matrix4.IDENTITY);
  let inverse = Matrix4.clone(Matrix4.IDENTITY);
  let known: Float32Array | undefined;
  let dug: { readonly shapes: PipeShapes; readonly index: number } | undefined;

  const toWorld = (east: number, north: number, up: number) =>
    Matrix4.multiplyByPoint(matrix, new Cartesian3(east, north, up), new Cartesian3());

  function groundAt(east: number, north: number): number {
    const place = Cartographic.fromCartesian(toWorld(east, north, 0));
    const height = scene.globe.getHeight(place);
    if (height === undefined) return (axis?.[2] ?? 0) + GUESSED_COVER_M;
    place.height = height;
    const world = Cartographic.toCartesian(place);
    return Matrix4.multiplyByPoint(inverse, world, world).z;
  }

  function build(): void {
    if (!axis) return;
    const halfWidthM = Math.max(LEAST_HALF_WIDTH_M, radiusM * 1.6 + 0.5);
    const { points, offM } = rounded(axis, ROUNDING_M / STEP_M);
    const mesh = trenchAlong(points, { halfWidthM: halfWidthM + offM, radiusM, groundAt });
    if (known && isAlike(known, mesh.corners)) return;
    known = mesh.corners;
    soil.setMesh(mesh, matrix);
    openGround(scene.globe, owner, [cornersOf(mesh)]);
    writeMarks(mesh);
    scene.requestRender();
  }

  function cornersOf({ outline }: TrenchMesh): Cartesian3[] {
    return Array.from({ length: outline.length / 2 }, (_, at) =>
      toWorld(outline[2 * at] ?? 0, outline[2 * at + 1] ?? 0, 0),
    );
  }

  function writeMarks({ marks }: TrenchMesh): void {
    labels.removeAll();
    for (let at = 0; at < marks.length; at += 4) {
      labels.add({
        position: toWorld(marks[at] ?? 0, marks[at + 1] ?? 0, marks[at + 2] ?? 0),
        text: `${marks[at + 3]} m`,
        font: '600 13px system-ui, sans-serif',
        style: LabelStyle.FILL_AND_OUTLINE,
        fillColor: Color.WHITE,
        outlineColor: Color.fromCssColorString('#2b1d12'),
        outlineWidth: 4,
        pixelOffset: new Cartesian2(0, -9),
        eyeOffset: new Cartesian3(0, 0, -0.35),
        translucencyByDistance: new NearFarScalar(MARKS_M * 0.7, 1, MARKS_M, 0),
      });
    }
  }

  function fill(): void {
    dug = undefined;
    axis = undefined;
    known = undefined;
    soil.setMesh(undefined, Matrix4.IDENTITY);
    labels.removeAll();
    openGround(scene.globe, owner, []);
  }

  // Tiles of the ground become finer while one looks: the walls follow, also after the last picture.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = scene.postRender.addEventListener(() => {
    if (!axis) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!scene.isDestroyed()) build();
    }, CHECK_MS);
  });

  return {
    get isOpen() {
      return axis !== undefined;
    },
    dig(shapes, index) {
      if (shapes === dug?.shapes && index === dug?.index) return;
      fill();
      const found = shapes && index !== undefined ? findAxis(shapes, index) : undefined;
      if (!shapes || index === undefined || !found) return;
      dug = { shapes, index };
      const origin = Cartesian3.fromArray([...found.pointsM.subarray(0, 3)]);
      matrix = Transforms.eastNorthUpToFixedFrame(origin);
      inverse = Matrix4.inverseTransformation(matrix, new Matrix4());
      radiusM = found.radiusM;
      axis = axisForTrench(toLocal(found.pointsM, inverse, radiusM), {
        ...{ beyondM: BEYOND_M + radiusM, longestM: LONGEST_M, stepM: STEP_M },
      });
      build();
    },
    wear(theme) {
      soil.brightness = theme === 'dark' ? 0.82 : 1.08;
    },
    stop() {
      forget();
      clearTimeout(timer);
      if (scene.isDestroyed()) return;
      fill();
      scene.primitives.remove(soil);
      scene.primitives.remove(labels);
    },
  };
}

/** East, north, up of each point; a single one, or a riser, becomes a short line about it. */
function toLocal(pointsM: Float64Array, inverse: Matrix4, radiusM: number): Float64Array {
  const local = new Float64Array(pointsM.length);
  const point = new Cartesian3();
  let reach = 0;
  for (let at = 0; at < pointsM.length; at += 3) {
    Cartesian3.fromArray([...pointsM.subarray(at, at + 3)], 0, point);
    Matrix4.multiplyByPoint(inverse, point, point);
    local.set([point.x, point.y, point.z], at);
    reach = Math.max(reach, Math.hypot(point.x, point.y));
  }
  if (reach > 0.3) return local;
  const half = radiusM + 0.5;
  const up = local[2] ?? 0;
  return Float64Array.of(-half, 0, up, half, 0, up);
}

function isAlike(a: Float32Array, b: Float32Array): boolean {
  return (
    a.length === b.length &&
    a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < GROUND_TOLERANCE_M)
  );
}

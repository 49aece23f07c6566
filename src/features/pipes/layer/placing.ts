// The ring about a network that is being placed, to take hold of: as wide as the network where that fits the picture.

import { BoundingSphere, Cartesian3, Cartographic, type Primitive } from 'cesium';
import type { NetworkMove } from '#model/network-move.ts';
import { enuToEcefMatrix, type Geodetic, toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import type { Stage } from '#scene/layer.ts';
import { linkPlacingHandles } from '#scene/placing-handles.ts';
import { axisLine, drawLines, moveLines, ringLines } from '#scene/placing-lines.ts';
import type { Preferences } from '#store/preferences.ts';
import { type NetworkMiddle, PIPES_PLACE, type PlaceGesture } from '../contract/place.ts';
import { nudged, turned } from '../kernel/place/move-network.ts';

/** What is being placed, and where it stands. */
export interface PlacingView {
  readonly network: string;
  readonly move: NetworkMove;
  readonly middle: NetworkMiddle;
}

export interface PlacingRing {
  show(view: PlacingView | undefined, theme: Preferences['theme']): void;
  stop(): void;
}

const colours = { dark: '#ff9d2e', light: '#e06c00' } as const;
const LEAST_PX = 60;
/** Of the picture's smaller side. */
const MOST_SHARE = 0.3;
const BEYOND = 1.1;
const IDENTITY = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

interface Shown {
  readonly view: PlacingView;
  readonly theme: Preferences['theme'];
  readonly ring: Primitive;
  readonly axis: Primitive;
  /** Where a hand has it, ahead of the network itself. */
  readonly held: NetworkMove | undefined;
  readonly ringM: number;
}

export function createPlacingRing(stage: Stage): PlacingRing {
  const { scene, frames } = stage;
  let shown: Shown | undefined;

  const handles = linkPlacingHandles(
    scene,
    () => {
      if (!shown) return undefined;
      const { view, ringM } = shown;
      const { network, move } = view;
      return { network, move, pivot: pivotOf(move), ringM, rotationDeg: move.turnDeg };
    },
    {
      drag({ network, move: from }, stroke) {
        const move =
          stroke.kind === 'move'
            ? nudged(from, stroke.eastM, stroke.northM)
            : turned(from, stroke.byDeg);
        if (shown?.view.network !== network) return;
        shown = { ...shown, held: move };
        tell(network, move, false);
        stage.requestRender();
      },
      drop() {
        if (!shown?.held) return;
        const { held, view } = shown;
        shown = { ...shown, view: { ...view, move: held }, held: undefined };
        tell(view.network, held, true);
      },
    },
  );

  const tell = (network: string, move: NetworkMove, isDropped: boolean) =>
    frames.publish(PIPES_PLACE, { network, move, isDropped } satisfies PlaceGesture);

  function pivotOf({ longitudeDeg, latitudeDeg }: NetworkMove): Geodetic {
    const ground = scene.globe.getHeight(Cartographic.fromDegrees(longitudeDeg, latitudeDeg));
    return {
      longitude: fromDegrees(longitudeDeg),
      latitude: fromDegrees(latitudeDeg),
      height: metres(ground ?? 0),
    };
  }

  /** Just before a picture: the camera and the ground below have changed by then. */
  function follow(): void {
    if (!shown) return;
    const { view, held, ring, axis } = shown;
    const move = held ?? view.move;
    const pivot = pivotOf(move);
    const ringM = fittingRadius(pivot, view.middle.reachM);
    if (!(ringM > 0)) return;
    shown = { ...shown, ringM };
    moveLines(ring, scaled(enuToEcefMatrix(pivot), ringM, 0));
    moveLines(axis, scaled(enuToEcefMatrix(pivot), ringM, fromDegrees(move.turnDeg)));
  }

  function fittingRadius(pivot: Geodetic, reachM: number): number {
    const { x, y, z } = toEcef(pivot);
    const { clientWidth, clientHeight } = scene.canvas;
    const sphere = new BoundingSphere(new Cartesian3(x, y, z), 1);
    const pixelM = scene.camera.getPixelSize(sphere, clientWidth, clientHeight);
    const mostM = MOST_SHARE * Math.min(clientWidth, clientHeight) * pixelM;
    return Math.min(mostM, Math.max(BEYOND * reachM, LEAST_PX * pixelM));
  }

  function clear(): void {
    if (!shown) return;
    scene.primitives.remove(shown.ring);
    scene.primitives.remove(shown.axis);
    shown = undefined;
    stage.requestRender();
  }

  const forget = scene.preUpdate.addEventListener(follow);
  return {
    show(view, theme) {
      if (!view || shown?.theme !== theme || shown.view.network !== view.network) clear();
      if (!view) return;
      const look = { colour: colours[theme], opacity: 1 };
      shown = shown
        ? { ...shown, view }
        : {
            ...{ view, theme, held: undefined, ringM: 0 },
            ring: scene.primitives.add(drawLines(ringLines(1), { ...look, width: 4 }, IDENTITY)),
            axis: scene.primitives.add(drawLines(axisLine(1), { ...look, width: 2 }, IDENTITY)),
          };
      stage.requestRender();
    },
    stop() {
      forget();
      handles.remove();
      if (!scene.isDestroyed()) clear();
    },
  };
}

/** A frame turned counter-clockwise whose unit is so many metres. */
function scaled(frame: Float64Array, by: number, turn: number): Float64Array {
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const matrix = frame.slice();
  for (let row = 0; row < 3; row++) {
    const [east, north] = [frame[row]!, frame[4 + row]!];
    matrix[row] = by * (cosine * east + sine * north);
    matrix[4 + row] = by * (cosine * north - sine * east);
    matrix[8 + row] = by * frame[8 + row]!;
  }
  return matrix;
}

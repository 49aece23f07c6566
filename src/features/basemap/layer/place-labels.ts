// Names that stand upright on the globe: found in the map around the eye's focus, arranged on the screen
// whenever the camera moved, faded in and out, hidden behind the globe.

import {
  type Billboard,
  BillboardCollection,
  Cartesian2,
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  Color,
  type Scene,
  SceneTransforms,
} from 'cesium';
import type { Language } from '#model/text.ts';
import type { Preferences } from '#store/preferences.ts';
import type { BasemapPort, OpenedBasemap, Place } from '#workers/basemap/client.ts';
import { arrangeLabels, type LabelBox } from './arrange-labels.ts';
import { isBehindEarth } from './horizon.ts';
import { drawLabel, type LabelSize, measureLabel } from './label-picture.ts';
import { labelStyles } from './label-style.ts';
import { labelTiles } from './label-tiles.ts';

const MOST_LABELS = 150;
const MOST_TILES = 160;
const FADE_S = 0.18;
/** What stands already is not taken away for something slightly more important. */
const STANDING_BONUS = 5;

export interface LabelLook {
  readonly theme: Preferences['theme'];
  readonly language: Language;
  readonly opacity: number;
}

export interface PlaceLabels {
  wear(look: LabelLook): void;
  stop(): void;
}

interface Label {
  readonly place: Place;
  readonly text: string;
  readonly position: Cartesian3;
  readonly box: LabelSize;
  readonly billboard: Billboard;
  alpha: number;
  isWanted: boolean;
}

export interface LabelOptions {
  readonly scene: Scene;
  readonly port: BasemapPort;
  readonly opened: OpenedBasemap;
  readonly look: LabelLook;
  readonly requestRender: () => void;
}

export function createPlaceLabels(options: LabelOptions): PlaceLabels {
  const { scene, port, opened, requestRender } = options;
  const billboards = scene.primitives.add(new BillboardCollection({ scene }));
  const tiles = new Map<string, readonly Place[]>();
  const labels = new Map<string, Label>();
  const sizes = new Map<string, LabelSize>();
  let look = options.look;
  let seen = '';
  let drawnAt = 0;
  let isStopped = false;

  async function search(address: { z: number; x: number; y: number }, key: string) {
    tiles.set(key, []);
    try {
      const places = await port.call('places', address);
      if (isStopped) return;
      tiles.set(key, places);
      seen = '';
      requestRender();
    } catch {
      // The same archive fails to be painted, which is where the problem is reported.
      tiles.delete(key);
    }
  }

  /** Everything known around the focus; asks for tiles that are not known yet. */
  function placesAround(): Place[] {
    const focus = focusOf(scene);
    const found: Place[] = [];
    for (const address of labelTiles(
      opened,
      focus,
      zoomAt(scene, focus.distance, focus.latitudeDeg),
    )) {
      const key = `${address.z}/${address.x}/${address.y}`;
      const known = tiles.get(key);
      if (known) found.push(...known);
      else void search(address, key);
    }
    for (const key of tiles.keys()) {
      if (tiles.size <= MOST_TILES) break;
      tiles.delete(key);
    }
    return found;
  }

  function sizeOf(text: string, { kind }: Place): LabelSize {
    const key = `${kind}/${text}`;
    const size = sizes.get(key) ?? measureLabel(text, kind);
    sizes.set(key, size);
    return size;
  }

  function toLabel(place: Place): Label {
    const text = nameIn(place, look.language);
    const picture = drawLabel(text, place.kind, look.theme, window.devicePixelRatio);
    const position = groundPosition(scene, place);
    const billboard = billboards.add({
      position,
      scale: 1 / window.devicePixelRatio,
      color: Color.WHITE.withAlpha(0),
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    });
    billboard.setImage(`${look.theme}/${look.language}/${place.kind}/${text}`, picture.canvas);
    return { place, text, position, box: picture, billboard, alpha: 0, isWanted: false };
  }

  function arrange(): void {
    const candidates: { place: Place; box: LabelBox }[] = [];
    for (const place of placesAround()) {
      const label = labels.get(place.id);
      const position = groundPosition(scene, place, label?.position);
      if (label) label.billboard.position = position;
      const { toZoom } = labelStyles[place.kind];
      const distance = Cartesian3.distance(position, scene.camera.positionWC);
      const zoom = zoomAt(scene, distance, place.latitudeDeg);
      const slack = label?.isWanted ? 0.25 : 0;
      if (zoom < place.fromZoom - slack || zoom > toZoom + slack) continue;
      if (isBehindEarth(position, scene.camera.positionWC)) continue;
      const at = SceneTransforms.worldToWindowCoordinates(scene, position, new Cartesian2());
      if (!at || at.x < -60 || at.y < -20) continue;
      if (at.x > scene.canvas.clientWidth + 60 || at.y > scene.canvas.clientHeight + 20) continue;
      const text = nameIn(place, look.language);
      const size = label?.box ?? sizeOf(text, place);
      const priority = place.priority + (label?.isWanted ? STANDING_BONUS : 0);
      candidates.push({ place, box: { ...at, ...size, priority, name: text } as LabelBox });
    }
    const shown = arrangeLabels(
      candidates.map(({ box }) => box),
      MOST_LABELS,
    );
    for (const label of labels.values()) label.isWanted = false;
    for (const index of shown) {
      const place = candidates[index]!.place;
      const label = labels.get(place.id) ?? toLabel(place);
      labels.set(place.id, label);
      label.isWanted = true;
    }
  }

  /** One step of fading; true while there is more to come. */
  function fade(seconds: number): boolean {
    let isFading = false;
    for (const [id, label] of labels) {
      const target = label.isWanted ? 1 : 0;
      // The picture is on its way into the atlas: nothing to fade in yet, but one more look to take.
      if (label.isWanted && !label.billboard.ready) {
        isFading = true;
        continue;
      }
      const step = seconds / FADE_S;
      label.alpha =
        target > label.alpha ? Math.min(1, label.alpha + step) : Math.max(0, label.alpha - step);
      label.billboard.color = Color.WHITE.withAlpha(label.alpha * look.opacity);
      if (label.alpha !== target) isFading = true;
      else if (target === 0) {
        billboards.remove(label.billboard);
        labels.delete(id);
      }
    }
    return isFading;
  }

  const forget = scene.preRender.addEventListener(() => {
    const now = performance.now();
    const view = viewKey(scene);
    if (view !== seen) {
      seen = view;
      arrange();
    }
    // After a pause the first step is one picture long, not as long as the pause.
    const seconds = Math.min(0.05, (now - drawnAt) / 1000);
    drawnAt = now;
    if (fade(seconds)) requestRender();
  });

  return {
    wear(next) {
      const isOther = next.theme !== look.theme || next.language !== look.language;
      look = next;
      if (isOther) {
        billboards.removeAll();
        labels.clear();
        seen = '';
      }
      requestRender();
    },
    stop() {
      isStopped = true;
      forget();
      scene.primitives.remove(billboards);
    },
  };
}

function nameIn({ name, nameEn, nameZh }: Place, language: Language): string {
  return (language === 'zh' ? (nameZh ?? nameEn) : nameEn) ?? name;
}

const METRES_AROUND_EQUATOR = 40075016.686;

/** Map level whose tiles of 512 px look their size at `distance` metres. */
function zoomAt(scene: Scene, distance: number, latitudeDeg: number): number {
  const frustum = scene.camera.frustum as { fovy?: number };
  const halfHeight = distance * Math.tan((frustum.fovy ?? 1) / 2);
  const pxPerMetre = scene.canvas.clientHeight / (2 * halfHeight);
  const around = METRES_AROUND_EQUATOR * Math.cos(CesiumMath.toRadians(latitudeDeg));
  return Math.log2((around * pxPerMetre) / 512);
}

/** Where the middle of the screen meets the Earth, or what lies below the eye. */
function focusOf(scene: Scene) {
  const { camera, canvas, globe } = scene;
  const middle = new Cartesian2(canvas.clientWidth / 2, canvas.clientHeight / 2);
  const hit = camera.pickEllipsoid(middle, globe.ellipsoid);
  const below = camera.positionCartographic;
  const point = hit ? Cartographic.fromCartesian(hit) : below;
  const distance = hit ? Cartesian3.distance(hit, camera.positionWC) : below.height;
  return {
    longitudeDeg: CesiumMath.toDegrees(point.longitude),
    latitudeDeg: CesiumMath.toDegrees(point.latitude),
    // Towards the horizon the ground below says more about what is near.
    distance: Math.min(distance, Math.max(300, below.height * 4)),
  };
}

/** On the terrain where it is loaded; else where the place stood before, or on the ellipsoid. */
function groundPosition(scene: Scene, place: Place, before?: Cartesian3): Cartesian3 {
  const at = Cartographic.fromDegrees(place.longitudeDeg, place.latitudeDeg);
  const height = scene.globe.getHeight(at);
  if (height === undefined && before) return before;
  return Cartesian3.fromRadians(at.longitude, at.latitude, height ?? 0, scene.globe.ellipsoid);
}

/** Changes when the camera or the window does. */
function viewKey({ camera, canvas }: Scene): string {
  const { positionWC: p, directionWC: d, upWC: u } = camera;
  const numbers = [p.x, p.y, p.z, d.x * 1e4, d.y * 1e4, d.z * 1e4, u.x * 1e3, u.y * 1e3];
  return `${numbers.map(Math.round).join()}/${canvas.clientWidth}x${canvas.clientHeight}`;
}

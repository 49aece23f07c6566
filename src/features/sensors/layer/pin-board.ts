// The pins on one scene: which sensors stand, where they are on the screen, what is drawn of them.

import { Matrix4, type Scene } from 'cesium';
import type { Language } from '#model/text.ts';
import { pixelRatioOf } from '#scene/cesium-inside.ts';
import type { Preferences } from '#store/preferences.ts';
import type { SensorFrame } from '../contract.ts';
import { type Placing, spacingFor } from '../kernel/placing.ts';
import { project } from '../kernel/placing-projection.ts';
import { placeValues } from '../kernel/placing-values.ts';
import { type Brushes, drawPins, type PinScene, valueTextOf } from './draw-pins.ts';
import { palettes } from './palette.ts';
import { createPictures, HEAD, TIP } from './pictures.ts';
import { findGround } from './sites.ts';
import { AtlasFullError, createSpriteAtlas } from './sprite-atlas.ts';
import { createSpriteText } from './sprite-text.ts';
import { createSprites } from './sprites.ts';
import { markSensors, rankSensors, type Stand, toStand } from './stand.ts';

export interface PinLook {
  readonly theme: Preferences['theme'];
  readonly language: Language;
  readonly isStill: boolean;
}

/** What `scene.pick` finds where a pin is. */
export class PickedPin {
  readonly board: PinBoard;
  readonly pin: number;
  readonly part: 'pin' | 'badge';
  constructor(board: PinBoard, pin: number, part: 'pin' | 'badge') {
    this.board = board;
    this.pin = pin;
    this.part = part;
  }
}

export interface PinBoard {
  /** Positions of sensors that look selected, and of those in a chart. */
  setFrame(frame: SensorFrame): void;
  mark(selected: readonly number[], charted: readonly number[]): void;
  wear(look: PinLook): void;
  /** Places and draws; true where the picture is another than before. */
  arrange(): boolean;
  /** Asks for the ground again: the terrain has become finer. */
  forgetGround(): void;
  /** Whether something is drawn that pulses. */
  readonly isPulsing: boolean;
  /** Whether something was left for the next time: ground to be asked for, pictures to be drawn. */
  readonly isUnfinished: boolean;
  readonly sprites: ReturnType<typeof createSprites>;
  /** Positions of the sensors that a pin stands for, its own first. */
  inside(pin: number): readonly number[];
  readonly frame: SensorFrame | undefined;
  stop(): void;
}

/** Wide enough that the city is seen between them, and that a badge does not touch the next pin. */
const LEAST_SPACING_PX = 64;
const MOST_PINS = 768;
const MOST_VALUES = 160;
/** Sensors beside the picture whose pin reaches into it. */
const MARGIN_PX = 30;
/** Farther than this a value says nothing about its place. */
const VALUE_REACH_M = 2500;
const GROUND_REACH_M = 2000;
/** Asked of the terrain in one go: each takes about 20 µs. */
const MOST_GROUNDS = 60;
const BOX = { leftPx: 15, rightPx: 28, heightPx: HEAD.y + 18 - TIP.y, valueHeightPx: 18 };

export function createPinBoard(scene: Scene): PinBoard {
  const sprites = scene.primitives.add(
    createSprites(scene, createSpriteAtlas(scene)),
  ) as ReturnType<typeof createSprites>;
  const viewProjection = new Matrix4();
  const values = {
    xPx: new Float32Array(MOST_PINS),
    yPx: new Float32Array(MOST_PINS),
    widthPx: new Float32Array(MOST_PINS),
    stood: new Uint8Array(MOST_PINS),
  };
  const showsValue = new Uint8Array(MOST_PINS);
  let look: PinLook = { theme: 'dark', language: 'en', isStill: false };
  let stand: Stand | undefined;
  let frame: SensorFrame | undefined;
  let placing: Placing | undefined;
  let marked: readonly [readonly number[], readonly number[]] = [[], []];
  let isPulsing = false;
  let isWaitingForGround = false;
  let brushes = mixBrushes();

  function mixBrushes(): Brushes {
    const { atlas } = sprites;
    return {
      sprites,
      pictures: createPictures(atlas),
      text: createSpriteText(atlas),
      pickOf: (pin, part) =>
        sprites.pickColour(
          2 * pin + (part === 'pin' ? 0 : 1),
          () => new PickedPin(board, pin, part),
        ),
    };
  }

  function beginAtlas(): void {
    sprites.atlas.destroy();
    sprites.atlas = createSpriteAtlas(scene);
    brushes = mixBrushes();
  }

  function place({ sites, placer, screen, rank, urgency }: Stand, now: SensorFrame): Placing {
    const { camera, canvas } = scene;
    const { clientWidth: widthPx, clientHeight: heightPx } = canvas;
    const { projectionMatrix } = camera.frustum as unknown as { projectionMatrix: Matrix4 };
    Matrix4.multiply(projectionMatrix, camera.viewMatrix, viewProjection);
    const matrix = viewProjection as unknown as ArrayLike<number>;
    const view = { matrix, eye: camera.positionWC, widthPx, heightPx, marginPx: MARGIN_PX };
    project(sites.positionM, now.isMatching, view, screen);
    const [width, height] = [widthPx + 2 * MARGIN_PX, heightPx + 2 * MARGIN_PX];
    return placer.place({
      ...screen,
      rank,
      urgency,
      order: sites.order,
      widthPx,
      heightPx,
      spacingPx: spacingFor(width, height, LEAST_SPACING_PX, MOST_PINS),
    });
  }

  function chooseValues(pins: PinScene, { screen, stood }: Stand): void {
    const { count, sensor, others } = pins.placing;
    for (let pin = 0; pin < count; pin++) {
      const at = sensor[pin]!;
      values.xPx[pin] = screen.xPx[at]!;
      values.yPx[pin] = screen.yPx[at]!;
      values.stood[pin] = stood[at]!;
      const reach = VALUE_REACH_M * (stood[at] === 1 ? 1.15 : 1) * (others[pin] === 0 ? 1 : 0.4);
      // Without news a pin says so by its looks: words for it at every gauge would cover the scene.
      const isNews = pins.frame.sensorIsStale[at] === 0 && screen.depthM[at]! < reach;
      const isWanted = pins.isSelected[at] === 1 || pins.urgency[at]! >= 2 || isNews;
      const text = isWanted ? valueTextOf(pins, at) : '';
      values.widthPx[pin] = text === '' ? 0 : brushes.text.lay(text, 'value').widthPx;
    }
    placeValues({ count, ...values }, BOX, MOST_VALUES, showsValue);
    stood.fill(0);
    for (let pin = 0; pin < count; pin++) stood[sensor[pin]!] = showsValue[pin]!;
  }

  function askForGround({ sites, screen }: Stand, { count, sensor }: Placing): void {
    let asked = 0;
    isWaitingForGround = false;
    for (let pin = 0; pin < count; pin++) {
      const at = sensor[pin]!;
      if (screen.depthM[at]! > GROUND_REACH_M || sites.isGroundOld[at] === 0) continue;
      if (asked++ >= MOST_GROUNDS) {
        isWaitingForGround = true;
        return;
      }
      findGround(sites, at, scene.globe);
    }
  }

  function draw(): boolean {
    if (!stand || !frame) {
      sprites.begin();
      placing = undefined;
      return sprites.end();
    }
    rankSensors(stand, frame);
    placing = place(stand, frame);
    askForGround(stand, placing);
    const { sites, urgency, isSelected } = stand;
    const pins: PinScene = {
      ...{ sites, urgency, isSelected, frame, placing, showsValue },
      depthM: stand.screen.depthM,
      ...{ palette: palettes[look.theme], language: look.language, isStill: look.isStill },
    };
    chooseValues(pins, stand);
    isPulsing = drawPins(pins, brushes) && !look.isStill;
    return sprites.end();
  }

  const board: PinBoard = {
    sprites,
    get isPulsing() {
      return isPulsing;
    },
    get isUnfinished() {
      return isWaitingForGround || sprites.atlas.isBehind;
    },
    get frame() {
      return frame;
    },
    setFrame(next) {
      if (next.sensors !== stand?.sites.sensors) {
        stand = toStand(next.sensors, MOST_PINS);
        sprites.setCentre(stand.sites.centre);
        markSensors(stand, ...marked);
      }
      frame = next;
    },
    mark(selected, charted) {
      marked = [selected, charted];
      if (stand) markSensors(stand, ...marked);
    },
    wear(next) {
      look = next;
    },
    forgetGround: () => stand?.sites.isGroundOld.fill(1),
    arrange() {
      isPulsing = false;
      if (sprites.atlas.ratio !== pixelRatioOf(scene)) beginAtlas();
      sprites.atlas.beginTurn();
      try {
        return draw();
      } catch (error) {
        if (!(error instanceof AtlasFullError)) throw error;
        beginAtlas();
        return draw();
      }
    },
    inside(pin) {
      const { pinOf, sensor, count } = placing ?? {};
      if (!pinOf || !sensor || pin >= (count ?? 0)) return [];
      const own = sensor[pin]!;
      const all = [own];
      for (let at = 0; at < pinOf.length; at++) if (pinOf[at] === pin && at !== own) all.push(at);
      return all;
    },
    stop() {
      scene.primitives.remove(sprites);
    },
  };
  return board;
}

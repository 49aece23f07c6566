// Puts one picture of the pins together, from the back to the front: what lies on the ground, pins from the
// least important to the most, values.

import type { Language } from '#model/text.ts';
import type { SensorFrame } from '../contract.ts';
import { type Placing, UNACKNOWLEDGED } from '../kernel/placing.ts';
import { faded, inkOn, type Palette, type PinColours, tint } from './palette.ts';
import { HEAD, type LevelShape, type Pictures, TIP } from './pictures.ts';
import { groundAbove, type Sites } from './sites.ts';
import type { SpriteWriter } from './sprite-buffer.ts';
import type { SpriteText } from './sprite-text.ts';
import { toMoreText, toValueText } from './value-text.ts';

/** One picture: arrays by sensor but where they say by pin. */
export interface PinScene {
  readonly sites: Sites;
  readonly frame: SensorFrame;
  readonly placing: Placing;
  readonly urgency: Uint8Array;
  readonly isSelected: Uint8Array;
  /** From the eye, m. */
  readonly depthM: Float32Array;
  /** By pin: 1 where its value has room. */
  readonly showsValue: Uint8Array;
  readonly palette: Palette;
  readonly language: Language;
  /** Nothing may move: an alarm that waits has a still double ring. */
  readonly isStill: boolean;
}

export interface Brushes {
  readonly sprites: SpriteWriter;
  readonly pictures: Pictures;
  readonly text: SpriteText;
  /** The colour that a pin, or its badge, is found by. */
  readonly pickOf: (pin: number, part: 'pin' | 'badge') => number;
}

/** Raised by less, a sensor needs no line to the ground. */
const LEAST_LEADER_M = 2.5;
/** From farther away lines to the ground are only a veil over the city. */
const LEADER_REACH_M = 1200;
const STALE_ALPHA = 0.78;
const VALUE_BELOW_PX = 20;

/** Draws everything; true where an alarm is in it that waits to be acknowledged. */
export function drawPins(scene: PinScene, brushes: Brushes): boolean {
  const { placing, urgency } = scene;
  const { sprites } = brushes;
  let isWaiting = false;
  sprites.begin();
  for (let pin = 0; pin < placing.count; pin++) drawGround(scene, brushes, pin);
  for (let pin = placing.count - 1; pin >= 0; pin--) {
    const sensor = placing.sensor[pin]!;
    moveTo(scene, sprites, sensor);
    const waits = Math.max(urgency[sensor]!, placing.worst[pin]!) === UNACKNOWLEDGED;
    isWaiting ||= waits;
    drawHalos(scene, brushes, sensor, waits);
    drawPin(scene, brushes, pin, sensor);
  }
  drawValues(scene, brushes);
  return isWaiting;
}

/** Where the pin's tip is: at the sensor, or on the ground above one that is buried. */
function moveTo({ sites }: PinScene, sprites: SpriteWriter, sensor: number): void {
  const { positionM, centre, up } = sites;
  const lift = Math.max(0, groundAbove(sites, sensor));
  const at = 3 * sensor;
  sprites.moveTo(
    positionM[at]! - centre.x + lift * up[at]!,
    positionM[at + 1]! - centre.y + lift * up[at + 1]!,
    positionM[at + 2]! - centre.z + lift * up[at + 2]!,
  );
}

function drawGround(scene: PinScene, { sprites, pictures }: Brushes, pin: number): void {
  const { sites, placing, palette } = scene;
  const { up, sensors } = sites;
  const sensor = placing.sensor[pin]!;
  const at = 3 * sensor;
  const above = groundAbove(sites, sensor);
  const hasLeader = above <= -LEAST_LEADER_M && scene.depthM[sensor]! < LEADER_REACH_M;
  const heading = sensors.heading[sensor]!;
  if (!hasLeader && Number.isNaN(heading)) return;
  moveTo(scene, sprites, sensor);
  if (!Number.isNaN(heading)) {
    const [x, y, z] = bearing(up[at]!, up[at + 1]!, up[at + 2]!, heading);
    sprites.flat(pictures.wedge(), x, y, z, palette.wedge);
  }
  if (!hasLeader) return;
  const [x, y, z] = [up[at]! * above, up[at + 1]! * above, up[at + 2]! * above];
  sprites.line(pictures.plain(), 3.5, x, y, z, faded(palette.halo, 0.5));
  sprites.line(pictures.plain(), 1.5, x, y, z, palette.leader);
}

function drawHalos(
  { palette, isSelected, isStill }: PinScene,
  { sprites, pictures }: Brushes,
  sensor: number,
  waits: boolean,
): void {
  const halo = pictures.halo();
  const left = -halo.widthPx / 2;
  const bottom = HEAD.y - TIP.y - halo.heightPx / 2;
  if (waits) sprites.upright(halo, left, bottom, palette.pulse);
  if (waits && !isStill) sprites.pulse(halo, left, bottom, palette.pulse);
  if (isSelected[sensor] === 1) sprites.upright(halo, left, bottom, palette.selected);
}

function drawPin(scene: PinScene, brushes: Brushes, pin: number, sensor: number): void {
  const { sprites, pictures, text, pickOf } = brushes;
  const { frame, placing, sites, palette } = scene;
  const isStale = frame.sensorIsStale[sensor] === 1;
  const shape = shapeOf(frame, sensor);
  const colours = coloursOf(scene, sensor, shape);
  const alpha = isStale ? STALE_ALPHA : 1;
  const pick = pickOf(pin, 'pin');
  sprites.upright(pictures.ring(shape, isStale), -TIP.x, -TIP.y, faded(colours.ring, alpha), pick);
  sprites.upright(pictures.fill(shape), -TIP.x, -TIP.y, faded(colours.fill, alpha), pick);
  const glyph = pictures.glyph(sites.sensors.kind[sensor]!);
  const [gx, gy] = [-glyph.widthPx / 2, HEAD.y - TIP.y - glyph.heightPx / 2];
  sprites.upright(glyph, gx, gy, faded(colours.glyph, alpha), pick);

  const others = placing.others[pin]!;
  if (others === 0) return;
  const more = toMoreText(others);
  const run = text.lay(more, 'badge');
  const worst = placing.worst[pin]!;
  const badge = pictures.badge(worst, more.length);
  const { fill, glyph: ink } = palette.badges[worst]!;
  const [left, bottom] = [3, HEAD.y - TIP.y + 3];
  sprites.upright(badge, left, bottom, fill, pickOf(pin, 'badge'));
  text.drawInk(sprites, run, left + (badge.widthPx - run.widthPx) / 2, bottom + 3, ink);
}

const shapeOf = (frame: SensorFrame, sensor: number): LevelShape =>
  frame.sensorLevel[sensor] === 2 ? 2 : frame.sensorLevel[sensor] === 1 ? 1 : 0;

function coloursOf({ frame, palette }: PinScene, sensor: number, shape: LevelShape): PinColours {
  if (frame.sensorIsStale[sensor] === 1) return palette.stale;
  const plain = palette.pins[shape];
  const { scale } = frame;
  const row = frame.shownRow[sensor]!;
  if (!scale || row < 0 || frame.sensors.rows.property[row] !== scale.property) return plain;
  const share = (frame.value[row]! - scale.min) / (scale.max - scale.min);
  if (Number.isNaN(share)) return plain;
  const last = scale.colours.length - 1;
  const hex = scale.colours[Math.round(Math.min(1, Math.max(0, share)) * last)]!;
  return { ring: plain.ring, fill: tint(hex), glyph: inkOn(hex) };
}

function drawValues(scene: PinScene, { sprites, text }: Brushes): void {
  const { placing, showsValue, palette, frame } = scene;
  for (const layer of ['halo', 'ink'] as const) {
    for (let pin = 0; pin < placing.count; pin++) {
      if (showsValue[pin] === 0) continue;
      const sensor = placing.sensor[pin]!;
      const run = text.lay(valueTextOf(scene, sensor), 'value');
      moveTo(scene, sprites, sensor);
      const left = -run.widthPx / 2;
      const ink = frame.sensorIsStale[sensor] === 1 ? palette.textStale : palette.text;
      if (layer === 'halo') text.drawHalo(sprites, run, left, -VALUE_BELOW_PX, palette.halo);
      else text.drawInk(sprites, run, left, -VALUE_BELOW_PX, ink);
    }
  }
}

/** What stands below the pin of a sensor; empty where it measures nothing. */
export function valueTextOf({ frame, language }: PinScene, sensor: number): string {
  const row = frame.shownRow[sensor]!;
  const property = row < 0 ? undefined : frame.sensors.rows.property[row];
  if (property === undefined) return '';
  return toValueText(frame.value[row]!, property, frame.isStale[row] === 1, language);
}

/** The unit vector along a heading on the ground whose normal is `x, y, z`. */
function bearing(x: number, y: number, z: number, heading: number): [number, number, number] {
  const flat = Math.hypot(x, y);
  const [eastX, eastY] = [-y / flat, x / flat];
  const [northX, northY, northZ] = [-z * eastY, z * eastX, x * eastY - y * eastX];
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  return [sin * eastX + cos * northX, sin * eastY + cos * northY, cos * northZ];
}

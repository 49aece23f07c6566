// A run as a film: the clock goes from moment to moment, the globe draws each, and its picture goes into the file with
// what it is and when in a strip below.

import type { Frames } from '#scene/frames.ts';
import { GLOBE_PICTURE, type TakePicture } from '#scene/picture.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD_FRAME, type FloodFrame } from '../../../contract.ts';
import { seek } from '../../../state/clock.ts';

export interface FilmPlan {
  readonly timesS: readonly number[];
  /** How long each picture is shown. */
  readonly showMs: number;
  /** Widest picture, px. */
  readonly widthPx: number;
  readonly caption: (timeS: number) => readonly [left: string, right: string];
}

/** Takes pictures of one size in their order. */
export interface FilmWriter {
  add(canvas: OffscreenCanvas, showMs: number): Promise<void>;
  finish(): Promise<Blob>;
}

export type OpenWriter = (canvas: OffscreenCanvas) => Promise<FilmWriter>;

const STRIP_PX = 40;
/** A moment that the worker answers later than this is drawn as it is. */
const PATIENCE_MS = 5000;

/** Rejects where there is no globe, and with the signal's reason when it aborts. */
export async function makeFilm(
  store: AppStore,
  frames: Frames,
  plan: FilmPlan,
  open: OpenWriter,
  onPicture: (done: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  let canvas: OffscreenCanvas | undefined;
  let writer: FilmWriter | undefined;
  for (const [at, timeS] of plan.timesS.entries()) {
    signal.throwIfAborted();
    await show(store, frames, timeS, signal);
    const take = frames.peek<TakePicture>(GLOBE_PICTURE);
    if (!take) throw new Error('There is no globe to take pictures of.');
    const picture = await createImageBitmap(await take());
    canvas ??= canvasFor(picture, plan.widthPx);
    paint(canvas, picture, plan.caption(timeS));
    picture.close();
    writer ??= await open(canvas);
    await writer.add(canvas, plan.showMs);
    onPicture(at + 1);
  }
  if (!writer) throw new RangeError('A film of no pictures was asked for; at least 1 is expected.');
  return writer.finish();
}

/** Settles when the water of that time has come. */
function show(store: AppStore, frames: Frames, timeS: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      forget();
      clearTimeout(timer);
      signal.removeEventListener('abort', fail);
    };
    const fail = () => {
      done();
      reject(signal.reason);
    };
    const forget = frames.subscribe((channel) => {
      if (channel !== FLOOD_FRAME) return;
      done();
      resolve();
    });
    const timer = setTimeout(() => {
      done();
      resolve();
    }, PATIENCE_MS);
    signal.addEventListener('abort', fail, { once: true });
    const shown = frames.peek<FloodFrame>(FLOOD_FRAME);
    seek(store, timeS);
    if (shown?.timeS === timeS) {
      done();
      resolve();
    }
  });
}

/** Even sizes: some encoders take no others. */
function canvasFor({ width, height }: ImageBitmap, widest: number): OffscreenCanvas {
  const scale = Math.min(1, widest / width);
  const even = (size: number) => 2 * Math.round(size / 2);
  return new OffscreenCanvas(even(width * scale), even(height * scale) + STRIP_PX);
}

function paint(
  canvas: OffscreenCanvas,
  picture: ImageBitmap,
  [left, right]: readonly [string, string],
): void {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('The browser gives no 2D canvas to draw the film on.');
  const { width, height } = canvas;
  const style = getComputedStyle(document.documentElement);
  pen.fillStyle = style.getPropertyValue('--surface');
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height - STRIP_PX);
  pen.fillStyle = style.getPropertyValue('--ink');
  pen.font = `600 13px ${style.getPropertyValue('--font-sans')}`;
  pen.textBaseline = 'middle';
  const middle = height - STRIP_PX / 2;
  const rightPx = pen.measureText(right).width;
  pen.fillText(left, 12, middle, Math.max(1, width - rightPx - 36));
  pen.textAlign = 'right';
  pen.fillText(right, width - 12, middle);
  pen.textAlign = 'left';
}

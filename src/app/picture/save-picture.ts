import { formatInstant } from '#model/time.ts';
import { metres } from '#model/units.ts';
import type { GlobeHandle } from '#scene/bridge.ts';
import type { AppState } from '#store/store.ts';
import { saveBlob } from '#ui';
import { toPastedText } from '../status/coordinate-text.ts';
import { metresPerPixel, scaleBar, toLengthText } from '../status/scale.ts';

const STRIP_PX = 44;
const MARGIN_PX = 16;

/** Saves what the globe shows as a PNG, with place, time, scale and sources in a strip below. */
export async function savePicture(state: AppState, globe: GlobeHandle): Promise<void> {
  const blob = await globe.screenshot();
  const picture = await createImageBitmap(blob);
  const ratio = picture.width / innerWidth;
  const strip = Math.round(STRIP_PX * ratio);
  const canvas = new OffscreenCanvas(picture.width, picture.height + strip);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser gives no 2D canvas to write the caption on.');
  pen.drawImage(picture, 0, 0);
  pen.translate(0, picture.height);
  pen.scale(ratio, ratio);
  drawStrip(pen, state, picture.width / ratio);
  const name = state.city?.manifest.id ?? 'panopolis';
  const time = new Date(state.clock.now).toISOString().slice(0, 16).replaceAll(':', '');
  saveBlob(`${name}-${time}.png`, await canvas.convertToBlob({ type: 'image/png' }));
}

function drawStrip(
  pen: OffscreenCanvasRenderingContext2D,
  { city, camera, clock, preferences }: AppState,
  width: number,
): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token);
  const locale = preferences.language === 'zh' ? 'zh-CN' : 'en-GB';
  pen.fillStyle = colour('--surface');
  pen.fillRect(0, 0, width, STRIP_PX);
  pen.fillStyle = colour('--ink');
  pen.font = `600 13px ${colour('--font-sans')}`;
  pen.fillText(city?.manifest.name ?? 'Panopolis', MARGIN_PX, 18);
  pen.font = `11px ${colour('--font-sans')}`;
  pen.fillStyle = colour('--ink-soft');
  const time = formatInstant(clock.now, city?.manifest.timeZone ?? 'UTC', locale);
  pen.fillText(`${toPastedText(camera.position)} · ${time}`, MARGIN_PX, 35);
  const sources = city?.manifest.sources.map(({ attribution, file }) => attribution ?? file) ?? [];
  pen.textAlign = 'right';
  pen.fillText(`© ${[...new Set(sources)].join(', ')} · Panopolis`, width - MARGIN_PX, 35);

  const ground = metres(city?.manifest.heightM[0] ?? 0);
  const perPixel = metresPerPixel(camera, ground, { width: innerWidth, height: innerHeight });
  if (perPixel === undefined) return;
  const { lengthM, lengthPx } = scaleBar(perPixel, 140);
  pen.fillText(toLengthText(lengthM), width - MARGIN_PX - lengthPx - 8, 18);
  pen.fillRect(width - MARGIN_PX - lengthPx, 12, lengthPx, 4);
}

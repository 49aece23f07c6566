// What a person does and sees on the page, in words, for the journeys beside this file.

import type { Locator, Page } from 'playwright';

/** Software rendering beside other work on the same machine: everything takes its time. */
export const PATIENCE_MS = 60_000;

export const layerCard = (page: Page, name: string): Locator => page.getByRole('article', { name });

export async function waitUntilReady(page: Page, layer = 'Buildings'): Promise<void> {
  const card = layerCard(page, layer);
  await card.getByText('ready', { exact: true }).waitFor({ timeout: PATIENCE_MS });
}

/** Takes what changes by itself every second off the globe, where the city has it. */
export async function hideSensors(page: Page): Promise<void> {
  const card = layerCard(page, 'Sensors');
  if ((await card.count()) === 0) return;
  await card.getByRole('switch', { checked: true }).press('Space');
  await card.getByRole('switch', { checked: false }).waitFor({ timeout: PATIENCE_MS });
}

/** Drops a file on the page, as the desktop would; content that is no text is written as JSON. */
export const drop = (page: Page, name: string, content: unknown): Promise<void> =>
  page.evaluate(
    ([file, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], file));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        window.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
      }
    },
    [name, typeof content === 'string' ? content : JSON.stringify(content)] as const,
  );

/** Types into the search box and takes the first result. */
export async function findAndTake(page: Page, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Search' });
  await box.fill(words);
  await page.getByRole('option').first().waitFor({ timeout: PATIENCE_MS });
  await box.press('Enter');
}

export const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Inspector' });

/** What stands in the address bar once it rests, without the part before the hash. */
export async function settledHash(page: Page): Promise<string> {
  let before = '';
  for (;;) {
    await page.waitForTimeout(1200);
    const hash = new URL(page.url()).hash;
    if (hash !== '' && hash === before) return hash;
    before = hash;
  }
}

/** Frames that the globe draws within `ms`, counted where WebGL is told to clear the picture. */
export async function countFrames(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (duration) => {
    const prototype = WebGL2RenderingContext.prototype;
    const original = prototype.drawElements;
    const frames = new Set<number>();
    let frame = 0;
    let isCounting = true;
    const count = () => {
      frame++;
      if (isCounting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    prototype.drawElements = function (...parameters) {
      frames.add(frame);
      return original.apply(this, parameters);
    };
    await new Promise((resolve) => setTimeout(resolve, duration));
    prototype.drawElements = original;
    isCounting = false;
    return frames.size;
  }, ms);
}

/** Takes the WebGL context away, as a driver that restarts does. */
export async function loseContext(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
}

/** Share of the picture's middle that is lighter than the empty ground of the dark theme. */
export async function builtShare(page: Page): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 960, height: 600 };
  const clip = { x: width * 0.4, y: height * 0.4, width: width * 0.2, height: height * 0.2 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const { data } = pen?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
    let light = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) > 70) light++;
    }
    return light / (data.length / 4);
  }, png);
}

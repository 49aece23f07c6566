import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { startServer } from '#server/listen.ts';
import { buildApp } from '#tools/setup/build-app.ts';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import type { Row } from '../row.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const VISITS = 5;

/** From the navigation to the first picture of the built app and to its buttons; the median of five visits. */
export async function benchShell(dataFolder: string, city: string): Promise<Row[]> {
  await buildApp(root);
  const appFolder = join(root, 'dist');
  const server = await startServer({ host: 'localhost', port: 0, dataFolder, appFolder });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
  });
  const painted: number[] = [];
  const usable: number[] = [];
  try {
    for (let visit = 0; visit < VISITS; visit++) {
      const context = await browser.newContext({ viewport: { width: 960, height: 600 } });
      const page = await context.newPage();
      await page.goto(`${server.url}/?city=${city}`, { waitUntil: 'commit' });
      await page.locator('header button').first().waitFor();
      usable.push(await page.evaluate(() => performance.now()));
      painted.push(await firstPaint(page));
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return [
    { case: `shell painted, median of ${VISITS} cold visits`, value: median(painted), unit: 'ms' },
    { case: `shell usable, median of ${VISITS} cold visits`, value: median(usable), unit: 'ms' },
  ];
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);

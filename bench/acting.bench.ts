// What acting costs the main thread of the whole app in the demo town: a levee breaches, a main bursts, a house burns.
// Solvers run in workers; what is counted is what the page itself does beside drawing, task by task.

import type { Locator, Page } from 'playwright';
import { findBuilding } from '../tests/scenarios/fires.ts';
import { openWholeTown, type Town } from '../tests/scenarios/harness.ts';
import {
  english,
  findElement,
  lightenGlobe,
  openNetworks,
  press,
  takeFirstRow,
} from '../tests/scenarios/networks.ts';
import { rendererOf } from './live/open-page.ts';
import type { Row } from './row.ts';
import { type Tasks, tasksOver, traceTasks } from './trace-tasks.ts';

const VIEWPORT = { width: 800, height: 500 };
const WATCHED_MS = 20_000;

export async function bench(): Promise<Row[]> {
  const town = await openWholeTown();
  try {
    await town.untilFed();
    return [
      ...(await inThePage(town, benchFlood)),
      ...(await inThePage(town, benchBurst)),
      ...(await inThePage(town, benchFire)),
    ];
  } finally {
    await town.close();
  }
}

async function inThePage(town: Town, run: (page: Page, town: Town) => Promise<Row[]>) {
  const visit = await town.visit({ viewport: VIEWPORT });
  visit.page.setDefaultTimeout(240_000);
  try {
    return await run(visit.page, town);
  } finally {
    await visit.close();
  }
}

async function benchFlood(page: Page): Promise<Row[]> {
  const card = await openNetworks(page, 'Flood');
  await lightenGlobe(page, ['Sensors', 'Networks']);
  const breach = card.getByRole('button', { name: /^Marendeich Ost breaches/ });
  await breach.waitFor();
  const still = await traceTasks(page, () => page.waitForTimeout(WATCHED_MS / 2));
  await breach.focus();
  const shown = watchFor(card, 'simulated');
  const busy = await traceTasks(page, () => pressAndWatch(page, 'Enter'));
  const firstMs = await shown;
  const by = await rendererOf(page);
  return [
    ...rowsOf('a levee breaches and the water rises', 16, busy, still),
    {
      ...{ case: `press to the run on its card, drawn by ${by}`, value: firstMs, unit: 'ms' },
      ...{ peer: 'reach', peerValue: 1000 },
    },
  ];
}

async function benchBurst(page: Page): Promise<Row[]> {
  const card = await openNetworks(page);
  await lightenGlobe(page, ['Sensors', 'Buildings']);
  const id = await takeWaterMain(page, card);
  await page.keyboard.press('Escape');
  await findElement(page, id);
  const still = await traceTasks(page, () => page.waitForTimeout(WATCHED_MS / 2));
  const shown = watchFor(card, english.toClose);
  const busy = await traceTasks(page, () => pressAndWatch(page, 'Shift+Y'));
  const shownMs = await shown;
  return [
    ...rowsOf('a main bursts: valves, customers, pressures', 8, busy, still),
    { case: 'press to the valves on the card', value: shownMs, unit: 'ms' },
  ];
}

async function takeWaterMain(page: Page, card: Locator): Promise<string> {
  await press(card.getByRole('button', { name: 'Everything in a list' }));
  const network = card.getByRole('combobox', { name: 'Network' });
  await network.focus();
  await network.press('Enter');
  await page.getByRole('option', { name: 'Drinking water' }).dispatchEvent('click');
  await card.getByRole('searchbox').fill('P-0');
  return takeFirstRow(card.getByRole('grid', { name: 'List: Pipes' }));
}

async function benchFire(page: Page, { landmark }: Town): Promise<Row[]> {
  const card = await openNetworks(page, 'Fire');
  await lightenGlobe(page, ['Sensors', 'Networks']);
  await findBuilding(page, landmark);
  const ignite = page.getByRole('button', { name: /^Ignite here in the twin/ }).first();
  await ignite.waitFor();
  const still = await traceTasks(page, () => page.waitForTimeout(WATCHED_MS / 2));
  await ignite.focus();
  const busy = await traceTasks(page, () => pressAndWatch(page, 'Enter'));
  await card
    .getByRole('region', { name: 'How the fire stands' })
    .getByText('ready', { exact: true })
    .waitFor();
  return rowsOf('a house burns, with spread, smoke and colours', 16, busy, still);
}

/** Nothing is looked for by role meanwhile: that would be work of the page’s main thread. */
async function pressAndWatch(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(WATCHED_MS);
}

/** Milliseconds from the next key to an element of the card that says these words alone. */
function watchFor(card: Locator, words: string): Promise<number> {
  return card.evaluate(
    (element, awaited) =>
      new Promise<number>((resolve) => {
        let pressedAt = Number.NaN;
        addEventListener('keydown', () => (pressedAt = performance.now()), {
          capture: true,
          once: true,
        });
        const isShown = () => {
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) if (texts.currentNode.nodeValue === awaited) return true;
          return false;
        };
        const observer = new MutationObserver(() => {
          if (Number.isNaN(pressedAt) || !isShown()) return;
          observer.disconnect();
          resolve(performance.now() - pressedAt);
        });
        observer.observe(element, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );
}

function rowsOf(what: string, limitMs: number, busy: Tasks, still: Tasks): Row[] {
  const longest = ({ handling }: Tasks) => Math.max(...handling);
  return [
    {
      ...{ case: `${what}: longest task but drawing (CPU)`, value: longest(busy), unit: 'ms' },
      ...{ peer: 'the same page at rest', peerValue: longest(still) },
    },
    {
      case: `${what}: tasks over ${limitMs} ms but drawing, in ${Math.round(busy.seconds)} s`,
      value: tasksOver(limitMs, busy.handling),
      unit: 'tasks',
    },
  ];
}

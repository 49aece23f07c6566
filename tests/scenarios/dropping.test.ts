import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop, PATIENCE_MS, waitUntilReady } from './app.ts';
import { openDemoTown, type Town, type Visit } from './harness.ts';

const square = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Town hall', height: 24 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [11.2, 43.7],
            [11.2006, 43.7],
            [11.2006, 43.7004],
            [11.2, 43.7004],
            [11.2, 43.7],
          ],
        ],
      },
    },
  ],
};
/** A cube with coordinates and no word on what they are measured in. */
const somewhere = {
  type: 'CityJSON',
  version: '2.0',
  transform: { scale: [1, 1, 1], translate: [85_000, 446_000, 0] },
  CityObjects: {
    cube: {
      type: 'Building',
      geometry: [
        {
          type: 'MultiSurface',
          lod: '1',
          boundaries: [
            [[0, 3, 2, 1]],
            [[4, 5, 6, 7]],
            [[0, 1, 5, 4]],
            [[1, 2, 6, 5]],
            [[2, 3, 7, 6]],
            [[3, 0, 4, 7]],
          ],
        },
      ],
    },
  },
  vertices: [
    [0, 0, 0],
    [20, 0, 0],
    [20, 20, 0],
    [0, 20, 0],
    [0, 0, 20],
    [20, 0, 20],
    [20, 20, 20],
    [0, 20, 20],
  ],
};

describe('a file dropped on the page', () => {
  let town: Town;
  let visit: Visit;

  beforeAll(async () => {
    town = await openDemoTown();
    visit = await town.visit();
    await waitUntilReady(visit.page);
  });
  afterAll(async () => {
    const { foreign, errors } = visit;
    await visit.close();
    await town.close();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('stands on the globe like any city, survives a reload and goes when told to', async () => {
    const { page } = visit;
    await drop(page, 'square.geojson', square);
    await page
      .getByText('square is shown from this browser alone')
      .waitFor({ timeout: PATIENCE_MS });
    await waitUntilReady(page);
    await page.getByText('1 building', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await page.reload();
    await waitUntilReady(page);
    await page.getByText('1 building', { exact: true }).waitFor({ timeout: PATIENCE_MS });
  });

  it('asks where on Earth it is, where it does not say', async () => {
    const { page } = visit;
    await drop(page, 'somewhere.city.json', somewhere);
    const question = page.getByRole('dialog', { name: 'Where on Earth is it?' });
    await question.getByRole('button', { name: /EPSG:7415/ }).click({ timeout: PATIENCE_MS });
    await page.getByText('somewhere is shown').waitFor({ timeout: PATIENCE_MS });
    await waitUntilReady(page);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('heading', { name: 'Which city?' }).waitFor({ timeout: PATIENCE_MS });
    expect(await page.getByText('somewhere').count()).toBe(0);
  });

  it('says in one sentence what is wrong with it, and the app goes on', async () => {
    const { page } = visit;
    await drop(page, 'letter.txt', 'Dear city,');
    const dialog = page.getByRole('dialog', { name: /letter\.txt/ });
    await dialog.getByText(/^letter\.txt: /).waitFor({ timeout: PATIENCE_MS });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
  });
});

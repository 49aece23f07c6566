import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createStore } from 'zustand/vanilla';
import { type PackageLayer, parseCityManifest } from '#contract/city-package.ts';
import { createFrames } from '#scene/frames.ts';
import { type CityEntry, changeOpening } from '#store/opening.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { createImporter } from '../dropping/importer.ts';
import { type AppParts, PartsProvider } from '../parts.tsx';
import { createOpener } from './opener.ts';
import { StartScreen } from './StartScreen.tsx';

const boundsDeg = [4.4, 51.9, 4.5, 52] as const;
const building: PackageLayer = {
  ...{ kind: 'bim', id: 'hall', name: 'Hall', model: 'model.json', count: 1234 },
  boundsDeg: [...boundsDeg],
};

function anEntry(id: string, folder: string, layers: readonly PackageLayer[]): CityEntry {
  const manifest = parseCityManifest(
    {
      ...{ format: 'panopolis-city', version: 1, id, name: `The ${id}`, build: 'aaaaaaaaaaaa' },
      ...{ boundsDeg, heightM: [40, 90], timeZone: 'Europe/Amsterdam', layers },
      crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
      sources: [{ file: `${id}.ifc`, format: 'IFC4', features: 1 }],
    },
    'city.json',
  );
  const url = `http://panopolis.test/${folder}/${id}/city.json`;
  return { id, name: manifest.name, url, manifest };
}

function show(cities: readonly CityEntry[], removed: string[] = []) {
  const store = createAppStore();
  changeOpening(store, { cities, step: { kind: 'choosing' } });
  const opener = createOpener({ store, frames: createFrames(), features: [] });
  const parts: AppParts = {
    ...{ store, frames: createFrames(), features: [], opener },
    importer: createImporter({
      models: { prepare: () => undefined, take: async () => undefined },
      ...{ store, open: opener.show, keep: async () => '' },
      startWorker: () => Promise.reject(new Error('No worker here.')) as never,
      leave: async (id) => opener.unlist(id),
      takeDown: async (id) => {
        removed.push(id);
      },
    }),
    pointer: createStore(() => undefined),
    globe: createStore(() => ({ handle: undefined })),
  };
  return render(
    <KitProvider theme="dark" language="en">
      <StoreProvider store={store}>
        <PartsProvider parts={parts}>
          <StartScreen />
        </PartsProvider>
      </StoreProvider>
    </KitProvider>,
  );
}

describe('the list before a city is open', () => {
  it('lists a dropped building model as what it is, apart from the cities', async () => {
    const removed: string[] = [];
    const screen = await show(
      [anEntry('delft', 'cities', []), anEntry('dropped-hall', 'dropped', [building])],
      removed,
    );
    const models = screen.getByRole('region', { name: 'Building models in this browser' });
    await expect.element(models).toBeVisible();
    await expect.element(models.getByText('Building model · 1,234 elements')).toBeVisible();
    const cities = screen.getByRole('region', { name: 'Which city?' });
    expect(cities.getByText('The dropped-hall').query()).toBeNull();
    await models.getByRole('button', { name: 'Remove The dropped-hall from this browser' }).click();
    await expect.poll(() => removed).toEqual(['dropped-hall']);
    await expect.element(models).not.toBeInTheDocument();
  });

  it('counts the models of a city that has nothing else', async () => {
    const screen = await show([anEntry('clinic', 'cities', [building])]);
    await expect.element(screen.getByText(/^1 building model · /)).toBeVisible();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { CityManifest } from '#contract/city-package.ts';
import { anIfc } from '#conversion/ifc/georeferencing/testing/an-ifc.ts';
import { createFrames } from '#scene/frames.ts';
import { FramesProvider } from '#scene/use-frames.tsx';
import { setPreferences } from '#store/preferences.ts';
import { createAppStore } from '#store/store.ts';
import { StoreProvider, useAppState } from '#store/use-store.tsx';
import { KitProvider } from '#ui';
import { expectAccessible } from '#ui/testing/accessible.ts';
import { BIM_GROUND, type GroundUnder } from '../contract/placing.ts';
import type { ModelSource } from '../contract.ts';
import { aModel } from '../kernel/a-model.ts';
import { BIM_MODELS, type BimModels } from '../session/line.ts';
import { selectPlacing } from '../state/placing.ts';
import { selectBim, setModels } from '../state.ts';
import { PlacingSection } from './PlacingSection.tsx';

const ROOT = 'https://twin.example/dropped/house/';
const here: StoredPlacement = {
  longitudeDeg: 8.43368,
  latitudeDeg: 49.09555,
  heightM: 161.8,
  rotationDeg: 74.7,
  scale: 1,
};
const there = { ...here, latitudeDeg: here.latitudeDeg + 0.01, rotationDeg: 0 };

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0).reverse()) stop();
});

function Page() {
  const { theme, language } = useAppState(({ preferences }) => preferences);
  return (
    <KitProvider theme={theme} language={language}>
      <PlacingSection modelId="house" />
    </KitProvider>
  );
}

async function show(
  verdict: BimModel['georeferencing']['verdict'] = 'several',
  origin: ModelSource['origin'] = 'city',
  shape: Partial<Pick<BimModel, 'boundsM' | 'storeys'>> = {},
) {
  const { model } = aModel({ class: 'IfcProject' });
  const georeferencing: BimModel['georeferencing'] = {
    verdict,
    readings: [
      {
        source: 'map-conversion',
        placement: here,
        crs: 'EPSG:25832',
        steps: [{ en: 'Read so.', zh: '如此读取。' }],
      },
      { source: 'site', placement: there, crs: 'EPSG:4326', steps: [] },
    ],
    findings: [{ en: 'They are 1.1 km apart.', zh: '两者相距 1.1 km。' }],
  };
  const placed = {
    ...model,
    ...shape,
    georeferencing,
    source: { ...model.source, file: 'house.ifc' },
  };
  const source: ModelSource = { id: 'house', name: 'The house', url: `${ROOT}model.json`, origin };
  const manifest = { id: 'town', crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' } };
  const store = createAppStore({
    city: { manifest: manifest as unknown as CityManifest, baseUrl: ROOT },
  });
  setModels(store, [source]);
  const frames = createFrames();
  frames.publish(BIM_MODELS, [{ source, model: placed, base: 0, count: 1 }] satisfies BimModels);
  await page.viewport(480, 1100);
  const screen = await render(
    <StoreProvider store={store}>
      <FramesProvider frames={frames}>
        <Page />
      </FramesProvider>
    </StoreProvider>,
  );
  const draft = () => selectPlacing(store.getState())?.draft;
  const house = () => selectBim(store.getState()).models[0]!;
  return { screen, store, frames, draft, house };
}

async function type(field: ReturnType<typeof page.getByRole>, value: string) {
  await field.click();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard(`${value}{Enter}`);
}

describe('the place of a model', () => {
  it('lists the readings with how far apart they are and how they were read', async () => {
    const { screen, house } = await show();
    await expect.element(screen.getByText(/can be read in several ways/)).toBeVisible();
    const second = screen.getByRole('button', { name: /latitude and longitude of the site/ });
    await expect.element(second).toHaveTextContent(/1\.1.km from here/);
    await screen.getByText('How it was read').click();
    await expect.element(screen.getByText('Read so.')).toBeVisible();
    await expectAccessible();
    await second.click();
    await expect.element(second).toHaveAttribute('aria-pressed', 'true');
    expect(house()).toMatchObject({ placement: undefined, reading: 'site' });
    await screen.getByRole('button', { name: 'Back to the file’s own place' }).click();
    expect(house().reading).toBeUndefined();
  });

  it('speaks Chinese', async () => {
    const { screen, store } = await show('missing');
    setPreferences(store, { language: 'zh' });
    await expect.element(screen.getByText('文件未说明位置，请手动放置。')).toBeVisible();
  });

  it('takes longitude and latitude, height and rotation, and keeps them when told', async () => {
    const { screen, draft, house } = await show('clear');
    await screen.getByRole('button', { name: 'Place by hand' }).click();
    expect(draft()).toEqual(here);
    await type(screen.getByLabelText('Longitude', { exact: true }), '8.5');
    await expect.poll(() => draft()?.longitudeDeg).toBe(8.5);
    await type(screen.getByLabelText('Height', { exact: true }), '170.25');
    await expect.poll(() => draft()?.heightM).toBe(170.25);
    await type(screen.getByLabelText('x axis from true east'), '-12.5');
    await expect.poll(() => draft()?.rotationDeg).toBe(-12.5);
    await expectAccessible();
    await screen.getByRole('button', { name: 'Keep this place' }).click();
    expect(house().placement).toMatchObject({
      longitudeDeg: 8.5,
      heightM: 170.25,
      rotationDeg: -12.5,
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(house().placement).toBeUndefined();
  });

  it('takes easting and northing of any system that is used there, and says where it isn’t', async () => {
    const { screen, draft } = await show('clear');
    await screen.getByRole('button', { name: 'Place by hand' }).click();
    const projected = screen.getByText('Easting, northing');
    await expect.element(projected).toBeEnabled();
    await projected.click();
    await type(screen.getByLabelText('Easting', { exact: true }), '458657.3');
    await type(screen.getByLabelText('Northing', { exact: true }), '5438232.25');
    // The known point of buildingSMART's sample.
    await expect.poll(() => draft()?.latitudeDeg).toBeCloseTo(49.09555102, 7);
    expect(draft()?.longitudeDeg).toBeCloseTo(8.4336798, 6);
    await type(screen.getByLabelText('Easting', { exact: true }), '9458657');
    await expect.element(screen.getByText('EPSG:25832 isn’t used there.')).toBeVisible();
    expect(draft()?.longitudeDeg).toBeCloseTo(8.4336798, 6);
  });

  it('counts heights from the sea where told', async () => {
    const { screen, draft } = await show('clear');
    await screen.getByRole('button', { name: 'Place by hand' }).click();
    const sea = screen.getByText('Sea level');
    await expect.element(sea).toBeEnabled();
    await sea.click();
    await type(screen.getByLabelText('Height', { exact: true }), '100');
    // The geoid is 48.12 m above the ellipsoid there.
    await expect.poll(() => draft()?.heightM).toBeCloseTo(148.12, 1);
  });

  it('moves by buttons and sets the model on the ground', async () => {
    const { screen, draft, frames } = await show('clear');
    await screen.getByRole('button', { name: 'Place by hand' }).click();
    await screen.getByRole('button', { name: 'North, 1 m' }).click();
    expect((draft()!.latitudeDeg - here.latitudeDeg) * 111_200).toBeCloseTo(1, 1);
    await screen.getByText('10', { exact: true }).click();
    await screen.getByRole('button', { name: 'Turn left, 10°' }).click();
    expect(draft()!.rotationDeg).toBeCloseTo(84.7, 3);
    await expect.element(screen.getByText('Looking for the ground…')).toBeVisible();
    const ground: GroundUnder = {
      model: 'house',
      draft: draft()!,
      heightM: 150,
      leastM: 149,
      greatestM: 152.5,
    };
    frames.publish(BIM_GROUND, ground);
    await expect.element(screen.getByText(/12.m over the ground/)).toBeVisible();
    await expect.element(screen.getByText(/rises by 3\.50.m/)).toBeVisible();
    await screen.getByRole('button', { name: 'Set on the ground' }).click();
    expect(draft()!.heightM).toBeCloseTo(150, 3);
    await screen.getByRole('button', { name: 'Cancel' }).click();
    expect(draft()).toBeUndefined();
  });

  it('sets a house with a cellar on the ground by its ground floor, and says so', async () => {
    const { screen, draft, frames } = await show('clear', 'city', {
      boundsM: [
        [0, 0, -3.2],
        [10, 10, 6],
      ],
      storeys: [
        { element: 0, name: 'Keller', elevationM: -3, heightM: 3 },
        { element: 0, name: 'EG', elevationM: 0, heightM: 3 },
      ],
    });
    await screen.getByRole('button', { name: 'Place by hand' }).click();
    const range = { heightM: 150, leastM: 150, greatestM: 150 };
    frames.publish(BIM_GROUND, { model: 'house', draft: draft()!, ...range } satisfies GroundUnder);
    await expect
      .element(screen.getByText(/The floor of “EG” is 12.m over the ground/))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Set on the ground' }).click();
    expect(draft()!.heightM).toBeCloseTo(150, 3);
  });

  it('gives the figures of an IfcMapConversion and the command to copy', async () => {
    const { screen } = await show('clear');
    await screen.getByRole('button', { name: 'Write the place into the IFC' }).click();
    await expect.element(screen.getByText('Eastings')).toBeVisible();
    await expect.element(screen.getByText(/^458657\.\d+/)).toBeVisible();
    await expect
      .element(
        screen.getByText(
          /panopolis georeference house\.ifc --at 8\.433680000,49\.095550000,161\.8000 --rotation 74\.7000000 --crs EPSG:25832 --out house-placed\.ifc/,
        ),
      )
      .toBeVisible();
    expect(screen.getByRole('button', { name: 'Download the placed IFC' }).query()).toBeNull();
    await expectAccessible();
  });

  it('writes a dropped file with its place inside', async () => {
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) =>
      String(input) === `${ROOT}source.ifc` ? new Response(anIfc()) : original(input, init);
    stops.push(() => {
      globalThis.fetch = original;
    });
    const saved: HTMLAnchorElement[] = [];
    const { click } = HTMLAnchorElement.prototype;
    const { revokeObjectURL } = URL;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this);
    };
    URL.revokeObjectURL = () => {};
    stops.push(() => {
      HTMLAnchorElement.prototype.click = click;
      URL.revokeObjectURL = revokeObjectURL;
    });
    const { screen } = await show('clear', 'dropped');
    await screen.getByRole('button', { name: 'Write the place into the IFC' }).click();
    await screen.getByRole('button', { name: 'Download the placed IFC' }).click();
    await expect.element(page.getByText('Wrote house-placed.ifc')).toBeVisible();
    expect(saved[0]!.download).toBe('house-placed.ifc');
    const text = await (await original(saved[0]!.href)).text();
    expect(text).toContain("IFCPROJECTEDCRS('EPSG:25832'");
    expect(text).toMatch(/IFCMAPCONVERSION\(#11,#\d+,45865\d\.\d+,543823\d\.\d+/);
  });

  it('says why the file could not be written', async () => {
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) =>
      String(input).startsWith(ROOT)
        ? new Response('', { status: 404, statusText: 'Not Found' })
        : original(input, init);
    stops.push(() => {
      globalThis.fetch = original;
    });
    const { screen } = await show('clear', 'dropped');
    await screen.getByRole('button', { name: 'Write the place into the IFC' }).click();
    await screen.getByRole('button', { name: 'Download the placed IFC' }).click();
    await expect.element(screen.getByText('404 Not Found')).toBeVisible();
  });
});

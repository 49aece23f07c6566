import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { instant } from '#model/time.ts';
import { goLive } from './clock.ts';
import { showLayer } from './layers.ts';
import { setPreferences } from './preferences.ts';
import { createAppStore } from './store.ts';
import { StoreProvider, useAppState, useText } from './use-store.tsx';

let renders = 0;

function LayerCount() {
  renders++;
  return <p>{useAppState((state) => Object.keys(state.layers).length)} layers</p>;
}

function Greeting() {
  return <p>{useText()({ en: 'Good day', zh: '你好' })}</p>;
}

it('renders a component again only when what it selects has changed', async () => {
  const store = createAppStore();
  const screen = await render(
    <StoreProvider store={store}>
      <LayerCount />
    </StoreProvider>,
  );
  await expect.element(screen.getByText('0 layers')).toBeVisible();
  const before = renders;
  goLive(store, instant(1));
  showLayer(store, 'city', false);
  await expect.element(screen.getByText('1 layers')).toBeVisible();
  showLayer(store, 'city', true);
  goLive(store, instant(2));
  await new Promise(requestAnimationFrame);
  expect(renders).toBe(before + 1);
});

it('speaks the language that was chosen last', async () => {
  const store = createAppStore();
  const screen = await render(
    <StoreProvider store={store}>
      <Greeting />
    </StoreProvider>,
  );
  await expect.element(screen.getByText('Good day')).toBeVisible();
  setPreferences(store, { language: 'zh' });
  await expect.element(screen.getByText('你好')).toBeVisible();
});

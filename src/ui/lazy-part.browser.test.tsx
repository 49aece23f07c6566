import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ErrorBoundary, KitProvider, lazyPart, ToolPage } from './index.ts';

const failed = () =>
  Promise.reject(
    new TypeError('Failed to fetch dynamically imported module: http://city/assets/Tool-3f2a.js'),
  );
const Tool = () => <p>The tool</p>;

function show(load: () => Promise<{ default: typeof Tool }>, language: 'en' | 'zh' = 'en') {
  const Part = lazyPart(load);
  return render(
    <KitProvider theme="dark" language={language}>
      <main>
        <ToolPage title="Tool" back="Back" broken="Broken" onBack={() => {}}>
          <Part />
        </ToolPage>
      </main>
    </KitProvider>,
  );
}

afterEach(() => vi.restoreAllMocks());

describe('a part that is loaded when it is wanted', () => {
  it('says that Panopolis was updated where the server has it no more, and offers to reload', async () => {
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response());
    const screen = await show(failed);
    await expect.element(screen.getByText('Panopolis was updated')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(screen.getByText(/dynamically imported/).query()).toBeNull();
  });

  it('says it in Chinese too', async () => {
    vi.spyOn(window, 'fetch').mockResolvedValue(new Response());
    const screen = await show(() => failed(), 'zh');
    await expect.element(screen.getByText('Panopolis 已更新')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '重新加载' })).toBeVisible();
  });

  it('fetches it once more where the server was away and is back', async () => {
    vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    let isBack = false;
    const screen = await show(async () => (isBack ? { default: Tool } : failed()));
    await expect.element(screen.getByText('This part can’t be fetched now')).toBeVisible();
    isBack = true;
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('The tool')).toBeVisible();
  });

  it('leaves an error of the part itself as it is', async () => {
    const Part = lazyPart<object>(() => Promise.reject(new Error('Pipe P-12 has no length.')));
    const screen = await render(
      <KitProvider theme="dark" language="en">
        <ErrorBoundary title="Broken">
          <Part />
        </ErrorBoundary>
      </KitProvider>,
    );
    await expect.element(screen.getByText('Pipe P-12 has no length.')).toBeVisible();
  });
});

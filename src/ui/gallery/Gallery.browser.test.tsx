import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import * as kit from '../index.ts';
import { expectAccessible } from '../testing/accessible.ts';
import Gallery from './Gallery.tsx';

// The whole gallery under axe takes seconds, more where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

/** What is exported but is no part to look at. */
const notShown = new Set([
  'dayAround',
  'formatNumber',
  'formatQuantity',
  'iconNames',
  'isIconName',
  'isModalOpen',
  // Stands in an ItemList alone.
  'ItemRow',
  // Has no look of its own.
  'Later',
  'lazyPart',
  'localeOf',
  'momentText',
  'saveBlob',
  'saveText',
  // Stands on a PrintSheet alone, which is closed at first.
  'SheetHead',
  'useKit',
  'useSaving',
]);

test('shows every part of the kit', async () => {
  await render(<Gallery />);
  const shown = [...document.querySelectorAll<HTMLElement>('[data-exhibit]')].map(
    (exhibit) => exhibit.dataset.exhibit,
  );
  const parts = Object.keys(kit).filter((name) => !notShown.has(name));
  expect(shown.toSorted()).toEqual(parts.toSorted());
});

for (const theme of ['dark', 'light'] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`has no accessibility violation in ${theme}, ${language}`, async () => {
      await page.viewport(1440, 900);
      await render(<Gallery initialTheme={theme} initialLanguage={language} />);
      await expectAccessible();
    });
  }
}

test('switches theme and language for the whole page', async () => {
  const screen = await render(<Gallery />);
  await screen.getByRole('radiogroup', { name: 'Theme' }).getByText('Light').click();
  expect(document.documentElement.dataset.mantineColorScheme).toBe('light');
  await screen.getByText('中文').click();
  expect(document.documentElement.lang).toBe('zh-Hans');
  await expect.element(screen.getByRole('heading', { name: '导航与搜索' })).toBeVisible();
});

test('fits a phone without scrolling sideways, with targets of 44 px', async () => {
  await page.viewport(390, 844);
  await render(<Gallery />);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  const small = [...document.querySelectorAll<HTMLElement>('[data-exhibit] button')]
    .filter((button) => button.offsetParent && button.offsetHeight < 44)
    .map((button) => `${button.textContent || button.ariaLabel}: ${button.offsetHeight} px`);
  expect(small).toEqual([]);
});

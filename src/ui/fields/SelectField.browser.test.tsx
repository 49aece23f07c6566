import type { CSSProperties } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KitProvider, SelectField } from '../index.ts';

const long = 'Time for which the water stands deeper than half a metre here';

/** Opens the menu of a narrow field and says where field and menu lie. */
async function openMenu(labels: readonly string[], place: CSSProperties = {}) {
  await render(
    <KitProvider theme="dark" language="en">
      <div style={{ position: 'absolute', width: '9rem', ...place }}>
        <SelectField
          label="Colour by"
          value="0"
          options={labels.map((label, at) => ({ value: String(at), label }))}
          onChange={() => undefined}
        />
      </div>
    </KitProvider>,
  );
  const field = page.getByRole('combobox', { name: 'Colour by' });
  await userEvent.click(field);
  const option = page.getByRole('option', { name: labels.at(-1) ?? '' });
  await expect.element(option).toBeVisible();
  const list = page.getByRole('listbox').element();
  const menu = list.closest('[data-position]') ?? list;
  return {
    field: field.element().getBoundingClientRect(),
    menu: menu.getBoundingClientRect(),
    option: option.element(),
  };
}

const lines = (element: Element) => {
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.selectNodeContents(words ?? element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
};

test('a menu is as wide as its longest option needs', async () => {
  await page.viewport(800, 600);
  const { field, menu, option } = await openMenu(['Depth', long], { left: 40 });
  expect(menu.width).toBeGreaterThan(field.width * 1.5);
  expect(menu.left).toBeCloseTo(field.left, 0);
  expect(lines(option)).toBe(1);
});

test('a menu of short options is as wide as its field', async () => {
  await page.viewport(800, 600);
  const { field, menu } = await openMenu(['Depth', 'Level']);
  expect(menu.width).toBeCloseTo(field.width, 0);
});

test('a menu stays within the window, beside its edge and where the window is narrow', async () => {
  await page.viewport(360, 600);
  const { menu, option } = await openMenu(['Depth', `${long}, and how long that is`], { right: 8 });
  expect(menu.left).toBeGreaterThanOrEqual(0);
  expect(menu.right).toBeLessThanOrEqual(360);
  expect(lines(option)).toBeGreaterThan(1);
});

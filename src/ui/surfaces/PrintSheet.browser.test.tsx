import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KitProvider } from '../KitProvider.tsx';
import { PrintSheet } from './PrintSheet.tsx';

/** Of the media that a page is shown on; '' gives the screen back. */
const showOn = (media: 'print' | '') => cdp().send('Emulation.setEmulatedMedia', { media });

afterEach(() => showOn(''));

async function show() {
  const screen = await render(
    <KitProvider theme="dark" language="en">
      <p>The app behind it</p>
      <PrintSheet title="Briefing" print="Print" onClose={() => undefined}>
        <p>On paper</p>
        <img src="data:," alt="The globe" />
      </PrintSheet>
    </KitProvider>,
  );
  await expect.element(screen.getByText('On paper')).toBeVisible();
  const sheet = document.querySelector('[data-print-sheet]');
  if (!sheet) throw new Error('A sheet was expected.');
  return { screen, sheet };
}

function* above(element: Element): Generator<Element> {
  for (let one = element.parentElement; one; one = one.parentElement) yield one;
}

describe('a sheet that is printed', () => {
  it('stands in nothing that has a place or a height of its own, so that it takes all its pages', async () => {
    const { sheet } = await show();
    await showOn('print');
    for (const one of above(sheet)) {
      const { position, overflowY, backgroundColor } = getComputedStyle(one);
      const name = `${one.tagName} ${one.className}`;
      expect(['static', 'relative'], name).toContain(position);
      expect(overflowY, name).toBe('visible');
      const isPage = one === document.documentElement;
      expect(backgroundColor, name).toBe(isPage ? 'rgb(255, 255, 255)' : 'rgba(0, 0, 0, 0)');
    }
  });

  it('cuts its picture to its box', async () => {
    const { sheet } = await show();
    await showOn('print');
    const picture = sheet.querySelector('img');
    expect(picture && getComputedStyle(picture).overflowY).toBe('clip');
  });

  it('is printed alone', async () => {
    const { screen } = await show();
    const behind = screen.getByText('The app behind it');
    const print = document.querySelector('button');
    await showOn('print');
    await expect.element(behind).not.toBeVisible();
    expect(print?.checkVisibility()).toBe(false);
    await expect.element(screen.getByText('On paper')).toBeVisible();
    await showOn('');
    await expect.element(behind).toBeVisible();
  });
});

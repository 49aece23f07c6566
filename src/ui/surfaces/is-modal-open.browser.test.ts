import { afterEach, expect, test } from 'vitest';
import { isModalOpen } from './is-modal-open.ts';

afterEach(() => document.body.replaceChildren());

test('a modal counts while it is seen, not the one that a library keeps hidden', () => {
  document.body.innerHTML =
    '<div style="display:none"><div role="dialog" aria-modal="true">Credits</div></div>';
  expect(isModalOpen()).toBe(false);
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="true">Sheet</div>');
  expect(isModalOpen()).toBe(true);
});

import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { BigButton, KitProvider } from '../index.ts';
import { expectAccessible } from '../testing/accessible.ts';

test.each(['dark', 'light'] as const)('is readable under the pointer too, %s', async (theme) => {
  await render(
    <KitProvider theme={theme} language="en">
      <BigButton icon="circle" name="Rain" detail="Falls on the town" onClick={() => undefined} />
    </KitProvider>,
  );
  const button = page.getByRole('button', { name: /^Rain/ });
  await userEvent.hover(button);
  expect(button.element().matches(':hover')).toBe(true);
  await expectAccessible();
});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Later } from './Later.tsx';

const built: string[] = [];

function Part({ name }: { readonly name: string }) {
  built.push(name);
  return <p>{name}</p>;
}

test('is built after what stands at once', async () => {
  const screen = await render(
    <>
      <Later>
        <Part name="long" />
      </Later>
      <Part name="head" />
    </>,
  );
  await expect.element(screen.getByText('long')).toBeVisible();
  expect(built).toEqual(['head', 'long']);
});

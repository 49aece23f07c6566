import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { KitProvider, LayerSection } from '../index.ts';

const aLayer = (id: string, thickness: number) => ({
  id,
  name: id,
  thickness,
  text: `${thickness} m`,
  pattern: 'plain' as const,
});

async function widths(...thicknesses: readonly number[]) {
  await render(
    <KitProvider theme="dark" language="en">
      <LayerSection
        label="Wall"
        layers={thicknesses.map((thickness, at) => aLayer(`Layer ${at}`, thickness))}
      />
    </KitProvider>,
  );
  const cut = [...document.querySelectorAll('figure > div')].at(-1);
  const whole = cut?.getBoundingClientRect().width ?? 0;
  return [...(cut?.children ?? [])].map((layer) => layer.getBoundingClientRect().width / whole);
}

test('fills its width with the layers by their thickness, whatever the unit', async () => {
  const metres = await widths(0.1, 0.3);
  expect(metres[0]).toBeCloseTo(0.25, 1);
  expect(metres[1]).toBeCloseTo(0.75, 1);
  const millimetres = await widths(100, 300);
  expect(millimetres).toEqual(metres);
});

test('keeps a foil in sight, and shares the width where nothing is known', async () => {
  const [foil = 0] = await widths(0.0002, 0.3);
  expect(foil).toBeGreaterThan(0.005);
  const [first = 0, second = 0] = await widths(0, 0);
  expect(first).toBeCloseTo(second, 2);
});

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KitProvider } from '../KitProvider.tsx';
import { expectAccessible } from '../testing/accessible.ts';
import { TimeSeriesChart } from './TimeSeriesChart.tsx';
import type { TimeRange, TimeSeries } from './time-series.ts';

const startMs = Date.UTC(2026, 10, 26, 12);
const MINUTE_MS = 60_000;

const aSeries = (id: string, values: readonly number[]): TimeSeries => ({
  id,
  name: id,
  timeMs: Float64Array.from(values, (_, at) => startMs + at * MINUTE_MS),
  value: Float64Array.from(values),
});
const river = aSeries('River', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

async function show(
  series: readonly TimeSeries[],
  onRangeChange: (range: TimeRange) => void = () => undefined,
) {
  await page.viewport(600, 400);
  const screen = await render(
    <KitProvider theme="dark" language="en">
      <TimeSeriesChart
        label="Levels"
        series={series}
        formatValue={(value) => `${value.toFixed(1)} m`}
        fromMs={startMs}
        toMs={startMs + 10 * MINUTE_MS}
        timeZone="Europe/Amsterdam"
        limits={[{ value: 8, name: 'alarm', tone: 'critical' }]}
        onRangeChange={onRangeChange}
      />
    </KitProvider>,
  );
  await vi.waitFor(() => expect(document.querySelector('canvas')?.width).toBeGreaterThan(300));
  return screen;
}

/** Share of the columns of the plot that hold a pixel of the line's own colour. */
function inkedColumns(colour: readonly [number, number, number]): boolean[] {
  const canvas = document.querySelector('canvas');
  const over = document.querySelector<HTMLElement>('.u-over');
  if (!canvas || !over) throw new Error('There is no plot.');
  const ratio = canvas.width / canvas.clientWidth;
  const left = Math.round(over.offsetLeft * ratio);
  const width = Math.round(over.clientWidth * ratio);
  const pixels = canvas.getContext('2d')?.getImageData(left, 0, width, canvas.height).data;
  return Array.from({ length: width }, (_, x) =>
    Array.from({ length: canvas.height }, (_, y) => (y * width + x) * 4).some((at) =>
      colour.every((part, channel) => Math.abs((pixels?.[at + channel] ?? 0) - part) < 24),
    ),
  );
}

const BLUE = [0x56, 0xb4, 0xe9] as const;

test('draws a line where there are readings and none where they are missing', async () => {
  await show([
    aSeries('River', [1, 2, 3, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 8, 9, 10]),
  ]);
  const inked = await vi.waitFor(() => {
    const columns = inkedColumns(BLUE);
    expect(columns.some(Boolean)).toBe(true);
    return columns;
  });
  const shareOf = (from: number, to: number) => {
    const part = inked.slice(Math.ceil(from * inked.length), Math.floor(to * inked.length));
    return part.filter(Boolean).length / part.length;
  };
  expect(shareOf(0.02, 0.18)).toBe(1);
  expect(shareOf(0.25, 0.68)).toBe(0);
  expect(shareOf(0.72, 0.88)).toBe(1);
});

test('reads values by arrow keys, with the moment in the city’s zone', async () => {
  const screen = await show([river, aSeries('Tide', [5, 5, 5, Number.NaN, Number.NaN, 7])]);
  const reader = screen.getByRole('slider', { name: 'Levels' });
  reader.element().focus();
  await userEvent.keyboard('{Home}');
  await expect
    .element(reader)
    .toHaveAttribute('aria-valuetext', '26 Nov, 13:00:00 CET, River 1.0 m, Tide 5.0 m');
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
  await expect
    .element(reader)
    .toHaveAttribute('aria-valuetext', '26 Nov, 13:03:00 CET, River 4.0 m, Tide –');
});

test('zooms by keyboard and button, says what is in sight, and goes back to the whole', async () => {
  const ranges: TimeRange[] = [];
  const screen = await show([river], (range) => ranges.push(range));
  const reader = screen.getByRole('slider', { name: 'Levels' });
  reader.element().focus();
  await userEvent.keyboard('{Home}+');
  await screen.getByRole('button', { name: 'Zoom in' }).click();
  await userEvent.keyboard('{Tab}');
  reader.element().focus();
  await userEvent.keyboard('{Escape}');
  expect(ranges.map(({ fromMs, toMs }) => (toMs - fromMs) / MINUTE_MS)).toEqual([5, 2.5, 10]);
});

test('zooms to what is dragged over', async () => {
  const ranges: TimeRange[] = [];
  await show([river], (range) => ranges.push(range));
  const over = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('.u-over');
    if (!found) throw new Error('There is no plot.');
    return found;
  });
  const box = over.getBoundingClientRect();
  const at = (share: number, type: string, buttons: number) =>
    new MouseEvent(type, {
      bubbles: true,
      button: 0,
      buttons,
      // uPlot takes a move by nothing for none.
      movementX: 1,
      clientX: box.left + share * box.width,
      clientY: box.top + box.height / 2,
    });
  over.dispatchEvent(at(0.2, 'mousedown', 1));
  over.dispatchEvent(at(0.5, 'mousemove', 1));
  over.dispatchEvent(at(0.7, 'mousemove', 1));
  document.dispatchEvent(at(0.7, 'mouseup', 0));
  await vi.waitFor(() => expect(ranges).toHaveLength(1));
  const [{ fromMs, toMs } = { fromMs: 0, toMs: 0 }] = ranges;
  expect((fromMs - startMs) / MINUTE_MS).toBeCloseTo(2, 0);
  expect((toMs - startMs) / MINUTE_MS).toBeCloseTo(7, 0);
});

test('has no accessibility violation', async () => {
  await show([river]);
  await expectAccessible();
});

import type { ReactNode } from 'react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import {
  Button,
  CommandPalette,
  DataTable,
  Dialog,
  Histogram,
  IconButton,
  KitProvider,
  Menu,
  PrintSheet,
  SearchBox,
  type SearchItem,
  Slider,
  Toolbar,
  ToolPage,
  useNotify,
} from './index.ts';

const inKit = (children: ReactNode) =>
  render(
    <KitProvider theme="dark" language="en">
      {children}
    </KitProvider>,
  );

const streets: readonly SearchItem[] = [
  { id: 'a', title: 'Coolhaven', group: 'Streets' },
  { id: 'b', title: 'Coolsingel', group: 'Streets' },
];

interface Building {
  readonly id: string;
  readonly height: number;
}

const buildings: readonly Building[] = Array.from({ length: 20_000 }, (_, at) => ({
  id: `b${at}`,
  height: (at * 7) % 997,
}));

function Table({ onActivate }: { readonly onActivate: (row: Building) => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Buildings"
      columns={[
        { id: 'id', title: 'Id', value: (row) => row.id },
        { id: 'height', title: 'Height', value: (row) => row.height },
      ]}
      rows={buildings}
      rowId={(row) => row.id}
      selectedIds={selected}
      onSelectionChange={setSelected}
      onActivate={onActivate}
      height="10rem"
    />
  );
}

function Opacity() {
  const [value, setValue] = useState(0.5);
  return (
    <Slider
      label="Opacity"
      value={value}
      onChange={setValue}
      step={0.1}
      format={(v) => `${Math.round(v * 100)}%`}
    />
  );
}

function Breaks() {
  const [value, setValue] = useState<readonly number[]>([40, 45]);
  return (
    <Histogram
      label="Height"
      edges={[0, 50, 100]}
      counts={[3, 1]}
      handles={{ kind: 'breaks', value, onChange: setValue }}
    />
  );
}

function Asking() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask</Button>
      <Dialog
        title="Sure?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<Button>Yes</Button>}
      >
        Really.
      </Dialog>
    </>
  );
}

function Hide({ undo }: { readonly undo: () => void }) {
  const notify = useNotify();
  return (
    <Button onClick={() => notify({ title: '3 hidden', action: { label: 'Undo', run: undo } })}>
      Hide
    </Button>
  );
}

function Ordering({ onBack }: { readonly onBack: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <ToolPage title="Burst" back="Back" broken="Failed" onBack={onBack}>
      <Button onClick={() => setOpen(true)}>Order</Button>
      {isOpen && (
        <PrintSheet
          title="Order sheet"
          tools={<Button>Print</Button>}
          onClose={() => setOpen(false)}
        >
          To do.
        </PrintSheet>
      )}
    </ToolPage>
  );
}

test('SearchBox finds while typing, marks the match, and Enter takes the one the arrows reached', async () => {
  const onChoose = vi.fn();
  const screen = await inKit(
    <SearchBox label="Search" restMs={0} search={async () => streets} onChoose={onChoose} />,
  );
  await userEvent.click(screen.getByRole('combobox', { name: 'Search' }));
  await userEvent.keyboard('cool');
  await expect.element(page.getByRole('option', { name: 'Coolsingel' })).toBeVisible();
  expect(document.querySelector('mark')?.textContent).toBe('Cool');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChoose).toHaveBeenCalledWith(streets[1]);
});

test('SearchBox stops the search before, says when nothing is found and tries a failed one again', async () => {
  const signals: AbortSignal[] = [];
  let isDown = true;
  const search = async (query: string, signal: AbortSignal) => {
    signals.push(signal);
    if (query === 'down' && isDown) throw new Error('The worker has stopped.');
    return [];
  };
  const screen = await inKit(
    <SearchBox label="Search" restMs={0} search={search} onChoose={() => undefined} />,
  );
  const box = screen.getByRole('combobox', { name: 'Search' });
  await box.fill('xyz');
  await expect.element(page.getByText('Nothing found')).toBeVisible();
  await box.fill('down');
  expect(signals[0]?.aborted).toBe(true);
  await expect.element(page.getByText('The worker has stopped.')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Nothing found')).toBeVisible();
});

test('Menu opens by keyboard, runs the reached item and gives the focus back', async () => {
  const onSelect = vi.fn();
  const screen = await inKit(
    <Menu
      label="Actions"
      trigger={<Button>Actions</Button>}
      items={[
        { id: 'a', label: 'Inspect', onSelect: () => undefined },
        { id: 'b', label: 'Measure', onSelect },
      ]}
    />,
  );
  const trigger = screen.getByRole('button', { name: 'Actions' });
  trigger.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Measure' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Inspect'));
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onSelect).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(document.activeElement).toBe(trigger.element()));
});

test('DataTable sorts 20,000 rows, draws few, moves and selects by keyboard', async () => {
  const onActivate = vi.fn();
  const screen = await inKit(<Table onActivate={onActivate} />);
  const grid = screen.getByRole('grid', { name: 'Buildings' });
  expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60);
  await screen.getByRole('button', { name: 'Height' }).click();
  await screen.getByRole('button', { name: 'Height' }).click();
  await expect
    .element(screen.getByRole('columnheader', { name: 'Height' }))
    .toHaveAttribute('aria-sort', 'descending');
  grid.element().focus();
  await userEvent.keyboard('{End}');
  const active = () =>
    document.getElementById(grid.element().getAttribute('aria-activedescendant') ?? '');
  await vi.waitFor(() => expect(active()?.getAttribute('aria-rowindex')).toBe('20001'));
  expect(active()?.textContent).toContain('b');
  await userEvent.keyboard(' ');
  await vi.waitFor(() => expect(active()?.getAttribute('aria-selected')).toBe('true'));
  await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
  await vi.waitFor(() => expect(document.querySelectorAll('[aria-selected=true]').length).toBe(3));
  await userEvent.keyboard('{Home}{Enter}');
  expect(onActivate.mock.lastCall?.[0].height).toBe(996);
});

test('Slider moves by arrow keys and says its value with the unit', async () => {
  const screen = await inKit(<Opacity />);
  const thumb = screen.getByRole('slider', { name: 'Opacity' });
  thumb.element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(thumb).toHaveAttribute('aria-valuetext', '70%');
  await userEvent.keyboard('{Home}');
  await expect.element(thumb).toHaveAttribute('aria-valuenow', '0');
});

test('Histogram keeps breaks in order when one is pushed past its neighbour', async () => {
  const screen = await inKit(<Breaks />);
  const first = screen.getByRole('slider', { name: 'Height: Break 1' });
  first.element().focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  await expect.element(first).toHaveAttribute('aria-valuenow', '45');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(first).toHaveAttribute('aria-valuenow', '44.5');
});

test('Histogram brushes a range with the pointer', async () => {
  const onChange = vi.fn();
  await inKit(
    <Histogram
      label="Height"
      edges={[0, 50, 100]}
      counts={[3, 1]}
      handles={{ kind: 'range', value: [0, 100], onChange }}
    />,
  );
  const plot = page.getByRole('img', { name: 'Height' });
  const { width, height } = plot.element().getBoundingClientRect();
  await userEvent.dragAndDrop(plot, plot, {
    sourcePosition: { x: width * 0.25, y: height / 2 },
    targetPosition: { x: width * 0.75, y: height / 2 },
  });
  const [from, to] = onChange.mock.lastCall?.[0] ?? [];
  expect(from).toBeCloseTo(25, 0);
  expect(to).toBeCloseTo(75, 0);
});

test('CommandPalette finds by first letters, runs by Enter and closes', async () => {
  const run = vi.fn();
  const onClose = vi.fn();
  await inKit(
    <CommandPalette
      label="Commands"
      placeholder="What to do?"
      isOpen
      onClose={onClose}
      recentIds={['b']}
      commands={[
        { id: 'a', title: 'Look north', run },
        { id: 'b', title: 'Look straight down', run: () => undefined },
      ]}
    />,
  );
  await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  expect(page.getByRole('option').elements()[0]?.textContent).toContain('straight down');
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await userEvent.keyboard('ln');
  await vi.waitFor(() =>
    expect(page.getByRole('option').elements()[0]?.textContent).toContain('north'),
  );
  await userEvent.keyboard('{Enter}');
  expect(run).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalled();
});

test('CommandPalette closes by Escape', async () => {
  const onClose = vi.fn();
  await inKit(
    <CommandPalette
      label="Commands"
      placeholder="What to do?"
      isOpen
      onClose={onClose}
      commands={[{ id: 'a', title: 'Look north', run: () => undefined }]}
    />,
  );
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

test('Dialog keeps the focus inside, closes by Escape and gives the focus back', async () => {
  const screen = await inKit(<Asking />);
  const trigger = screen.getByRole('button', { name: 'Ask' });
  trigger.element().focus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog', { name: 'Sure?' });
  await expect.element(dialog).toBeVisible();
  for (let press = 0; press < 4; press++) {
    await userEvent.keyboard('{Tab}');
    await vi.waitFor(() => expect(dialog.element().contains(document.activeElement)).toBe(true));
  }
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(document.activeElement).toBe(trigger.element()));
});

test('Escape closes a sheet over a tool and leaves the tool, even where the focus is still in the tool', async () => {
  const onBack = vi.fn();
  const screen = await inKit(<Ordering onBack={onBack} />);
  const order = screen.getByRole('button', { name: 'Order', exact: true }).element();
  order.focus();
  await userEvent.keyboard('{Enter}');
  const sheet = page.getByRole('dialog', { name: 'Order sheet' });
  await expect.element(sheet).toBeVisible();
  await vi.waitFor(() => expect(sheet.element().contains(document.activeElement)).toBe(true));
  // As on a busy page, where the sheet gets the focus late.
  order.focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
  expect(onBack).not.toHaveBeenCalled();
  order.focus();
  await userEvent.keyboard('{Escape}');
  expect(onBack).toHaveBeenCalledOnce();
});

test('Toolbar is one tab stop whose arrows go round', async () => {
  await inKit(
    <Toolbar label="Tools">
      <IconButton icon="ruler" label="Measure" />
      <IconButton icon="camera" label="Picture" />
    </Toolbar>,
  );
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.ariaLabel).toBe('Measure');
  await userEvent.keyboard('{ArrowLeft}');
  expect(document.activeElement?.ariaLabel).toBe('Picture');
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.ariaLabel).toBe('Measure');
  expect(document.querySelectorAll('[role=toolbar] [tabindex="0"]').length).toBe(1);
});

test('A notice undoes and goes', async () => {
  const undo = vi.fn();
  const screen = await inKit(<Hide undo={undo} />);
  await screen.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(undo).toHaveBeenCalledOnce();
  await expect.element(page.getByText('3 hidden')).not.toBeInTheDocument();
});

test('sorts by its caller’s order, and keeps the row under the keyboard when it moves', async () => {
  const activated: string[] = [];
  const sorts: unknown[] = [];
  const table = (ids: readonly string[]) => (
    <KitProvider theme="dark" language="en">
      <DataTable
        label="Moving"
        columns={[{ id: 'id', title: 'Id', value: (row: string) => row }]}
        rows={ids}
        rowId={(row) => row}
        sort={{ column: 'id', direction: 'ascending' }}
        onSortChange={(sort) => sorts.push(sort)}
        onActivate={(row) => activated.push(row)}
      />
    </KitProvider>
  );
  const screen = await render(table(['c', 'a', 'b']));
  await screen.getByRole('button', { name: 'Id' }).click();
  expect(sorts).toEqual([{ column: 'id', direction: 'descending' }]);
  screen.getByRole('grid').element().focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await screen.rerender(table(['a', 'b', 'c']));
  screen.getByRole('grid').element().focus();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  await screen.rerender(table(['b']));
  screen.getByRole('grid').element().focus();
  await userEvent.keyboard('{Enter}');
  expect(activated).toEqual(['a', 'a', 'b', 'b']);
});

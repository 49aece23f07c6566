import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KitProvider, Tree, type TreeItem } from '../index.ts';
import { expectAccessible } from '../testing/accessible.ts';

interface Seen {
  readonly isolated: string[][];
  readonly hidden: string[][];
  readonly shown: string[];
  readonly activated: string[];
  readonly leaked: string[];
}

function House({ seen, rooms, reveal }: { seen: Seen; rooms: number; reveal?: string }) {
  const [isOpen, setOpen] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const items: TreeItem[] = [
    { id: 'house', label: 'House', level: 1, place: 1, siblings: 2, isExpanded: isOpen },
    ...(isOpen
      ? Array.from({ length: rooms }, (_, at) => ({
          id: `r${at}`,
          label: at === 7 ? 'Attic' : `Room ${at}`,
          detail: 'IfcSpace',
          count: at,
          level: 2,
          place: at + 1,
          siblings: rooms,
        }))
      : []),
    { id: 'shed', label: 'Shed', level: 1, place: 2, siblings: 2, isHidden: true },
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: sees which keys the tree lets through.
    <div onKeyDown={({ key }) => seen.leaked.push(key)}>
      <KitProvider theme="dark" language="en">
        <Tree
          label="Rooms"
          items={items}
          onExpand={(_, next) => setOpen(next)}
          selectedIds={selected}
          onSelectionChange={setSelected}
          onActivate={(id) => seen.activated.push(id)}
          onShow={(id, isShown) => seen.shown.push(`${id} ${isShown}`)}
          keys={{
            ' ': (ids) => seen.isolated.push([...ids]),
            h: (ids) => seen.hidden.push([...ids]),
          }}
          revealedId={reveal}
          height="10rem"
        />
      </KitProvider>
    </div>
  );
}

async function show(rooms = 10, reveal?: string) {
  const seen: Seen = { isolated: [], hidden: [], shown: [], activated: [], leaked: [] };
  const screen = await render(<House seen={seen} rooms={rooms} {...(reveal && { reveal })} />);
  const tree = screen.getByRole('tree', { name: 'Rooms' });
  tree.element().focus();
  const active = () =>
    document.getElementById(tree.element().getAttribute('aria-activedescendant') ?? '')?.ariaLabel;
  const selected = () =>
    [...document.querySelectorAll('[aria-selected=true]')].map((row) => row.ariaLabel);
  return { screen, seen, tree, active, selected };
}

test('opens, walks, types ahead and selects by keyboard alone', async () => {
  const { active, selected, seen } = await show();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await vi.waitFor(() => expect(active()).toBe('Room 0, IfcSpace, 0'));
  await userEvent.keyboard('att');
  await vi.waitFor(() => expect(active()).toBe('Attic, IfcSpace, 7'));
  await userEvent.keyboard('{Enter}{Shift>}{ArrowDown}{/Shift}');
  await vi.waitFor(() => expect(selected()).toEqual(['Attic, IfcSpace, 7', 'Room 8, IfcSpace, 8']));
  await userEvent.keyboard('{ArrowLeft}');
  await vi.waitFor(() => expect(active()).toBe('House'));
  await userEvent.keyboard('{ArrowLeft}');
  await vi.waitFor(() => expect(document.querySelectorAll('[role=treeitem]')).toHaveLength(2));
  await userEvent.keyboard('{End}{Enter}');
  await vi.waitFor(() => expect(selected()).toEqual(['Shed, hidden']));
  // The page flies and hides with single keys: none of these may reach it.
  expect(seen.leaked.filter((key) => key !== 'Shift')).toEqual([]);
});

test('acts on the active row, or on all that are selected where it is one of them', async () => {
  const { seen, active } = await show();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await vi.waitFor(() => expect(active()).toBe('Room 0, IfcSpace, 0'));
  await userEvent.keyboard(' ');
  await userEvent.keyboard('{Enter}{Shift>}{ArrowDown}{/Shift}h');
  await vi.waitFor(() => expect(seen.hidden).toEqual([['r0', 'r1']]));
  expect(seen.isolated).toEqual([['r0']]);
});

test('shows and hides with the eye, and flies with a double click, without selecting by the eye', async () => {
  const { screen, seen, selected } = await show();
  await screen.getByRole('button', { name: 'Show: Shed' }).click();
  expect(seen.shown).toEqual(['shed true']);
  expect(selected()).toEqual([]);
  await screen.getByRole('treeitem', { name: 'House' }).dblClick();
  expect(seen.activated).toEqual(['house']);
});

test('leaves letters to the page while a person points', async () => {
  const { screen, seen, active } = await show();
  await screen.getByRole('treeitem', { name: 'House' }).click();
  await userEvent.keyboard('s');
  expect(seen.leaked).toEqual(['s']);
  await userEvent.keyboard('{ArrowDown}{ArrowUp}s');
  await vi.waitFor(() => expect(active()).toBe('Shed, hidden'));
  expect(seen.leaked).toEqual(['s']);
});

test('holds 50,000 rows, draws those in sight and brings one into sight when asked', async () => {
  const { active } = await show(50_000, 'r30000');
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(active()).toBe('Room 30000, IfcSpace, 30,000'));
  expect(document.querySelectorAll('[role=treeitem]').length).toBeLessThan(40);
  await userEvent.keyboard('{Home}{End}');
  await vi.waitFor(() => expect(active()).toBe('Shed, hidden'));
});

test('cuts a long name in its middle, keeps its end in sight and says all of it', async () => {
  const names = ['Door to the patient room 2.04', 'Door to the patient room 2.05'];
  const items = names.map((label, at): TreeItem => {
    return { id: label, label, detail: 'Door', level: 4, place: at + 1, siblings: 2 };
  });
  const screen = await render(
    <div style={{ inlineSize: '14rem' }}>
      <KitProvider theme="dark" language="en">
        <Tree
          label="Rooms"
          items={items}
          onExpand={() => {}}
          selectedIds={new Set()}
          onSelectionChange={() => {}}
          query="room 2.04"
        />
      </KitProvider>
    </div>,
  );
  const rows = screen.getByRole('treeitem').elements();
  expect(rows.map((row) => row.ariaLabel)).toEqual(names.map((name) => `${name}, Door`));
  const frame = rows[0]?.getBoundingClientRect();
  const end = screen.getByText(' room 2.04', { exact: false }).last().element();
  expect(end.textContent).toBe(' room 2.04');
  expect(end.getBoundingClientRect().right).toBeLessThan(frame?.right ?? 0);
  expect(end.scrollWidth).toBeLessThanOrEqual(end.clientWidth);
  const start = end.previousElementSibling;
  expect(start?.scrollWidth).toBeGreaterThan(start?.clientWidth ?? 0);
  expect(end.closest('[title]')?.getAttribute('title')).toBe(`${names[0]} · Door`);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('2.04');
});

test('has no accessibility violation', async () => {
  await show();
  await userEvent.keyboard('{ArrowRight}');
  await expectAccessible();
});

import type { Selected } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, Stack } from '#ui';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { messages as cardMessages } from '../messages.ts';
import { showElement } from '../panel/use-element.ts';
import { useLine } from '../panel/use-line.ts';
import { elementOf } from '../state/selected.ts';

/** Several elements by their ids; Enter goes to one of them. */
export function SeveralElements({ selected }: { readonly selected: readonly Selected[] }) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  return (
    <Stack>
      <DataTable
        label={say(messages.several(selected.length))}
        rows={selected}
        rowId={({ id }) => id}
        height="20rem"
        onActivate={({ id }) => line && void showElement(store, line, id)}
        columns={[
          {
            id: 'id',
            title: say(cardMessages.id),
            value: (one) => elementOf(one)?.id ?? one.id,
          },
          {
            id: 'network',
            title: say(cardMessages.listedNetwork),
            width: '7rem',
            value: (one) => elementOf(one)?.network ?? '',
          },
        ]}
      />
    </Stack>
  );
}

import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, formatQuantity, Note, Stack } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { lookAt } from '../look-at.ts';
import { useLanguage } from '../use-fire.ts';
import { messages } from './messages.ts';
import { useEvacuation, usePeople } from './use-evacuation.ts';

type Route = EvacuationResult['routes'][number];

/** Streets that carry them, the most people first. */
export function RouteTable({ result }: { readonly result: EvacuationResult }) {
  const store = useAppStore();
  const say = useText();
  const people = usePeople();
  const language = useLanguage();
  const { work } = useEvacuation();
  return (
    <Stack gap="s">
      <DataTable<Route>
        label={say(messages.routes)}
        height="14rem"
        rows={result.routes}
        rowId={({ street }) => street}
        onActivate={({ line }) => {
          const middle = line[Math.floor(line.length / 2)];
          if (middle) lookAt(store, middle);
        }}
        columns={[
          {
            id: 'name',
            title: say(messages.street),
            width: 'minmax(7rem, 2fr)',
            value: ({ name }) => name || say(messages.unnamed),
          },
          {
            ...{ id: 'people', title: say(messages.routePeople), align: 'end' },
            width: 'minmax(4.5rem, 1fr)',
            value: (route) => route.people,
            render: (route) => people(route.people),
          },
          {
            ...{ id: 'queue', title: say(messages.queue), align: 'end' },
            width: 'minmax(4.5rem, 1fr)',
            value: ({ queueM }) => queueM,
            render: ({ queueM }) => formatQuantity(queueM, 'm', language, { decimals: 0 }),
          },
        ]}
      />
      <Note kind="faint">{say(messages.showStreet)}</Note>
      {work.closedStreets > 0 && <Note>{say(messages.closedStreets(work.closedStreets))}</Note>}
    </Stack>
  );
}

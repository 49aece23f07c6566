import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, Note, PropertySection, Stack } from '#ui';
import type { AnalysedElement, FlushRow } from '../../contract/analyses.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';

/** Hydrants to flush, the best first. */
export function FlushTable({ rows }: { readonly rows: readonly FlushRow[] }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  const mass = (kg: number) => quantity(kg, 'kg', { decimals: 3 });
  return (
    <PropertySection title={say(messages.flushing)} aside={String(rows.length)} isFree>
      <Stack gap="s">
        <Note kind="faint">{say(rows.length === 0 ? messages.noFlushing : messages.flushWhy)}</Note>
        {rows.length > 0 && (
          <DataTable
            label={say(messages.flushing)}
            rows={rows}
            rowId={({ key }) => key}
            height="12rem"
            onActivate={({ key }) => line && void showElement(store, line, key)}
            columns={[
              {
                id: 'id',
                title: say(messages.customer),
                width: 'minmax(6rem, 1fr)',
                value: ({ id }) => id,
              },
              {
                id: 'passing',
                title: say(messages.passing),
                align: 'end',
                width: '6rem',
                value: ({ passingKg }) => passingKg,
                render: ({ passingKg }) => mass(passingKg),
              },
              {
                id: 'saved',
                title: say(messages.saved),
                align: 'end',
                width: '7rem',
                value: ({ savedKg }) => (Number.isNaN(savedKg) ? undefined : savedKg),
                render: ({ savedKg }) => (Number.isNaN(savedKg) ? '–' : mass(savedKg)),
              },
            ]}
          />
        )}
      </Stack>
    </PropertySection>
  );
}

/** Valves around what is reached when people act. */
export function ValveTable({ rows }: { readonly rows: readonly AnalysedElement[] }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  return (
    <PropertySection title={say(messages.valves)} aside={String(rows.length)} isFree>
      {rows.length === 0 ? (
        <Note kind="faint">{say(messages.noValves)}</Note>
      ) : (
        <DataTable
          label={say(messages.valves)}
          rows={rows}
          rowId={({ key }) => key}
          height="12rem"
          onActivate={({ key }) => line && void showElement(store, line, key)}
          columns={[{ id: 'id', title: say(messages.valve), value: ({ id }) => id }]}
        />
      )}
    </PropertySection>
  );
}

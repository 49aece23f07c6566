import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, PropertySection, StatusBadge } from '#ui';
import type { GasHeatNotable } from '../../contract/gas-heat.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { messages } from './messages.ts';
import { useFigure } from './use-figure.ts';

/** The elements that stand out; Enter flies to one. */
export function NotableTable({ rows }: { readonly rows: readonly GasHeatNotable[] }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const figure = useFigure();
  return (
    <PropertySection title={say(messages.notable)} isFree>
      <DataTable
        label={say(messages.notable)}
        rows={rows}
        rowId={({ key, name }) => `${key}/${name.en}`}
        height="14rem"
        onActivate={({ key }) => line && void showElement(store, line, key)}
        columns={[
          {
            id: 'what',
            title: say(messages.what),
            width: 'minmax(6rem, 1fr)',
            value: ({ name }) => say(name),
          },
          { id: 'element', title: say(messages.element), width: '6rem', value: ({ id }) => id },
          {
            id: 'value',
            title: say(messages.value),
            align: 'end',
            width: '6.5rem',
            value: ({ value }) => value,
            render: ({ value, unit, isBad }) =>
              isBad ? (
                <StatusBadge tone="serious" word={figure(value, unit)} isPlain />
              ) : (
                figure(value, unit)
              ),
          },
        ]}
      />
    </PropertySection>
  );
}

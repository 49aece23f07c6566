import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, EmptyState, PropertySection } from '#ui';
import type { GasHeatResidual } from '../../contract/gas-heat.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { messages } from './messages.ts';
import { useFigure } from './use-figure.ts';

/** What sensors measure and what was solved for the same place. */
export function ResidualTable({ rows }: { readonly rows: readonly GasHeatResidual[] }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const figure = useFigure();
  const column = (id: string, title: string, value: (row: GasHeatResidual) => number) => ({
    ...{ id, title, value },
    align: 'end' as const,
    width: '6rem',
    render: (row: GasHeatResidual) => figure(value(row), row.unit),
  });
  return (
    <PropertySection title={say(messages.residuals)} isFree>
      <DataTable
        label={say(messages.residuals)}
        rows={rows}
        rowId={({ sensor }) => sensor}
        height="14rem"
        onActivate={({ key }) => line && void showElement(store, line, key)}
        instead={
          rows.length === 0 ? (
            <EmptyState icon="gauge" title={say(messages.noResiduals)} />
          ) : undefined
        }
        columns={[
          {
            id: 'sensor',
            title: say(messages.sensor),
            width: 'minmax(8rem, 1fr)',
            value: ({ name }) => name,
          },
          column('measured', say(messages.measured), ({ measured }) => measured),
          column('solved', say(messages.solved), ({ solved }) => solved),
          column('difference', say(messages.difference), (row) => row.measured - row.solved),
        ]}
      />
    </PropertySection>
  );
}

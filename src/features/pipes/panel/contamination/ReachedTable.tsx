import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, DataTable, EmptyState, Stack, StatusBadge, saveText } from '#ui';
import type { ReachedCustomer } from '../../contract/analyses.ts';
import { toCsv } from '../analysis/csv.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { MomentCell } from '../MomentCell.tsx';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';

/** Critical customers first, then by arrival. */
export function ReachedTable({ rows }: { readonly rows: readonly ReachedCustomer[] }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  return (
    <Stack gap="s">
      <DataTable
        label={say(messages.reached)}
        rows={rows}
        rowId={({ key }) => key}
        height="18rem"
        lines={2}
        onActivate={({ key }) => line && void showElement(store, line, key)}
        instead={
          rows.length === 0 ? (
            <EmptyState icon="droplet" title={say(messages.nobody)}>
              {say(messages.nobodyWhy)}
            </EmptyState>
          ) : undefined
        }
        columns={[
          {
            id: 'id',
            title: say(messages.customer),
            width: 'minmax(6rem, 1fr)',
            value: ({ id }) => id,
            render: ({ id, isCritical }) =>
              isCritical ? (
                <StatusBadge tone="serious" word={`${id} · ${say(messages.critical)}`} isPlain />
              ) : (
                id
              ),
          },
          {
            id: 'arrival',
            title: say(messages.arrival),
            width: '8rem',
            value: ({ arrivalMs }) => arrivalMs,
            render: ({ arrivalMs }) => <MomentCell timeMs={arrivalMs} />,
          },
          {
            id: 'customers',
            title: say(messages.customers),
            align: 'end',
            width: '6rem',
            value: ({ customers }) => customers,
          },
          {
            id: 'peak',
            title: say(messages.peak),
            align: 'end',
            width: '6rem',
            value: ({ peakKgM3 }) => peakKgM3,
            render: ({ peakKgM3 }) => quantity(peakKgM3 * 1000, 'mg/L', { decimals: 3 }),
          },
        ]}
      />
      <Button
        icon="download"
        onClick={() => saveText('contamination.csv', csvOf(rows), 'text/csv')}
        disabled={rows.length === 0}
      >
        {say(analysisMessages.csv)}
      </Button>
    </Stack>
  );
}

const csvOf = (rows: readonly ReachedCustomer[]) =>
  toCsv(
    [
      ...['node', 'longitude_deg', 'latitude_deg', 'customers', 'critical'],
      ...['arrival_utc', 'peak_kg_m3', 'taken_kg'],
    ],
    rows.map((row) => [
      ...[row.id, row.longitudeDeg, row.latitudeDeg, row.customers, Number(row.isCritical)],
      ...[new Date(row.arrivalMs).toISOString(), row.peakKgM3, row.takenKg],
    ]),
  );

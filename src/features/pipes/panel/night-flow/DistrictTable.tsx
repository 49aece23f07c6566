import { useText } from '#store/use-store.tsx';
import { DataTable } from '#ui';
import type { DistrictReport } from '../../contract/night-flow.ts';
import { useMeasure } from '../use-words.ts';
import { messages } from './messages.ts';

interface DistrictTableProps {
  readonly districts: readonly DistrictReport[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onShow: (district: DistrictReport) => void;
}

/** Who loses most, first. */
export function DistrictTable({ districts, chosen, onChoose, onShow }: DistrictTableProps) {
  const say = useText();
  const measure = useMeasure();
  const flow = (value: number) => (Number.isNaN(value) ? '–' : measure(value, 'm³/s'));
  return (
    <DataTable
      label={say(messages.districts)}
      rows={districts}
      rowId={({ id }) => id}
      height="18rem"
      initialSort={{ column: 'loss', direction: 'descending' }}
      selectedIds={new Set(chosen === undefined ? [] : [chosen])}
      onSelectionChange={(ids) => {
        const id = [...ids].find((one) => one !== chosen) ?? chosen;
        if (id !== undefined) onChoose(id);
      }}
      onActivate={onShow}
      columns={[
        {
          id: 'name',
          title: say(messages.district),
          width: 'minmax(5rem, 1fr)',
          value: ({ name }) => name,
        },
        {
          id: 'loss',
          title: say(messages.lossHead),
          align: 'end',
          width: '5.5rem',
          value: ({ excessM3s }) => excessM3s,
          render: ({ excessM3s }) => flow(excessM3s),
        },
        {
          id: 'minimum',
          title: say(messages.minimum),
          align: 'end',
          width: '5.5rem',
          value: ({ minimumM3s }) => minimumM3s,
          render: ({ minimumM3s }) => flow(minimumM3s),
        },
        {
          id: 'trend',
          title: say(messages.trendHead),
          align: 'end',
          width: '5.5rem',
          value: ({ trendM3sADay }) => trendM3sADay,
          render: ({ trendM3sADay }) =>
            Number.isNaN(trendM3sADay)
              ? '–'
              : `${trendM3sADay > 0 ? '+' : ''}${measure(trendM3sADay, 'm³/s')}`,
        },
      ]}
    />
  );
}

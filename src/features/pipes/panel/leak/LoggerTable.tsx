import { useText } from '#store/use-store.tsx';
import { DataTable, PropertySection } from '#ui';
import type { LeakResult } from '../../contract/analyses.ts';
import { useMeasure } from '../use-words.ts';
import { messages } from './messages.ts';

/** How far each pressure logger is from what it should read without a leak. */
export function LoggerTable({ sensors }: Pick<LeakResult, 'sensors'>) {
  const say = useText();
  const measure = useMeasure();
  return (
    <PropertySection title={say(messages.sensors)} aside={String(sensors.length)} isFree>
      <DataTable
        label={say(messages.sensors)}
        rows={sensors}
        rowId={({ sensor }) => sensor}
        height="14rem"
        initialSort={{ column: 'change', direction: 'ascending' }}
        columns={[
          {
            id: 'name',
            title: say(messages.sensor),
            width: 'minmax(7rem, 1fr)',
            value: ({ name }) => name,
          },
          {
            id: 'change',
            title: say(messages.change),
            align: 'end',
            width: '6rem',
            value: ({ changePa }) => changePa,
            render: ({ changePa }) => measure(changePa, 'Pa'),
          },
          {
            id: 'noise',
            title: say(messages.noise),
            align: 'end',
            width: '8rem',
            value: ({ noisePa }) => noisePa,
            render: ({ noisePa, hasUsual }) =>
              hasUsual ? measure(noisePa, 'Pa') : say(messages.noUsual),
          },
        ]}
      />
    </PropertySection>
  );
}

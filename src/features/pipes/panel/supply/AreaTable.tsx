import { useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, Note, PropertySection, Stack, StatusBadge, useKit } from '#ui';
import type { AreaReport } from '../../contract/water.ts';
import { messages } from './messages.ts';

interface AreaTableProps {
  readonly areas: readonly AreaReport[];
  /** Factor of the whole network. */
  readonly usual: number;
}

/** A part that draws this much more or less than the others do is worth a look. */
const ODD = 0.25;

/** What is drawn in each metered part, against what is expected there. */
export function AreaTable({ areas, usual }: AreaTableProps) {
  const say = useText();
  const { language } = useKit();
  if (areas.length === 0) return null;
  const litres = (value: number) => formatNumber(value * 1000, language, { decimals: 1 });
  return (
    <PropertySection
      title={say(messages.areas)}
      aside={areas.length}
      isInitiallyOpen={false}
      isFree
    >
      <Stack gap="s">
        <DataTable
          label={say(messages.areas)}
          rows={areas}
          rowId={({ id }) => id}
          height="14rem"
          initialSort={{ column: 'ratio', direction: 'descending' }}
          columns={[
            {
              id: 'zone',
              title: say(messages.area),
              width: 'minmax(5rem, 1fr)',
              value: ({ zone, id }) => zone || id,
            },
            {
              id: 'junctions',
              title: say(messages.junctions),
              align: 'end',
              width: '5.5rem',
              value: ({ junctions }) => junctions,
            },
            {
              id: 'measured',
              title: say(messages.measured),
              unit: 'L/s',
              align: 'end',
              width: '6rem',
              value: ({ measuredM3s }) => measuredM3s,
              render: ({ measuredM3s }) => litres(measuredM3s),
            },
            {
              id: 'expected',
              title: say(messages.expected),
              unit: 'L/s',
              align: 'end',
              width: '6rem',
              value: ({ expectedM3s }) => expectedM3s,
              render: ({ expectedM3s }) => litres(expectedM3s),
            },
            {
              id: 'ratio',
              title: say(messages.ratio),
              unit: '%',
              align: 'end',
              width: '5rem',
              value: ({ factor }) => factor,
              render: ({ factor }) => {
                const word = formatNumber(factor * 100, language, { decimals: 0 });
                const isOdd = Math.abs(factor / usual - 1) > ODD;
                return isOdd ? <StatusBadge tone="warning" word={word} isPlain /> : word;
              },
            },
          ]}
        />
        <Note kind="faint">{say(messages.areasWhy)}</Note>
      </Stack>
    </PropertySection>
  );
}

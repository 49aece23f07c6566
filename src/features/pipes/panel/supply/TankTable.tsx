import { useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, PropertySection, StatusBadge, useKit } from '#ui';
import type { TankReport } from '../../contract/water.ts';
import { messages } from './messages.ts';

/** A tank that is empty within this time is worth a look. */
const SOON_S = 6 * 3600;

/** Level, flow and emptying time of each tank. */
export function TankTable({ tanks }: { readonly tanks: readonly TankReport[] }) {
  const say = useText();
  const { language } = useKit();
  if (tanks.length === 0) return null;
  const hours = (seconds: number) => formatNumber(seconds / 3600, language, { decimals: 1 });
  return (
    <PropertySection title={say(messages.tanks)} aside={tanks.length} isFree>
      <DataTable
        label={say(messages.tanks)}
        rows={tanks}
        rowId={({ id }) => id}
        height="12rem"
        initialSort={{ column: 'empty', direction: 'ascending' }}
        columns={[
          {
            id: 'id',
            title: say(messages.tank),
            width: 'minmax(5rem, 1fr)',
            value: ({ id }) => id,
          },
          {
            id: 'level',
            title: say(messages.level),
            unit: 'm',
            align: 'end',
            width: '4.5rem',
            value: ({ levelM }) => levelM,
            render: ({ levelM, isMeasured }) => (
              <span title={say(isMeasured ? messages.measured : messages.simulated)}>
                {formatNumber(levelM, language, { decimals: 2 })}
                {isMeasured ? '' : ' *'}
              </span>
            ),
          },
          {
            id: 'filled',
            title: say(messages.filled),
            unit: '%',
            align: 'end',
            width: '4rem',
            value: filledShare,
            render: (tank) => formatNumber(filledShare(tank) * 100, language, { decimals: 0 }),
          },
          {
            id: 'inflow',
            title: say(messages.into),
            unit: 'L/s',
            align: 'end',
            width: '5rem',
            value: ({ inflowM3s }) => inflowM3s,
            render: ({ inflowM3s }) => formatNumber(inflowM3s * 1000, language, { decimals: 1 }),
          },
          {
            id: 'empty',
            title: say(messages.emptyIn),
            unit: 'h',
            align: 'end',
            width: '5.5rem',
            value: ({ emptyInS }) => emptyInS,
            render: ({ emptyInS }) =>
              emptyInS < SOON_S ? (
                <StatusBadge tone="warning" word={hours(emptyInS)} isPlain />
              ) : (
                hours(emptyInS)
              ),
          },
        ]}
      />
    </PropertySection>
  );
}

const filledShare = ({ levelM, leastM, mostM }: TankReport): number =>
  mostM > leastM ? (levelM - leastM) / (mostM - leastM) : 0;

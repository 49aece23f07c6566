import { useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, PropertySection, StatusBadge, useKit } from '#ui';
import type { PumpReport } from '../../contract/water.ts';
import { messages } from './messages.ts';

/** What each pump does. */
export function PumpTable({ pumps }: { readonly pumps: readonly PumpReport[] }) {
  const say = useText();
  const { language } = useKit();
  if (pumps.length === 0) return null;
  const running = pumps.filter(({ isRunning }) => isRunning).length;
  const number = (value: number, decimals: number) => formatNumber(value, language, { decimals });
  return (
    <PropertySection
      title={say(messages.pumps)}
      aside={`${running} / ${pumps.length}`}
      isInitiallyOpen={false}
      isFree
    >
      <DataTable
        label={say(messages.pumps)}
        rows={pumps}
        rowId={({ id }) => id}
        height="14rem"
        columns={[
          {
            id: 'id',
            title: say(messages.pump),
            width: 'minmax(5rem, 1fr)',
            value: ({ id }) => id,
          },
          {
            id: 'state',
            title: say(messages.runs),
            width: '6.5rem',
            value: ({ isRunning }) => say(isRunning ? messages.running : messages.standing),
            render: ({ isRunning, isMeasured }) => (
              <StatusBadge
                tone={isRunning ? 'good' : 'off'}
                word={`${say(isRunning ? messages.running : messages.standing)}${isMeasured ? '' : ' *'}`}
                isPlain
              />
            ),
          },
          {
            id: 'speed',
            title: say(messages.speed),
            unit: '%',
            align: 'end',
            width: '4rem',
            value: ({ speed }) => speed,
            render: ({ speed }) => number(speed * 100, 0),
          },
          {
            id: 'flow',
            title: say(messages.flow),
            unit: 'L/s',
            align: 'end',
            width: '5rem',
            value: ({ flowM3s }) => flowM3s,
            render: ({ flowM3s }) => number(flowM3s * 1000, 1),
          },
          {
            id: 'lift',
            title: say(messages.lift),
            unit: 'm',
            align: 'end',
            width: '4.5rem',
            value: ({ liftM }) => liftM,
            render: ({ liftM }) => number(liftM, 1),
          },
        ]}
      />
    </PropertySection>
  );
}

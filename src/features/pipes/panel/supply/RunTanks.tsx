import { useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, StatusBadge, useKit } from '#ui';
import type { TankRun, WaterRun } from '../../contract/water.ts';
import { messages } from './messages.ts';
import { useMoment } from './use-supply.ts';

/** When each tank is empty, how low it gets, how it ends. */
export function RunTanks({ run }: { readonly run: WaterRun }) {
  const say = useText();
  const { language } = useKit();
  const moment = useMoment();
  if (run.tanks.length === 0) return null;
  const metres = (value: number) => formatNumber(value, language, { decimals: 2 });
  return (
    <DataTable
      label={say(messages.tanks)}
      rows={run.tanks}
      rowId={({ id }) => id}
      height="12rem"
      columns={[
        { id: 'id', title: say(messages.tank), width: 'minmax(5rem, 1fr)', value: ({ id }) => id },
        {
          id: 'lowest',
          title: say(messages.lowest),
          unit: 'm',
          align: 'end',
          width: '4.5rem',
          value: lowestOf,
          render: (tank) => metres(lowestOf(tank)),
        },
        {
          id: 'end',
          title: say(messages.atEnd),
          unit: 'm',
          align: 'end',
          width: '5rem',
          value: ({ levelM }) => levelM.at(-1),
          render: ({ levelM }) => metres(levelM.at(-1) ?? Number.NaN),
        },
        {
          id: 'empty',
          title: say(messages.emptiesAt),
          width: 'minmax(8rem, 1.4fr)',
          value: ({ emptyAtMs }) => emptyAtMs ?? Number.POSITIVE_INFINITY,
          render: ({ emptyAtMs }) =>
            emptyAtMs === undefined ? (
              say(messages.staysFilled)
            ) : (
              <StatusBadge tone="serious" word={moment(emptyAtMs)} isPlain />
            ),
        },
      ]}
    />
  );
}

const lowestOf = ({ levelM }: TankRun): number =>
  levelM.reduce((least, level) => Math.min(least, level), Number.POSITIVE_INFINITY);

import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, Dialog, ErrorState, Note, Skeleton, Stack } from '#ui';
import type { ElementFault, LengthShare } from '../../contract/answers.ts';
import type { OpenNetwork } from '../../contract.ts';
import { toKey } from '../../kernel/index-space.ts';
import { wordOfValue } from '../../messages/attributes.ts';
import { networkName } from '../../messages/network-name.ts';
import { messages } from '../../messages.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';

interface AboutNetworkProps {
  readonly network: OpenNetwork;
  readonly onClose: () => void;
}

/** What a network consists of, and what is wrong with its data. */
export function AboutNetwork({ network: one, onClose }: AboutNetworkProps) {
  const { network } = one;
  const say = useText();
  const year = useAppState(({ clock }) => new Date(clock.now).getUTCFullYear());
  const statistics = useAnswer('statistics', { network, year });
  const faults = useAnswer('faults', { network });
  return (
    <Dialog isOpen onClose={onClose} title={say(networkName(one))} size="m">
      <Stack>
        {statistics.failure && (
          <ErrorState title={say(messages.asksFailed)} onRetry={statistics.retry}>
            {statistics.failure}
          </ErrorState>
        )}
        {!statistics.value && statistics.isWaiting && <Skeleton lines={6} />}
        {statistics.value && (
          <>
            <Totals {...statistics.value} />
            <ShareTable title={say(messages.byMaterial)} rows={statistics.value.byMaterial} />
            <ShareTable title={say(messages.byDecade)} rows={statistics.value.byDecade} />
          </>
        )}
        {faults.value && faults.value.length > 0 && (
          <FaultTable network={network} faults={faults.value} />
        )}
      </Stack>
    </Dialog>
  );
}

interface TotalsProps {
  readonly lengthM: number;
  readonly volumeM3: number;
  readonly customers: number;
  readonly meanAgeYears: number;
}

function Totals({ lengthM, volumeM3, customers, meanAgeYears }: TotalsProps) {
  const say = useText();
  const quantity = useQuantity();
  const parts = [
    quantity(lengthM / 1000, 'km', { decimals: 1 }),
    volumeM3 > 0 && `${say(messages.volume)} ${quantity(volumeM3, 'm³', { decimals: 0 })}`,
    customers > 0 && say(messages.customersCount(customers)),
    Number.isFinite(meanAgeYears) &&
      `${say(messages.meanAge)} ${quantity(meanAgeYears, say(messages.years), { decimals: 0 })}`,
  ];
  return <Note kind="number">{parts.filter(Boolean).join(' · ')}</Note>;
}

function ShareTable({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly LengthShare[];
}) {
  const say = useText();
  const quantity = useQuantity();
  return (
    <DataTable
      label={title}
      rows={rows}
      rowId={({ value }) => value}
      height="10rem"
      columns={[
        {
          id: 'value',
          title,
          value: ({ value }) => (value === '' ? say(messages.unknown) : say(wordOfValue(value))),
        },
        {
          id: 'length',
          title: say(messages.length),
          align: 'end',
          value: ({ lengthM }) => lengthM,
          render: ({ lengthM }) => quantity(lengthM / 1000, 'km', { decimals: 1 }),
        },
      ]}
    />
  );
}

function FaultTable({
  network,
  faults,
}: {
  readonly network: string;
  readonly faults: readonly ElementFault[];
}) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  return (
    <Stack gap="s">
      <Note>{say(messages.faults(faults.length))}</Note>
      <DataTable
        label={say(messages.faultsList)}
        rows={faults}
        rowId={({ table, id, text }) => `${table} ${id} ${text.en}`}
        height="12rem"
        lines={2}
        onActivate={({ table, id }) => {
          const kind = table === 'valves' ? 'valve' : table === 'nodes' ? 'node' : 'link';
          if (line) void showElement(store, line, toKey(network, kind, id));
        }}
        columns={[
          { id: 'id', title: say(messages.element), width: '9rem', value: ({ id }) => id },
          {
            id: 'text',
            title: say(messages.faultText),
            value: ({ text, isLeftOut }) =>
              isLeftOut ? `${say(text)} (${say(messages.leftOut)})` : say(text),
          },
        ]}
      />
    </Stack>
  );
}

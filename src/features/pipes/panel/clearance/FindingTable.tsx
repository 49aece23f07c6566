import { useAppStore, useText } from '#store/use-store.tsx';
import { DataTable, formatNumber, StatusBadge, useKit } from '#ui';
import type { ClearanceFinding } from '../../contract/clearance.ts';
import { flyToPlace, selectElement } from '../use-element.ts';
import { kindNames, messages } from './messages.ts';

const radiusM = 15;

/** What breaks a rule; Enter selects both pipes and flies there. */
export function FindingTable({ rows }: { readonly rows: readonly ClearanceFinding[] }) {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const write = (metres: number) => `${formatNumber(metres, language, { decimals: 2 })} m`;
  const length = (id: string, title: string, value: (row: ClearanceFinding) => number) => ({
    ...{ id, title, value },
    align: 'end' as const,
    width: '5rem',
    render: (row: ClearanceFinding) => write(value(row)),
  });
  return (
    <DataTable
      label={say(messages.name)}
      rows={rows}
      rowId={({ kind, a, b }) => `${kind}/${a}/${b ?? ''}`}
      height="20rem"
      lines={2}
      onActivate={({ a, aIndex, longitudeDeg, latitudeDeg, heightM }) => {
        selectElement(store, { key: a, index: aIndex });
        flyToPlace(store, { longitudeDeg, latitudeDeg, heightM, radiusM });
      }}
      columns={[
        {
          id: 'kind',
          title: say(messages.kind),
          width: '7rem',
          value: ({ kind }) => say(kindNames[kind]),
          render: ({ kind }) =>
            kind === 'clash' ? (
              <StatusBadge tone="critical" word={say(kindNames[kind])} isPlain />
            ) : (
              say(kindNames[kind])
            ),
        },
        {
          id: 'between',
          title: say(messages.between),
          width: 'minmax(9rem, 1fr)',
          value: ({ aId, bId }) => (bId === '' ? aId : `${aId} – ${bId}`),
        },
        length('measured', say(messages.measured), ({ measuredM }) => measuredM),
        length('required', say(messages.required), ({ requiredM }) => requiredM),
        {
          id: 'source',
          title: say(messages.source),
          width: 'minmax(8rem, 1fr)',
          value: ({ source, isToBeConfirmed, isHeightKnown }) =>
            [
              source,
              ...(isToBeConfirmed ? [say(messages.confirm)] : []),
              ...(isHeightKnown ? [] : [say(messages.uncertain)]),
            ].join(' · '),
        },
      ]}
    />
  );
}

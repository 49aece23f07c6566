import type { Selected } from '#store/selection.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  Heading,
  Note,
  PropertySection,
  Row,
  Skeleton,
  Stack,
  saveText,
  useNotify,
} from '#ui';
import { messages } from '../messages.ts';
import { findColumn, labelOf, selectColumns } from '../state/attributes.ts';
import { hide, selectCity, undoHide } from '../state.ts';
import { StatisticsTable } from './StatisticsTable.tsx';
import { toCsv } from './statistics-csv.ts';
import { useGroupName } from './use-group-name.ts';

/** Several buildings: how many, and the sums over them, whole and by class. */
export function SelectionStatistics({ selected }: { readonly selected: readonly Selected[] }) {
  const say = useText();
  const statistics = useAppState((state) => selectCity(state).report.statistics);
  const nameGroup = useGroupName();
  if (statistics?.count !== selected.length) {
    return (
      <Stack>
        <Heading level={3}>{say(messages.selected(selected.length))}</Heading>
        <Skeleton lines={8} />
      </Stack>
    );
  }
  return (
    <Stack>
      <Heading level={3}>{say(messages.selected(selected.length))}</Heading>
      <SelectionActions selected={selected} />
      {statistics.columns.length === 0 ? (
        <Note>{say(messages.noNumbers)}</Note>
      ) : (
        <PropertySection title={say(messages.statistics)} isFree>
          <StatisticsTable label={say(messages.statistics)} columns={statistics.columns} />
        </PropertySection>
      )}
      {statistics.groups.map((group) => {
        const name = nameGroup(group.key);
        return (
          <PropertySection
            key={name}
            title={name}
            aside={say(messages.buildings(group.count))}
            isFree
            isInitiallyOpen={false}
          >
            <StatisticsTable label={name} columns={group.columns} />
          </PropertySection>
        );
      })}
    </Stack>
  );
}

function SelectionActions({ selected }: { readonly selected: readonly Selected[] }) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const columns = useAppState(selectColumns);
  const nameGroup = useGroupName();

  const takeAway = () => {
    hide(
      store,
      selected.map(({ id }) => id),
    );
    select(store, []);
    notify({
      title: say(messages.nowHidden(selected.length)),
      action: { label: say(messages.undo), run: () => undoHide(store) },
    });
  };
  const save = () => {
    const { statistics } = selectCity(store.getState()).report;
    if (!statistics) return;
    const { class: kind, attribute, count, sum, mean, min, max } = messages;
    const csv = toCsv(statistics, {
      head: [kind, attribute, count, sum, mean, min, max].map(say),
      all: say(messages.statistics),
      nameGroup: ({ key }) => nameGroup(key),
      nameColumn: (name) => {
        const column = findColumn(columns, name);
        if (!column) return name;
        return column.unit ? `${say(labelOf(column))} [${column.unit}]` : say(labelOf(column));
      },
    });
    saveText('statistics.csv', csv, 'text/csv');
  };
  return (
    <Row isWrapping gap="s">
      <Button size="s" icon="eye-off" onClick={takeAway}>
        {say(messages.hideThis)}
      </Button>
      <Button size="s" icon="download" onClick={save}>
        {say(messages.exportCsv)}
      </Button>
    </Row>
  );
}

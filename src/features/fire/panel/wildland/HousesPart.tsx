import { spanText } from '#model/span.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, DataTable, EmptyState, Note, Row, Stack, Stat } from '#ui';
import { EXPOSED_M, type ExposedHouse, type WildlandResult } from '../../contract/wildland.ts';
import { carryToTown } from '../../state/carry-to-town.ts';
import { CellLines } from '../CellLines.tsx';
import { lookAt } from '../look-at.ts';
import { wildlandWords as words } from './messages.ts';
import { useWrite } from './use-wildland.ts';

/** As many as the urban model begins with at most. */
const MOST_CARRIED = 50;

/** Who lives where the fire comes to; carried on into the town by a press. */
export function HousesPart({ result }: { readonly result: WildlandResult }) {
  const store = useAppStore();
  const say = useText();
  const write = useWrite();
  const { houses, housesInAll, peopleExposed } = result;
  if (housesInAll === 0) return <EmptyState icon="check" title={say(words.noHouses)} />;
  const carried = houses.slice(0, MOST_CARRIED);
  return (
    <Stack gap="s">
      <Row gap="m" isWrapping>
        <Stat label={say(words.houses)} value={housesInAll} decimals={0} />
        <Stat label={say(words.people)} value={peopleExposed} decimals={0} />
      </Row>
      <DataTable<ExposedHouse>
        label={say(words.houses)}
        rows={houses}
        rowId={({ building }) => building.id}
        height="14rem"
        lines={2}
        onActivate={({ building }) => lookAt(store, building.at)}
        columns={[
          {
            ...{ id: 'house', title: say(words.house), width: 'minmax(0, 1fr)' },
            value: ({ building }) => building.name,
            render: ({ building, distanceM, flameM }) => (
              <CellLines
                first={building.name}
                others={[
                  `${say(words.distance)} ${write.metres(distanceM)} · ${say(words.flame)} ${write.metres(flameM, 1)}`,
                ]}
              />
            ),
          },
          {
            ...{ id: 'time', title: say(words.arrival), width: '5.5rem', align: 'end' },
            value: ({ timeS }) => timeS,
            render: ({ timeS }) => say(spanText(timeS)),
          },
        ]}
      />
      {housesInAll > houses.length && (
        <Note kind="faint">
          {say(words.shown(write.count(houses.length), write.count(housesInAll)))}
        </Note>
      )}
      <Note kind="faint">{say(words.housesHint(EXPOSED_M))}</Note>
      <Button
        icon="flame"
        kind="danger"
        onClick={() => carryToTown(store, result.request, carried)}
      >
        {say(words.carry(carried.length))}
      </Button>
      <Note kind="faint">{say(words.carryHint)}</Note>
    </Stack>
  );
}

import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, DataTable, EmptyState, localeOf, momentText, Note, Skeleton, Stack } from '#ui';
import type { WaterAtBuilding } from '../../contract/response.ts';
import { CellLines } from '../CellLines.tsx';
import { lookAt } from '../look-at.ts';
import { FormulaNotes } from './FormulaNotes.tsx';
import { limitNames, messages } from './messages.ts';
import { NeedRows } from './NeedRows.tsx';
import { useTarget, useUnits, useWater } from './use-response.ts';

type Hydrant = WaterAtBuilding['hydrants'][number];
/** The feature whose things hydrants are. */
const PIPES = 'pipes';

/** Whether the hydrants carry the fire, and by which sum. */
export function WaterTab() {
  const say = useText();
  const store = useAppStore();
  const target = useTarget();
  const water = useWater();
  const { flow, metres, bar } = useUnits();
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const language = useAppState(({ preferences }) => preferences.language);
  if (!target) {
    return (
      <EmptyState icon="droplet" title={say(messages.noTarget)}>
        {say(messages.noTargetWhy)}
      </EmptyState>
    );
  }
  if (!water) return <Skeleton lines={8} />;
  const show = ({ key, index, at }: Hydrant) => {
    select(store, [{ feature: PIPES, index, id: key }]);
    lookAt(store, at);
  };
  const limit = ({ limit: held }: Hydrant) => {
    const name = limitNames[held];
    return name ? say(name) : held;
  };
  return (
    <Stack gap="s">
      {water.problem !== undefined && (
        <Banner tone="warning" title={say(messages.noWater)}>
          {water.problem}
        </Banner>
      )}
      {water.isSolving && <Note kind="faint">{say(messages.solving)}</Note>}
      <NeedRows water={water} />
      <FormulaNotes water={water} />
      <DataTable
        label={say(messages.hydrants)}
        rows={water.hydrants}
        rowId={({ id }) => id}
        height="16rem"
        lines={3}
        initialSort={{ column: 'distance', direction: 'ascending' }}
        onActivate={show}
        instead={
          water.hydrants.length === 0 ? (
            <EmptyState icon="droplet" title={say(messages.noHydrants)} />
          ) : undefined
        }
        columns={[
          {
            id: 'distance',
            title: say(messages.hydrant),
            width: 'minmax(0, 1fr)',
            value: ({ distanceM }) => distanceM,
            render: (hydrant) => (
              <CellLines
                first={hydrant.id}
                others={[
                  say(messages.away(metres(hydrant.distanceM))),
                  limit(hydrant) === '' ? '' : say(messages.heldBackBy(limit(hydrant))),
                ]}
              />
            ),
          },
          {
            id: 'alone',
            title: say(messages.alone),
            align: 'end',
            width: '6.5rem',
            value: ({ flowM3s }) => flowM3s,
            render: ({ flowM3s, staticPa }) => (
              <CellLines first={flow(flowM3s)} others={[say(messages.atRest(bar(staticPa)))]} />
            ),
          },
        ]}
      />
      <Note kind="faint">{say(messages.select)}</Note>
      {water.model !== '' && (
        <Note kind="faint">
          {say(
            messages.waterModel(water.model, momentText(water.atMs, timeZone, localeOf(language))),
          )}
        </Note>
      )}
    </Stack>
  );
}

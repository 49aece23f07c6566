import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, ButtonGrid, Menu, type MenuItem, Segmented, Stack } from '#ui';
import { kindNames } from '../messages/parts.ts';
import { statusMessages as messages } from '../messages/status.ts';
import { shownTimeS } from '../state/clock.ts';
import { startDrawing } from '../state/draw.ts';
import type { DrawnKind, FloodRun } from '../state/initial.ts';
import { FULL_PACE, setPace, setWanted, startWhatIf } from '../state/runs.ts';
import { selectFlood } from '../state.ts';
import { standingOf } from './status-words.ts';
import { useFloodStatus } from './use-flood.ts';

const paces = ['1', '60', '600', 'full'] as const;
const addable: readonly DrawnKind[] = ['breach', 'inflow', 'burst', 'pump', 'culvert', 'gate'];

/** Pause and go, how fast, a barrier now, a what-if beside it, stop. */
export function Steering({ run }: { readonly run: FloodRun }) {
  const store = useAppStore();
  const say = useText();
  const standing = standingOf(run, useFloodStatus(run.id));
  const isOver = standing === 'done' || standing === 'failed' || standing === 'stopped';
  const isPaused = run.wanted === 'pause';
  const pace = run.pace === FULL_PACE ? 'full' : String(run.pace);
  return (
    <section aria-label={say(messages.steer)}>
      <Stack gap="s">
        <ButtonGrid>
          {!isOver && (
            <>
              <Button
                kind={isPaused ? 'primary' : 'secondary'}
                size="l"
                icon={isPaused ? 'play' : 'pause'}
                onClick={() => setWanted(store, run.id, isPaused ? 'go' : 'pause')}
              >
                {say(isPaused ? messages.go : messages.pause)}
              </Button>
              <Button size="l" icon="square" onClick={() => setWanted(store, run.id, 'stop')}>
                {say(messages.stop)}
              </Button>
            </>
          )}
          <WhatIf />
          {!isOver && (
            <>
              <AddNow />
              <Button
                size="l"
                icon="shield"
                onClick={() => startDrawing(store, 'barrier', { into: 'run' })}
              >
                {say(messages.barrierNow)}
              </Button>
            </>
          )}
        </ButtonGrid>
        {!isOver && (
          <Segmented
            label={say(messages.pace)}
            value={paces.find((one) => one === pace) ?? 'full'}
            options={paces.map((value) => ({
              value,
              label: say(value === 'full' ? messages.paceFull : messages.paceTimes(Number(value))),
            }))}
            onChange={(value) =>
              setPace(store, run.id, value === 'full' ? FULL_PACE : Number(value))
            }
            isWide
          />
        )}
      </Stack>
    </section>
  );
}

/** Another run that goes on from the moment that is shown; the old one stays beside it. */
function WhatIf() {
  const store = useAppStore();
  const say = useText();
  const drawn = (part: DrawnKind) => () => startDrawing(store, part, { into: 'what-if' });
  const copy = () => {
    const state = store.getState();
    const { runs, shown } = selectFlood(state);
    const run = runs.find(({ id }) => id === shown);
    if (run) startWhatIf(store, shownTimeS(state) ?? 0, run.scenario);
  };
  const items: MenuItem[] = [
    { kind: 'heading', id: 'when', label: say(messages.whatIfMenu) },
    {
      id: 'barrier',
      label: say(messages.whatIfBarrier),
      icon: 'shield',
      onSelect: drawn('barrier'),
    },
    { id: 'pump', label: say(messages.whatIfPump), icon: 'arrow-up', onSelect: drawn('pump') },
    { id: 'breach', label: say(messages.whatIfBreach), icon: 'slash', onSelect: drawn('breach') },
    { id: 'inflow', label: say(messages.whatIfSource), icon: 'droplet', onSelect: drawn('inflow') },
    { id: 'copy', label: say(messages.whatIfNone), icon: 'copy', onSelect: copy },
  ];
  return (
    <Menu
      label={say(messages.whatIf)}
      items={items}
      trigger={
        <Button size="l" icon="compare" iconAfter="chevron-down">
          {say(messages.whatIf)}
        </Button>
      }
    />
  );
}

function AddNow() {
  const store = useAppStore();
  const say = useText();
  return (
    <Menu
      label={say(messages.addNow)}
      items={addable.map((part) => ({
        id: part,
        label: say(kindNames[part]),
        onSelect: () => startDrawing(store, part, { into: 'run' }),
      }))}
      trigger={
        <Button size="l" icon="plus" iconAfter="chevron-down">
          {say(messages.addNow)}
        </Button>
      }
    />
  );
}

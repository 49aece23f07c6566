import { BUILDING_COLOURS, type BuildingColours, lendColoursTo } from '#scene/building-colours.ts';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, SelectField, Stack } from '#ui';
import { FIRE_COLOURS, type FireColours } from '../../contract/colours.ts';
import { FIRE } from '../../contract.ts';
import { colouringTitle } from '../../kernel/colours/scales.ts';
import { type BuildingColouring, buildingColourings, type FireLook } from '../../state/look.ts';
import { changeLook, selectFire } from '../../state.ts';
import { FireLegend } from '../FireLegend.tsx';
import { cityMessages as messages } from './messages-city.ts';

type Choice = FireLook['buildings'];

const needs: Readonly<Record<Exclude<BuildingColouring, 'none'>, keyof typeof messages.needs>> = {
  'risk-class': 'risk',
  'risk-percentile': 'risk',
  burning: 'fire',
  arrival: 'fire',
  difference: 'second',
  probability: 'ensemble',
  'first-engine': 'cover',
  'full-alarm': 'cover',
};

/** What colours the buildings, and what the colours mean; says where another layer has them. */
export default function ColoursSection() {
  const say = useText();
  const store = useAppStore();
  const frames = useFrames();
  const chosen = useAppState((state) => selectFire(state).look.buildings);
  const colours = useFrame<FireColours>(FIRE_COLOURS);
  const owner = useFrame<BuildingColours>(BUILDING_COLOURS)?.owner;
  const isPainted = (colours?.counts.length ?? 0) > 0;
  const colouring = colours?.colouring ?? 'none';
  return (
    <Stack gap="s">
      <SelectField<Choice>
        label={say(messages.colourBy)}
        value={chosen}
        options={[
          { value: 'auto', label: say(messages.auto) },
          ...buildingColourings.map((value) => ({
            value,
            label: say(value === 'none' ? messages.none : colouringTitle(value)),
          })),
        ]}
        onChange={(buildings) => changeLook(store, { buildings })}
      />
      {isPainted && owner !== undefined && owner !== FIRE && (
        <Banner
          tone="info"
          title={say(messages.taken(owner))}
          actions={
            <Button size="s" onClick={() => lendColoursTo(frames, FIRE).ask()}>
              {say(messages.takeBack)}
            </Button>
          }
        />
      )}
      {colouring === 'none'
        ? chosen === 'auto' && <Note kind="faint">{say(messages.autoNone)}</Note>
        : !isPainted && (
            <Note kind="faint">
              {say(messages.noData)} {say(messages.needs[needs[colouring]])}
            </Note>
          )}
      <FireLegend />
    </Stack>
  );
}

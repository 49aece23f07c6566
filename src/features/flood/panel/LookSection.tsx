import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { SelectField, Stack, Toggle } from '#ui';
import { type FloodColouring, floodColourings, isOfEnsemble, ratingVariants } from '../contract.ts';
import { colouringNames, modelMessages as messages, ratingNames } from '../messages/model.ts';
import { changeLook, selectFlood } from '../state.ts';

/** Depths (m) from which arrival and duration count. */
const arrivalDepths = ['0.05', '0.1', '0.3'] as const;
const rated: readonly FloodColouring[] = ['hazard-uk', 'max-hazard'];
const timed: readonly FloodColouring[] = ['arrival', 'duration'];

/** How the water is coloured and what is drawn with it. */
export function LookSection() {
  const store = useAppStore();
  const say = useText();
  const look = useAppState((state) => selectFlood(state).look);
  const isCompared = useAppState((state) => selectFlood(state).compared !== '');
  const offered = floodColourings.filter(
    (one) => one === look.colouring || (one === 'difference' ? isCompared : !isOfEnsemble(one)),
  );
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.colouring)}
        value={look.colouring}
        options={offered.map((value) => ({ value, label: say(colouringNames[value]) }))}
        onChange={(colouring) => changeLook(store, { colouring })}
      />
      {rated.includes(look.colouring) && (
        <SelectField
          label={say(messages.rating)}
          value={look.rating}
          options={ratingVariants.map((value) => ({ value, label: say(ratingNames[value]) }))}
          onChange={(rating) => changeLook(store, { rating })}
        />
      )}
      {timed.includes(look.colouring) && (
        <SelectField
          label={say(messages.arrivalDepth)}
          value={arrivalDepths.find((one) => Number(one) === look.arrivalDepthM)}
          options={arrivalDepths.map((value) => ({ value, label: `${value} m` }))}
          onChange={(value) => changeLook(store, { arrivalDepthM: Number(value) })}
        />
      )}
      <Toggle
        label={say(messages.water)}
        checked={look.showsWater}
        onChange={(showsWater) => changeLook(store, { showsWater })}
      />
      <Toggle
        label={say(messages.streaks)}
        checked={look.showsStreaks}
        onChange={(showsStreaks) => changeLook(store, { showsStreaks })}
      />
      <Toggle
        label={say(messages.consequences)}
        checked={look.showsConsequences}
        onChange={(showsConsequences) => changeLook(store, { showsConsequences })}
      />
    </Stack>
  );
}

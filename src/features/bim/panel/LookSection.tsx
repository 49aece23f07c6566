import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { formatQuantity, Note, SelectField, Slider, Stack, Toggle, useKit } from '#ui';
import { messages } from '../messages.ts';
import { changeLook, selectBim } from '../state.ts';
import { type ShownStorey, useStoreys } from './use-storeys.ts';

const MOST_EXPLODED_M = 15;
const MOST_CUT_M = 6;
const NONE = '';

/** Storeys pulled apart or cut open, rooms, and what becomes of the rest when something is isolated. */
export function LookSection() {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const look = useAppState((state) => selectBim(state).look);
  const storeys = useStoreys();
  const { explodeM, cutStorey, cutHeightM, showSpaces, ghost } = look;
  const cut = storeys.find(({ id }) => id === cutStorey);
  const metres = (value: number) => formatQuantity(value, 'm', language, { decimals: 1 });
  return (
    <Stack gap="m">
      {storeys.length === 0 ? (
        <Note kind="faint">{say(messages.noStoreys)}</Note>
      ) : (
        <>
          <Slider
            label={say(messages.explode)}
            value={explodeM}
            min={0}
            max={MOST_EXPLODED_M}
            step={0.5}
            format={metres}
            onChange={(value) => changeLook(store, { explodeM: value })}
          />
          <SelectField
            label={say(messages.cutStorey)}
            value={cutStorey ?? NONE}
            options={[
              { value: NONE, label: say(messages.wholeBuilding) },
              ...toOptions(storeys, metres),
            ]}
            onChange={(id) => changeLook(store, { cutStorey: id === NONE ? undefined : id })}
          />
          {cut && (
            <Slider
              label={say(messages.cutHeight)}
              value={cutHeightM}
              min={0.1}
              max={Math.max(cutHeightM, Math.min(MOST_CUT_M, Math.max(1, cut.heightM)))}
              step={0.1}
              format={metres}
              onChange={(value) => changeLook(store, { cutHeightM: value })}
            />
          )}
        </>
      )}
      <Toggle
        label={say(messages.spaces)}
        hint={say(messages.spacesHint)}
        checked={showSpaces}
        onChange={(on) => changeLook(store, { showSpaces: on })}
      />
      <Toggle
        label={say(messages.ghost)}
        hint={say(messages.ghostHint)}
        checked={ghost}
        onChange={(on) => changeLook(store, { ghost: on })}
      />
    </Stack>
  );
}

/** The highest first, as a building is seen; the model's name only where there are several. */
function toOptions(storeys: readonly ShownStorey[], metres: (value: number) => string) {
  const isSeveral = new Set(storeys.map(({ model }) => model)).size > 1;
  return storeys.toReversed().map(({ id, name, modelName, elevationM }) => ({
    value: id,
    label: [name, metres(elevationM), isSeveral && modelName].filter(Boolean).join(' · '),
  }));
}

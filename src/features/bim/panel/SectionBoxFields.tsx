import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, formatQuantity, RangeSlider, Stack, Toggle, useKit } from '#ui';
import type { SectionBox } from '../contract.ts';
import { messages } from '../messages.ts';
import { boxAround, grow } from '../state/model-place.ts';
import { axes, axisNumbers, withRange } from '../state/section-plane.ts';
import { partOfSelected } from '../state/selected.ts';
import { bimSlice, changeLook, selectBim } from '../state.ts';
import { useLine } from './use-line.ts';

interface SectionBoxFieldsProps {
  readonly model: string;
  readonly bounds: SectionBox;
}

const MARGIN_M = 0.5;

/** A box: only what is inside of it stays. */
export function SectionBoxFields({ model, bounds }: SectionBoxFieldsProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const line = useLine();
  const box = useAppState((state) => selectBim(state).look.box);
  const selection = useAppState((state) => state.selection);
  const parts = selection
    .filter(({ feature, id }) => feature === bimSlice.id && id.startsWith(`${model}/`))
    .map(partOfSelected);
  const set = (next: SectionBox | undefined) =>
    changeLook(store, { box: next, sectionModel: model });

  const surround = async () => {
    const around = boxAround((await line?.call('bounds', { parts })) ?? []);
    if (around) set(grow(around, MARGIN_M));
  };
  return (
    <Stack gap="m">
      <Toggle
        label={say(messages.box)}
        hint={say(messages.boxHint)}
        checked={box !== undefined}
        onChange={(on) => set(on ? bounds : undefined)}
      />
      {parts.length > 0 && (
        <Button size="s" icon="section-box" onClick={() => void surround()}>
          {say(messages.boxAroundSelection)}
        </Button>
      )}
      {box &&
        axisNumbers.map((axis) => {
          const [from, to] = [box.leastM[axis], box.greatestM[axis]];
          return (
            <RangeSlider
              key={axis}
              label={say(messages.boxAxis(axes[axis]))}
              value={[from, to]}
              min={Math.floor(Math.min(from, bounds.leastM[axis]))}
              max={Math.ceil(Math.max(to, bounds.greatestM[axis]))}
              step={0.05}
              format={(value) => formatQuantity(value, 'm', language, { decimals: 2 })}
              onChange={(range) => set(withRange(box, axis, range))}
            />
          );
        })}
    </Stack>
  );
}

import { toHex } from '#model/colour-ramp.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { Legend, Note } from '#ui';
import { FIRE_COLOURS, type FireColours } from '../contract/colours.ts';
import { fireScale } from '../kernel/colours/scales.ts';
import { selectFire } from '../state.ts';

/** What the buildings' colours mean now, with how many of each there are; nothing where fire colours none. */
export function FireLegend() {
  const say = useText();
  const colours = useFrame<FireColours>(FIRE_COLOURS);
  const coefficients = useAppState((state) => selectFire(state).risk.coefficients);
  if (!colours || colours.colouring === 'none' || colours.counts.length === 0) return null;
  const scale = fireScale(colours.colouring, coefficients);
  return (
    <div>
      <Legend
        title={say(scale.title)}
        unit={scale.unit}
        scale={{
          kind: 'classes',
          classes: scale.colours.map((colour, at) => ({
            id: String(at),
            label: scale.labels[at] ? say(scale.labels[at]) : '',
            colour: toHex(colour),
            count: colours.counts[at] ?? 0,
          })),
        }}
      />
      <Note kind="faint">{say(scale.note)}</Note>
    </div>
  );
}

import { useAppState, useText } from '#store/use-store.tsx';
import { Legend, Note } from '#ui';
import { floodScale } from '../kernel/legend.ts';
import { selectFlood } from '../state.ts';

/** What the colours on the water mean; the variant of a rating by its name. */
export function FloodLegend() {
  const say = useText();
  const { colouring, rating, arrivalDepthM } = useAppState((state) => selectFlood(state).look);
  const scale = floodScale(colouring, rating, arrivalDepthM);
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
            colour: `#${colour.toString(16).padStart(6, '0')}`,
          })),
        }}
      />
      {scale.note && <Note kind="faint">{say(scale.note)}</Note>}
    </div>
  );
}

import { useAppState, useText } from '#store/use-store.tsx';
import { Legend, Note } from '#ui';
import { CUT_OFF_COLOUR } from '../kernel/consequences/colour-buildings.ts';
import { roadLooks } from '../kernel/consequences/road-looks.ts';
import { floodScale } from '../kernel/legend.ts';
import { modelMessages as messages } from '../messages/model.ts';
import { selectFlood } from '../state.ts';

/** What the colours on the water mean; the variant of a rating by its name. */
export function FloodLegend({ isOfWaterAlone = false }: { readonly isOfWaterAlone?: boolean }) {
  const say = useText();
  const look = useAppState((state) => selectFlood(state).look);
  const { colouring, rating, arrivalDepthM, showsConsequences } = look;
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
      {showsConsequences && !isOfWaterAlone && <ConsequenceLegend />}
    </div>
  );
}

/** Colours of streets, and of buildings that are dry and can't be reached; wet ones have those of depth. */
function ConsequenceLegend() {
  const say = useText();
  const roads = roadLooks.flatMap((look, state) =>
    look ? [{ id: String(state), label: say(look.label), colour: look.colour }] : [],
  );
  return (
    <>
      <Legend title={say(messages.roadColours)} scale={{ kind: 'classes', classes: roads }} />
      <Legend
        title={say(messages.buildingColours)}
        scale={{
          kind: 'classes',
          classes: [
            {
              id: 'cut-off',
              label: say(messages.cutOffColour),
              colour: `#${CUT_OFF_COLOUR.toString(16).padStart(6, '0')}`,
            },
          ],
        }}
      />
      <Note kind="faint">{say(messages.wetColours)}</Note>
    </>
  );
}

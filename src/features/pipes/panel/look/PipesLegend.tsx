import type { Text } from '#model/text.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { Legend, Note, Stack, StatusBadge } from '#ui';
import { PIPE_LEGEND, type PipeLegend } from '../../contract/legend.ts';
import { wordOfValue } from '../../messages/attributes.ts';
import { measureOf } from '../../messages/measures.ts';
import { messages } from '../../messages.ts';
import { selectPipes } from '../../state.ts';
import { toCss } from '../colour-text.ts';
import { useMoment } from '../use-words.ts';

/** What the colours of the pipes mean, who says so and of when it is. */
export function PipesLegend() {
  const say = useText();
  const colouring = useAppState((state) => selectPipes(state).look.colouring);
  const legend = useFrame<PipeLegend>(PIPE_LEGEND);
  if (colouring === 'none') return null;
  const title = say(messages.colourings[colouring]);
  if (legend?.colouring !== colouring || legend.known === 0) {
    return (
      <Stack gap="s">
        <strong>{title}</strong>
        <Note kind="faint">{say(messages.legendEmpty)}</Note>
      </Stack>
    );
  }
  const noData = {
    colour: toCss(legend.unknownColour),
    count: legend.unknown,
    label: say(messages.noValue),
  };
  return (
    <Stack gap="s">
      <Legend title={title} {...scaleOf(legend, say)} {...(legend.unknown > 0 && { noData })} />
      <LegendSource legend={legend} />
    </Stack>
  );
}

function scaleOf(legend: PipeLegend, say: (text: Text) => string) {
  if (legend.kind === 'classes') {
    const classes = legend.classes.map(({ value, text, colour, links }) => ({
      id: value,
      label: say(legend.colouring === 'material' && value !== '' ? wordOfValue(value) : text),
      colour: toCss(colour),
      count: links,
    }));
    return { scale: { kind: 'classes' as const, classes } };
  }
  const { factor, offset, symbol } = measureOf(legend.unit, nameOf(legend.colouring));
  return {
    unit: symbol,
    scale: {
      kind: 'continuous' as const,
      min: legend.least * factor + offset,
      max: legend.greatest * factor + offset,
      colours: legend.colours.map(toCss),
    },
  };
}

const nameOf = (colouring: PipeLegend['colouring']) =>
  colouring === 'diameter' ? 'innerDiameter' : '';

function LegendSource({ legend: { solved } }: { readonly legend: PipeLegend }) {
  const say = useText();
  const moment = useMoment();
  if (!solved) return <Note kind="faint">{say(messages.fromRegister)}</Note>;
  return solved.staleSinceMs === undefined ? (
    <StatusBadge
      isPlain
      tone="simulated"
      word={say(messages.simulatedBy(solved.model, moment(solved.atMs)))}
    />
  ) : (
    <StatusBadge
      isPlain
      tone="stale"
      word={say(messages.staleSince(moment(solved.staleSinceMs)))}
    />
  );
}

import type { AttributeColumn } from '#contract/city-package.ts';
import { classOf } from '#model/class-breaks.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { formatQuantity, Histogram, Skeleton, useKit } from '#ui';
import type { ColourBy } from '../contract.ts';
import { messages } from '../messages.ts';
import { labelOf, numberFormatOf } from '../state/attributes.ts';
import { colourCity, selectCity } from '../state.ts';
import { axisOf } from './axis.ts';

interface ColourHistogramProps {
  readonly colourBy: ColourBy;
  readonly column: AttributeColumn;
}

/** How the attribute is spread, in the colours of its classes; dragging a break sets it by hand. */
export function ColourHistogram({ colourBy, column }: ColourHistogramProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const histogram = useAppState((state) => selectCity(state).report.histogram);
  const legend = useAppState((state) => selectCity(state).report.legend);
  if (histogram?.column !== column.name || legend?.column !== column.name) {
    return <Skeleton lines={3} />;
  }
  if (histogram.counts.length === 0) return null;
  const axis = axisOf(histogram);
  const breaks = (colourBy.method === 'manual' && colourBy.breaks) || legend.breaks;
  const colours = histogram.counts.map((_, bar) => {
    const middle = axis.fromAxis(((axis.edges[bar] ?? 0) + (axis.edges[bar + 1] ?? 0)) / 2);
    return legend.classes[classOf(legend.breaks, middle)]?.colour ?? '';
  });
  return (
    <Histogram
      label={`${say(messages.distribution)}: ${say(labelOf(column))}`}
      edges={axis.edges}
      counts={histogram.counts}
      colours={colours}
      format={(place) =>
        formatQuantity(axis.fromAxis(place), column.unit ?? '', language, numberFormatOf(column))
      }
      handles={{
        kind: 'breaks',
        value: breaks.map(axis.toAxis),
        onChange: (places) =>
          colourCity(store, {
            ...colourBy,
            method: 'manual',
            breaks: places.map(axis.fromAxis),
          }),
      }}
    />
  );
}

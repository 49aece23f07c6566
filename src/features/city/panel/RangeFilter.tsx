import type { AttributeColumn } from '#contract/city-package.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { formatQuantity, Histogram, NumberField, Row, useKit } from '#ui';
import type { Filter } from '../contract.ts';
import { messages } from '../messages.ts';
import { labelOf, numberFormatOf } from '../state/attributes.ts';
import { changeFilter, selectCity } from '../state.ts';
import { axisOf } from './axis.ts';

interface RangeFilterProps {
  readonly filter: Extract<Filter, { kind: 'range' }>;
  readonly position: number;
  readonly column: AttributeColumn;
}

/** A range brushed over the histogram of what the other filters leave, or typed. */
export function RangeFilter({ filter, position, column }: RangeFilterProps) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const facet = useAppState((state) => selectCity(state).report.facets[position]);
  const histogram =
    facet?.kind === 'histogram' && facet.histogram.column === column.name
      ? facet.histogram
      : undefined;
  const change = (from: number | undefined, to: number | undefined) =>
    changeFilter(store, position, {
      kind: 'range',
      column: column.name,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  const unit = column.unit ?? '';
  const label = say(labelOf(column));
  const axis = histogram && axisOf(histogram);
  const [least, most] = [histogram?.edges[0], histogram?.edges.at(-1)];
  return (
    <>
      {histogram && axis && least !== undefined && most !== undefined && most > least && (
        <Histogram
          label={label}
          edges={axis.edges}
          counts={histogram.counts}
          format={(place) =>
            formatQuantity(axis.fromAxis(place), unit, language, numberFormatOf(column))
          }
          handles={{
            kind: 'range',
            value: [axis.toAxis(filter.from ?? least), axis.toAxis(filter.to ?? most)],
            onChange: ([low, high]) => {
              const from = axis.fromAxis(low);
              const to = axis.fromAxis(high);
              change(from > least ? from : undefined, to < most ? to : undefined);
            },
          }}
        />
      )}
      <Row isEven>
        <NumberField
          label={`${say(messages.from)}: ${label}`}
          isLabelHidden
          value={filter.from}
          placeholder={say(messages.from)}
          unit={unit}
          onChange={(from) => change(from, filter.to)}
        />
        <NumberField
          label={`${say(messages.to)}: ${label}`}
          isLabelHidden
          value={filter.to}
          placeholder={say(messages.to)}
          unit={unit}
          onChange={(to) => change(filter.from, to)}
        />
      </Row>
    </>
  );
}

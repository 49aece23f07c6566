import type { AttributeColumn } from '#contract/city-package.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, Legend, Skeleton, useKit } from '#ui';
import { messages } from '../messages.ts';
import { className, decimalsOf, labelOf, numberFormatOf } from '../state/attributes.ts';
import { selectCity } from '../state.ts';

/** What each colour means and how many of the matching buildings have it. */
export function ColourLegend({ column }: { readonly column: AttributeColumn }) {
  const say = useText();
  const { language } = useKit();
  const legend = useAppState((state) => selectCity(state).report.legend);
  if (legend?.column !== column.name) return <Skeleton lines={5} />;
  const decimals = decimalsOf(legend.breaks);
  const write = (limit: number) =>
    formatNumber(limit, language, { decimals, ...numberFormatOf(column) });
  const missing = legend.classes.find(({ key }) => key.kind === 'missing');
  const classes = legend.classes.filter((one) => one !== missing);
  return (
    <Legend
      title={say(labelOf(column))}
      {...(column.unit && { unit: column.unit })}
      scale={{
        kind: 'classes',
        classes: classes.map(({ key, colour, count }, position) => ({
          id: String(position),
          label: say(className(key, column.type, write)),
          colour,
          count,
        })),
      }}
      {...(missing &&
        missing.count > 0 && {
          noData: { colour: missing.colour, count: missing.count, label: say(messages.noData) },
        })}
    />
  );
}

import { useText } from '#store/use-store.tsx';
import { formatNumber, Legend, Note } from '#ui';
import type { AirQuantity } from '../../contract/smoke.ts';
import { airColours } from '../../kernel/air-colours.ts';
import { airScales } from '../../kernel/air-scale.ts';
import { useLanguage } from '../use-fire.ts';

/** What the colours on the ground mean. */
export function AirLegend({ quantity }: { readonly quantity: AirQuantity }) {
  const say = useText();
  const language = useLanguage();
  const scale = airScales[quantity];
  const { limits, worse } = scale;
  const write = (value: number | undefined) => formatNumber(value, language);
  const colours = airColours(quantity);
  const ordered = worse === 'more' ? limits : limits.toReversed();
  const sign = worse === 'more' ? '≥' : '<';
  return (
    <div>
      <Legend
        title={say(scale.name)}
        unit={scale.unit}
        scale={{
          kind: 'classes',
          classes: ordered.map((limit, at) => ({
            id: String(limit),
            label: `${sign} ${write(limit)}`,
            colour: colours[at] ?? '',
          })),
        }}
      />
      <Note kind="faint">{say(scale.note)}</Note>
    </div>
  );
}

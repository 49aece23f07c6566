import { useText } from '#store/use-store.tsx';
import { PropertyRow, Quantity } from '#ui';
import { labelOf, numberFormatOf, valueName } from '../state/attributes.ts';
import type { Attribute } from './building.ts';

/** Name, value and unit of one attribute; a click copies the value as the source wrote it. */
export function AttributeRow({ column, value }: Attribute) {
  const say = useText();
  return (
    <PropertyRow name={say(labelOf(column))} copyText={String(value)}>
      {typeof value === 'number' ? (
        <Quantity value={value} unit={column.unit ?? ''} {...numberFormatOf(column)} />
      ) : (
        say(valueName(value, column.type))
      )}
    </PropertyRow>
  );
}

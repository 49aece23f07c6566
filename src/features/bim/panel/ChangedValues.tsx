import { useText } from '#store/use-store.tsx';
import { formatNumber, Note, PropertyRow, PropertySection, Skeleton, useKit } from '#ui';
import type { Difference, ValueChange } from '../contract/comparison.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { useAnswer } from './use-line.ts';

/** Old and new, value by value, of an element that is in both versions. */
export function ChangedValues({ difference }: { readonly difference: Difference }) {
  const say = useText();
  const { language } = useKit();
  const { before, after } = difference;
  const isPair = before !== undefined && after !== undefined;
  const { value } = useAnswer('valueChanges', isPair ? { pairs: [[before, after]] } : undefined);
  if (!isPair) return null;
  if (!value) return <Skeleton lines={2} />;
  const [changes = []] = value;
  if (changes.length === 0) return <Note kind="faint">{say(messages.noValues)}</Note>;
  const write = (one: ValueChange['before'], unit: string) =>
    one === undefined
      ? say(messages.nothing)
      : typeof one === 'number'
        ? `${formatNumber(one, language)}${unit && ` ${unit}`}`
        : String(one);
  return (
    <PropertySection title={say(messages.values)} aside={String(changes.length)}>
      {changes.map(({ set, name, unit, ...values }) => (
        <PropertyRow key={`${set} ${name}`} name={set ? `${set}: ${name}` : name}>
          {say(messages.change(write(values.before, unit), write(values.after, unit)))}
        </PropertyRow>
      ))}
    </PropertySection>
  );
}

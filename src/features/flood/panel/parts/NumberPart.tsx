import type { Text } from '#model/text.ts';
import { useText } from '#store/use-store.tsx';
import { NumberField } from '#ui';

interface NumberPartProps {
  readonly label: Text;
  readonly value: number | undefined;
  readonly unit: string;
  /** Units of the field in one of the value: 1/60 for seconds that are written as minutes. */
  readonly factor?: number;
  readonly decimals?: number;
  readonly step?: number;
  readonly hint?: Text;
  readonly onChange: (value: number) => void;
  /** Where an empty field means something. */
  readonly onEmpty?: () => void;
}

/** One figure of a part, in the unit that people say it in. */
export function NumberPart({
  label,
  value,
  unit,
  factor = 1,
  decimals = 2,
  step = 1,
  hint,
  onChange,
  onEmpty,
}: NumberPartProps) {
  const say = useText();
  const digits = 10 ** decimals;
  return (
    <NumberField
      label={say(label)}
      value={value === undefined ? undefined : Math.round(value * factor * digits) / digits}
      unit={unit}
      decimals={decimals}
      step={step}
      {...(hint && { hint: say(hint) })}
      onChange={(next) => (next === undefined ? onEmpty?.() : onChange(next / factor))}
    />
  );
}

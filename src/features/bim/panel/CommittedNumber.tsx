import { useEffect, useRef, useState } from 'react';
import { NumberField } from '#ui';

interface CommittedNumberProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
  readonly step?: number;
  readonly error?: string | undefined;
  readonly onCommit: (value: number) => void;
}

/** Half a coordinate is a place on another continent: a number counts once it has been written out. */
const REST_MS = 700;

/** A number that takes effect on Enter, on leaving, or when nothing was typed for a moment. */
export function CommittedNumber({
  label,
  value,
  unit,
  decimals,
  step = 1,
  error,
  onCommit,
}: CommittedNumberProps) {
  const [typed, setTyped] = useState<{ readonly value: number | undefined }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const commit = (next: number | undefined) => {
    clearTimeout(timer.current);
    setTyped(undefined);
    if (next !== undefined && next !== rounded(value, decimals)) onCommit(next);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the field inside of it.
    <div
      onBlur={() => typed && commit(typed.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed) commit(typed.value);
      }}
    >
      <NumberField
        label={label}
        value={typed ? typed.value : rounded(value, decimals)}
        unit={unit}
        decimals={decimals}
        step={step}
        error={error}
        onChange={(next) => {
          if (next === (typed ? typed.value : rounded(value, decimals))) return;
          setTyped({ value: next });
          clearTimeout(timer.current);
          timer.current = setTimeout(() => commit(next), REST_MS);
        }}
      />
    </div>
  );
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { pickClasses } from '../class-names.ts';
import { Field } from './Field.tsx';
import input from './input.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Undefined while the field is empty. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Most digits after the decimal point. */
  readonly decimals?: number;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function NumberField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  unit,
  min,
  max,
  step = 1,
  decimals,
  hint,
  error,
  placeholder,
  disabled = false,
}: NumberFieldProps) {
  // What isn't a number yet, or says one otherwise: `8.`, `-`, `8.0`. Writing goes on from there.
  const [typed, setTyped] = useState<string>();
  const isKept = typed !== undefined && (toNumber(typed) ?? value) === value;
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
      {(control) => (
        <NumberInput
          {...control}
          error={Boolean(error)}
          {...(isLabelHidden && { 'aria-label': label })}
          classNames={pickClasses(input, 'wrapper', 'input', 'section', 'controls', 'control')}
          value={isKept ? typed : (value ?? '')}
          onChange={(next) => {
            setTyped(typeof next === 'string' ? next : undefined);
            const number = typeof next === 'string' ? toNumber(next) : next;
            if (number !== undefined || next === '') onChange(number);
          }}
          onBlur={() => setTyped(undefined)}
          suffix={unit ? ` ${unit}` : ''}
          step={step}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
          {...(decimals !== undefined && { decimalScale: decimals })}
          placeholder={placeholder ?? ''}
          disabled={disabled}
        />
      )}
    </Field>
  );
}

function toNumber(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { pickClasses } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import { Field } from './Field.tsx';
import input from './input.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly unit?: string;
  readonly icon?: IconName;
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'password';
  readonly disabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  placeholder,
  hint,
  error,
  unit,
  icon,
  type = 'text',
  disabled = false,
  isReadOnly = false,
  ref,
}: TextFieldProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
      {(control) => (
        <TextInput
          {...control}
          error={Boolean(error)}
          {...(isLabelHidden && { 'aria-label': label })}
          {...(ref && { ref })}
          classNames={pickClasses(input, 'wrapper', 'input', 'section')}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder ?? ''}
          leftSection={icon && <Icon name={icon} />}
          rightSection={unit && <span className={input.unit}>{unit}</span>}
          rightSectionWidth="auto"
          type={type}
          disabled={disabled}
          readOnly={isReadOnly}
        />
      )}
    </Field>
  );
}

import { Checkbox as MantineCheckbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import styles from './Checkbox.module.css';

interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  /** Some of what it stands for is checked, some is not. */
  readonly isMixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export function Checkbox({
  label,
  checked,
  isMixed = false,
  onChange,
  hint,
  disabled = false,
}: CheckboxProps) {
  return (
    <MantineCheckbox
      classNames={pickClasses(
        styles,
        'root',
        'body',
        'input',
        'inner',
        'icon',
        'label',
        'description',
      )}
      label={label}
      description={hint}
      checked={checked}
      indeterminate={isMixed}
      onChange={(event) => onChange(event.currentTarget.checked)}
      disabled={disabled}
    />
  );
}

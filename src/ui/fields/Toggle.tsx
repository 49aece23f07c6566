import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import styles from './Toggle.module.css';

interface ToggleProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Toggle({
  label,
  isLabelHidden = false,
  checked,
  onChange,
  hint,
  disabled = false,
}: ToggleProps) {
  return (
    <Switch
      classNames={pickClasses(styles, 'root', 'body', 'track', 'thumb', 'label', 'description')}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      labelPosition="left"
      description={hint}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      disabled={disabled}
      withThumbIndicator={false}
    />
  );
}

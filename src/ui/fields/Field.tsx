import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in words. */
  readonly error?: ReactNode;
  /** What stands at the label's other end, e.g. the value of a slider. */
  readonly aside?: ReactNode;
  /** Draws the control with these attributes on it. */
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label, control, hint and error of one input. */
export function Field({ label, isLabelHidden = false, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      {(!isLabelHidden || aside) && (
        <div className={styles.heading}>
          {!isLabelHidden && (
            <label className={styles.label} htmlFor={id} id={`${id}-label`}>
              {label}
            </label>
          )}
          {aside && <span className={styles.aside}>{aside}</span>}
        </div>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

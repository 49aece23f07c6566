import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useNotify } from '../feedback/toast.ts';
import { Icon } from '../icons/Icon.tsx';
import { useWord } from '../kit-context.ts';
import styles from './PropertyRow.module.css';

interface PropertyRowProps {
  readonly name: string;
  /** Text, a Quantity, a badge; nothing shows as a dash. */
  readonly children?: ReactNode;
  /** What a click copies; without it the row is not a button. */
  readonly copyText?: string | undefined;
  /** Where the value comes from. */
  readonly source?: string | undefined;
  /** A small button for what else can be done with it; in sight where the pointer or the focus is. */
  readonly action?: ReactNode;
}

/** Name and value of one property; a click copies it. */
export function PropertyRow({ name, children, copyText, source, action }: PropertyRowProps) {
  const say = useWord();
  const notify = useNotify();
  const isEmpty = children === undefined || children === null || children === '';

  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notify({ tone: 'good', title: say('copied'), detail: text, durationMs: 2000 });
  };

  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={classNames(styles.value, isEmpty && styles.empty)}>
        {copyText === undefined || isEmpty ? (
          <span className={styles.content}>
            {isEmpty ? <span title={say('noValue')}>–</span> : children}
          </span>
        ) : (
          <button
            type="button"
            className={styles.content}
            title={say('copy')}
            onClick={() => void copy(copyText)}
          >
            {children}
            <span className={styles.sign}>
              <Icon name="copy" size="s" />
            </span>
          </button>
        )}
        {source && <span className={styles.source}>{source}</span>}
        {action && <span className={styles.action}>{action}</span>}
      </dd>
    </div>
  );
}

import type { CSSProperties, MouseEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Spinner } from '../feedback/Spinner.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useKit, useWord } from '../kit-context.ts';
import { CutLabel } from './CutLabel.tsx';
import { formatNumber } from './format-quantity.ts';
import styles from './Tree.module.css';
import type { TreeItem } from './tree-keys.ts';

interface TreeRowProps {
  readonly id: string;
  readonly item: TreeItem;
  readonly query: string;
  readonly topPx: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (event: MouseEvent) => void;
  readonly onExpand: (isExpanded: boolean) => void;
  readonly onActivate?: () => void;
  readonly onShow?: (isShown: boolean) => void;
}

/** One row; the tree around it holds the focus, takes the keys and names the active row. */
export function TreeRow({
  id,
  item,
  query,
  topPx,
  isActive,
  isSelected,
  onSelect,
  onExpand,
  onActivate,
  onShow,
}: TreeRowProps) {
  const { language } = useKit();
  const say = useWord();
  const { label, detail, count, level, isExpanded, isHidden = false } = item;
  const counted = count === undefined ? undefined : formatNumber(count, language);
  const spoken = [label, detail, counted, isHidden && say('hidden')].filter(Boolean).join(', ');
  const style = { insetBlockStart: topPx, '--level': level - 1 } as CSSProperties;

  const only = (event: MouseEvent, act: () => void) => {
    event.stopPropagation();
    act();
  };

  return (
    // biome-ignore-start lint/a11y: the tree has focus and keys; its buttons repeat them for the pointer.
    <div
      id={id}
      className={classNames(styles.row, isActive && styles.active, isHidden && styles.hidden)}
      role="treeitem"
      aria-label={spoken}
      aria-level={level}
      aria-posinset={item.place}
      aria-setsize={item.siblings}
      aria-expanded={isExpanded}
      aria-selected={isSelected}
      aria-busy={item.isBusy || undefined}
      style={style}
      onClick={onSelect}
      onDoubleClick={onActivate}
    >
      <span className={styles.indent} />
      {isExpanded === undefined ? (
        <span className={styles.chevron} />
      ) : (
        <span
          className={classNames(styles.chevron, isExpanded && styles.open)}
          onClick={(event) => only(event, () => onExpand(!isExpanded))}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {item.isBusy ? <Spinner size="s" /> : <Icon name="chevron-right" size="s" />}
        </span>
      )}
      <span className={styles.words} title={detail ? `${label} · ${detail}` : label}>
        <span className={styles.label}>
          <CutLabel text={label} query={query} />
        </span>{' '}
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>{' '}
      {counted !== undefined && <span className={styles.count}>{counted}</span>}
      {onShow && (
        <button
          type="button"
          className={styles.eye}
          tabIndex={-1}
          aria-label={`${say(isHidden ? 'show' : 'hide')}: ${label}`}
          title={say(isHidden ? 'show' : 'hide')}
          onClick={(event) => only(event, () => onShow(isHidden))}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Icon name={isHidden ? 'eye-off' : 'eye'} size="s" />
        </button>
      )}
    </div>
    // biome-ignore-end lint/a11y: see above.
  );
}

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './Tree.module.css';
import { TreeRow } from './TreeRow.tsx';
import { findTreeMove, findTyped, type TreeItem } from './tree-keys.ts';
import { useRowWindow } from './use-row-window.ts';

interface TreeProps {
  readonly label: string;
  /** The rows whose parents are open, from the top down. */
  readonly items: readonly TreeItem[];
  readonly onExpand: (id: string, isExpanded: boolean) => void;
  readonly selectedIds: ReadonlySet<string>;
  /** A click or Enter; Ctrl adds and takes away, Shift takes the rows between. */
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** A double click, e.g. to fly there. */
  readonly onActivate?: (id: string) => void;
  /** Gives each row an eye. */
  readonly onShow?: (id: string, isShown: boolean) => void;
  /** What other keys do, by name: to the selected rows where the active one is among them, else to that one. */
  readonly keys?: Readonly<Record<string, (ids: readonly string[]) => void>>;
  /** Words that are marked in the labels. */
  readonly query?: string;
  /** A row that shall be in sight and active as soon as it is there. */
  readonly revealedId?: string | undefined;
  readonly height?: string;
  /** Stands in place of the rows: an EmptyState, an ErrorState, a Skeleton. */
  readonly instead?: ReactNode;
}

/** Letters typed within this time make one beginning. */
const TYPING_MS = 700;

/** A tree that draws only the rows in sight, so that 100,000 scroll like ten. */
export function Tree({
  label,
  items,
  onExpand,
  selectedIds,
  onSelectionChange,
  onActivate,
  onShow,
  keys = {},
  query = '',
  revealedId,
  height = '22rem',
  instead,
}: TreeProps) {
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  // Who points goes on with the page's own keys; who walks with arrows types ahead.
  const isByPointer = useRef(false);
  const typed = useRef({ text: '', atMs: Number.NEGATIVE_INFINITY });
  const [activeId, setActiveId] = useState<string>();
  const [anchor, setAnchor] = useState(0);
  const visible = useRowWindow(scroller, probe, items.length);
  const current = Math.max(
    0,
    items.findIndex(({ id }) => id === activeId),
  );

  const scrollTo = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = index * visible.rowPx;
    const least = top + visible.rowPx - element.clientHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (least > element.scrollTop) element.scrollTop = least;
  };

  const revealed = revealedId === undefined ? -1 : items.findIndex(({ id }) => id === revealedId);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (revealed === -1) {
      shown.current = undefined;
      return;
    }
    // Once: a person may scroll away from it.
    if (shown.current === revealedId) return;
    shown.current = revealedId;
    setActiveId(revealedId);
    const element = scroller.current;
    if (element) element.scrollTop = (revealed + 0.5) * visible.rowPx - element.clientHeight / 2;
  }, [revealed, revealedId, visible.rowPx]);

  const go = (index: number) => {
    setActiveId(items[index]?.id);
    scrollTo(index);
  };

  const select = (
    index: number,
    { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  ) => {
    const item = items[index];
    if (!item) return;
    setActiveId(item.id);
    if (shiftKey) {
      const between = items.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
      onSelectionChange(new Set(between.map(({ id }) => id)));
      return;
    }
    setAnchor(index);
    const next = new Set(ctrlKey || metaKey ? selectedIds : []);
    if ((ctrlKey || metaKey) && selectedIds.has(item.id)) next.delete(item.id);
    else next.add(item.id);
    onSelectionChange(next);
  };

  const isTyping = () => performance.now() - typed.current.atMs < TYPING_MS;

  const type = (letter: string) => {
    const text = isTyping() ? typed.current.text + letter : letter;
    typed.current = { text, atMs: performance.now() };
    const found = findTyped(items, current, text);
    if (found !== -1) go(found);
  };

  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const item = items[current];
    if (!item || event.altKey) return false;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / visible.rowPx) - 1);
    const move = findTreeMove(items, current, key, page);
    if (move) isByPointer.current = false;
    if (move?.kind === 'go') {
      go(move.to);
      if (event.shiftKey) select(move.to, event);
      return true;
    }
    if (move) {
      onExpand(item.id, move.kind === 'expand');
      return true;
    }
    if (key === 'Enter') {
      select(current, event);
      return true;
    }
    if (event.ctrlKey || event.metaKey) return false;
    const act = keys[key];
    if (act && !(key.length === 1 && key !== ' ' && isTyping())) {
      act(selectedIds.has(item.id) ? [...selectedIds] : [item.id]);
      return true;
    }
    if (key.length !== 1 || key === ' ' || isByPointer.current) return false;
    type(key);
    return true;
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !press(event)) return;
    event.preventDefault();
    // The page's own single keys fly and hide.
    event.stopPropagation();
  };

  const isActiveDrawn = current >= visible.start && current < visible.end;
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.tree}
        style={{ maxBlockSize: height }}
        role="tree"
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={
          items.length > 0 && isActiveDrawn && !instead ? `${treeId}-${current}` : undefined
        }
        tabIndex={0}
        onKeyDown={handleKey}
        onPointerDown={() => {
          isByPointer.current = true;
        }}
      >
        <div ref={probe} className={styles.probe} role="none" />
        {!instead && (
          <div
            className={styles.rows}
            role="none"
            style={{ blockSize: items.length * visible.rowPx }}
          >
            {items.slice(visible.start, visible.end).map((item, offset) => {
              const index = visible.start + offset;
              return (
                <TreeRow
                  key={item.id}
                  id={`${treeId}-${index}`}
                  item={item}
                  query={query}
                  topPx={index * visible.rowPx}
                  isActive={index === current}
                  isSelected={selectedIds.has(item.id)}
                  onSelect={(event) => select(index, event)}
                  onExpand={(isExpanded) => onExpand(item.id, isExpanded)}
                  {...(onActivate && { onActivate: () => onActivate(item.id) })}
                  {...(onShow && { onShow: (isShown: boolean) => onShow(item.id, isShown) })}
                />
              );
            })}
          </div>
        )}
      </div>
      {instead && <div className={styles.instead}>{instead}</div>}
    </div>
  );
}

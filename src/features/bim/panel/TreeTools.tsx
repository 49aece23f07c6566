import { useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, Note, Row, Toolbar } from '#ui';
import type { PartKey } from '../contract.ts';
import { messages } from '../messages.ts';
import { toggleIsolated } from '../state/isolating.ts';
import { hideParts } from '../state.ts';
import { flyToParts } from './part-actions.ts';
import { useLine, useModels } from './use-line.ts';

interface TreeToolsProps {
  /** What is selected. */
  readonly parts: readonly PartKey[];
  readonly onCollapse: () => void;
  /** Matches of a search; undefined without one. */
  readonly found: number | undefined;
  /** As many as are counted. */
  readonly most: number;
}

/** What can be done with what is selected in the tree, and how many a search found. */
export function TreeTools({ parts, onCollapse, found, most }: TreeToolsProps) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const models = useModels();
  const isEmpty = parts.length === 0;
  return (
    <Row spread="between">
      <Toolbar label={say(messages.elements)}>
        <IconButton
          size="s"
          icon="focus"
          label={say(messages.flyTo)}
          disabled={isEmpty || !line}
          onClick={() => line && void flyToParts(store, line, models, parts)}
        />
        <IconButton
          size="s"
          icon="isolate"
          label={say(messages.isolate)}
          shortcut="I"
          disabled={isEmpty}
          onClick={() => toggleIsolated(store, parts)}
        />
        <IconButton
          size="s"
          icon="eye-off"
          label={say(messages.hide)}
          shortcut="Shift+I"
          disabled={isEmpty}
          onClick={() => hideParts(store, parts)}
        />
        <IconButton size="s" icon="fold" label={say(messages.collapseAll)} onClick={onCollapse} />
      </Toolbar>
      <div role="status">
        {found !== undefined && (
          <Note kind="faint">{say(messages.found(found, found >= most))}</Note>
        )}
      </div>
    </Row>
  );
}

import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Icon, isIconName } from '#ui';
import type { OpenNetwork } from '../contract.ts';
import { messages } from '../messages.ts';
import { BURST_TOOL } from '../state/incident.ts';
import { openTool, selectPipes } from '../state.ts';
import styles from './panel.module.css';
import { type PipesTool, tools } from './tools.ts';

/** What can be done with the networks that are open; the burst first and widest. */
export function ToolList({ networks }: { readonly networks: readonly OpenNetwork[] }) {
  const say = useText();
  const available = tools.filter((tool) => tool.isAvailable(networks));
  if (available.length === 0) return null;
  return (
    <ul className={styles.tools} aria-label={say(messages.tools)}>
      {available.map((tool) => (
        <li key={tool.id} className={tool.id === BURST_TOOL ? styles.lead : undefined}>
          <ToolButton tool={tool} />
        </li>
      ))}
    </ul>
  );
}

function ToolButton({ tool }: { readonly tool: PipesTool }) {
  const store = useAppStore();
  const say = useText();
  const isRunning = useAppState(
    (state) => tool.id === BURST_TOOL && selectPipes(state).incident !== undefined,
  );
  return (
    <button type="button" className={styles.tool} onClick={() => openTool(store, tool.id)}>
      <span className={styles.toolIcon}>
        <Icon name={isIconName(tool.icon) ? tool.icon : 'circle'} />
      </span>
      <span>
        <span className={styles.toolName}>{say(tool.name)}</span>
        <span className={styles.toolSummary}>
          {isRunning ? say(messages.incidentRuns) : say(tool.summary)}
        </span>
      </span>
    </button>
  );
}

import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { BigButton } from '#ui';
import type { OpenNetwork } from '../contract.ts';
import { messages } from '../messages.ts';
import { BURST_TOOL } from '../state/incident.ts';
import { openTool, selectPipes } from '../state.ts';
import styles from './panel.module.css';
import { tools } from './tools.ts';

/** What can be done with the networks that are open; the burst first and widest. */
export function ToolList({ networks }: { readonly networks: readonly OpenNetwork[] }) {
  const store = useAppStore();
  const say = useText();
  const hasIncident = useAppState((state) => selectPipes(state).incident !== undefined);
  const available = tools.filter((tool) => tool.isAvailable(networks));
  if (available.length === 0) return null;
  return (
    <ul className={styles.tools} aria-label={say(messages.tools)}>
      {available.map(({ id, icon, name, summary }) => (
        <li key={id}>
          <BigButton
            icon={icon}
            name={say(name)}
            detail={say(id === BURST_TOOL && hasIncident ? messages.incidentRuns : summary)}
            kind={id === BURST_TOOL ? 'danger' : 'plain'}
            onClick={() => openTool(store, id)}
          />
        </li>
      ))}
    </ul>
  );
}

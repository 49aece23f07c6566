import { useAppStore, useText } from '#store/use-store.tsx';
import { BigButton } from '#ui';
import { messages } from '../messages.ts';
import { openTool } from '../state.ts';
import styles from './panel.module.css';
import { tools } from './tools.ts';

/** What else can be done with a run, or before one. */
export function ToolList({ hasRun }: { readonly hasRun: boolean }) {
  const store = useAppStore();
  const say = useText();
  const offered = tools.filter(({ when }) => hasRun || when === 'always');
  if (offered.length === 0) return null;
  return (
    <ul className={styles.tools} aria-label={say(messages.tools)}>
      {offered.map((tool) => (
        <li key={tool.id}>
          <BigButton
            icon={tool.icon}
            name={say(tool.name)}
            detail={say(tool.summary)}
            onClick={() => openTool(store, tool.id)}
          />
        </li>
      ))}
    </ul>
  );
}

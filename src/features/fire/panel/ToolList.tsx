import { useAppStore, useText } from '#store/use-store.tsx';
import { BigButton } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import { openTool } from '../state.ts';
import styles from './panel.module.css';
import { tools } from './tools.ts';

/** What else can be done with a fire, or before one. */
export function ToolList({ hasFire }: { readonly hasFire: boolean }) {
  const store = useAppStore();
  const say = useText();
  const offered = tools.filter(({ when }) => hasFire || when === 'always');
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

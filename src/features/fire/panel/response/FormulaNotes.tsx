import { useText } from '#store/use-store.tsx';
import type { WaterAtBuilding } from '../../contract/response.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useUnits } from './use-response.ts';

/** The formula of each standard with its numbers, and what went into it; folded until asked for. */
export function FormulaNotes({ water }: { readonly water: WaterAtBuilding }) {
  const say = useText();
  const { flow } = useUnits();
  return (
    <details className={styles.how}>
      <summary>{say(messages.howFound)}</summary>
      <ul className={styles.plain}>
        {water.needs.map((need) => (
          <li key={need.standard}>
            <span className={styles.two}>
              <strong>{need.standard}</strong>
              <span className={styles.formula}>{need.formula}</span>
              {need.inputs.map((input) => (
                <span key={input.en} className={styles.small}>
                  {say(input)}
                </span>
              ))}
              {need.isTogether && !Number.isNaN(need.aloneM3s) && (
                <span className={styles.small}>
                  {say(messages.aloneWouldBe(flow(need.aloneM3s)))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

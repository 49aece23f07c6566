import { useText } from '#store/use-store.tsx';
import { Note, Stack } from '#ui';
import { steerMessages as messages } from '../messages/steer.ts';
import styles from './panel.module.css';
import { useCount, useSince, useSpread } from './use-fire.ts';

/** The second, simple model with both of its published constants, for each wind. */
export function HamadaSection() {
  const say = useText();
  const since = useSince();
  const count = useCount();
  const spread = useSpread();
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.hamadaHint)}</Note>
      {spread && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={say(messages.hamada)}>
            <thead>
              <tr>
                <th scope="col">{say(messages.windOf)}</th>
                <th scope="col">{say(messages.constant)}</th>
                <th scope="col">{say(messages.down)}</th>
                <th scope="col">{say(messages.side)}</th>
                <th scope="col">{say(messages.up)}</th>
              </tr>
            </thead>
            <tbody>
              {spread.hamada.map(({ fromS, constant, downMh, sideMh, upMh }) => (
                <tr key={`${fromS}/${constant}`}>
                  <th scope="row">{since(fromS)}</th>
                  <td>{constant}</td>
                  {[downMh, sideMh, upMh].map((speed, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: three places that never move.
                    <td key={at}>{`${count(speed)} m/h`}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}

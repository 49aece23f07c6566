import type { Text } from '#model/text.ts';
import type { ValvePassed, ValveToClose } from '../../../contract/incident.ts';
import { burstMessages } from '../../../messages/burst.ts';
import { sheetMessages as messages } from '../../../messages/sheet.ts';
import { useQuantity } from '../../use-words.ts';
import styles from './sheet.module.css';

interface ValveTableProps {
  readonly valves: readonly ValveToClose[];
  readonly passed: readonly ValvePassed[];
  readonly closed: readonly string[];
  readonly write: (text: Text) => string;
}

/** Each valve with a box to tick and a place for the time. */
export function ValveTable({ valves, passed, closed, write }: ValveTableProps) {
  const quantity = useQuantity();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone is scrolled by keys, too.
    <section className={styles.wide} aria-label={write(burstMessages.valves)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{write(messages.valve)}</th>
            <th scope="col">{write(messages.diameter)}</th>
            <th scope="col">{write(messages.turns)}</th>
            <th scope="col">{write(messages.access)}</th>
            <th scope="col">{write(messages.position)}</th>
            <th scope="col">{write(messages.closedBox)}</th>
            <th scope="col">{write(messages.time)}</th>
            <th scope="col">{write(messages.openedBox)}</th>
          </tr>
        </thead>
        <tbody>
          {valves.map((valve, at) => (
            <tr key={valve.id}>
              <td>{at + 1}</td>
              <th scope="row">{valve.id}</th>
              <td>{quantity(valve.diameterM * 1000, 'mm', { decimals: 0 })}</td>
              <td>{quantity(valve.turns, '', { decimals: 0 })}</td>
              <td>{valve.access}</td>
              <td>
                {valve.latitudeDeg.toFixed(5)}, {valve.longitudeDeg.toFixed(5)}
              </td>
              <td>
                <Box isTicked={closed.includes(valve.id)} />
              </td>
              <td />
              <td>
                <Box isTicked={false} />
              </td>
            </tr>
          ))}
          {passed.map(({ id, why }) => (
            <tr key={id} className={styles.passed}>
              <td>–</td>
              <th scope="row">{id}</th>
              <td colSpan={7}>{write(burstMessages.passedWhy[why])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Box = ({ isTicked }: { readonly isTicked: boolean }) => (
  <span className={styles.box} aria-hidden>
    {isTicked ? '✓' : ''}
  </span>
);

import { useAppStore, useText } from '#store/use-store.tsx';
import { Note, Toggle } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { setShelterOpen } from '../../state/evacuate.ts';
import { lookAt } from '../look-at.ts';
import styles from './evacuation.module.css';
import { messages } from './messages.ts';
import { useEvacuation, usePeople, useShelters, useSpan } from './use-evacuation.ts';

/** Every shelter of the city: who goes there, how full it is; each may be closed. */
export function ShelterTable({ result }: { readonly result: EvacuationResult }) {
  const store = useAppStore();
  const say = useText();
  const people = usePeople();
  const span = useSpan();
  const { plan } = useEvacuation();
  const all = useShelters() ?? result.shelters;
  if (all.length === 0) return <Note kind="faint">{say(messages.noShelters)}</Note>;
  const used = new Map(result.shelters.map((one) => [one.id, one]));
  const rows = all
    .map((shelter) => ({ ...shelter, found: used.get(shelter.id) }))
    .sort((a, b) => (b.found?.assigned ?? -1) - (a.found?.assigned ?? -1));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={say(messages.shelterTable)}>
        <thead>
          <tr>
            <th scope="col">{say(messages.shelter)}</th>
            <th scope="col">{say(messages.room)}</th>
            <th scope="col">{say(messages.lastIn)}</th>
            <th scope="col">{say(messages.used)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, at, capacity, found }) => {
            const isOpen = !plan.closedShelters.includes(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className={styles.place} onClick={() => lookAt(store, at)}>
                    {name}
                  </button>
                </th>
                <td>
                  {isOpen && !found
                    ? say(messages.inZone)
                    : `${people(found?.assigned ?? 0)} / ${people(capacity)}`}
                </td>
                <td>{found && found.assigned > 0 ? span(found.lastArrivalS) : '–'}</td>
                <td>
                  <Toggle
                    label={say(messages.openShelter(name))}
                    isLabelHidden
                    checked={isOpen}
                    onChange={(next) => setShelterOpen(store, id, next)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

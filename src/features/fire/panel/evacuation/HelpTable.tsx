import { nameOfUse } from '#model/use-names.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Note } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { lookAt } from '../look-at.ts';
import styles from './evacuation.module.css';
import { messages } from './messages.ts';
import { usePeople } from './use-evacuation.ts';

/** Sites in the zone whose people can't leave by themselves. */
export function HelpTable({ result }: { readonly result: EvacuationResult }) {
  const store = useAppStore();
  const say = useText();
  const people = usePeople();
  if (result.needHelp.length === 0) return <Note kind="faint">{say(messages.noHelp)}</Note>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={say(messages.helpList)}>
        <thead>
          <tr>
            <th scope="col">{say(messages.site)}</th>
            <th scope="col">{say(messages.kind)}</th>
            <th scope="col">{say(messages.help)}</th>
          </tr>
        </thead>
        <tbody>
          {result.needHelp.map((site) => (
            <tr key={site.id}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.place}
                  onClick={() => lookAt(store, site.at)}
                >
                  {site.name}
                </button>
              </th>
              <td>{say(nameOfUse(site.kind))}</td>
              <td>{people(site.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

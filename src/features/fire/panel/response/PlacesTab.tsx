import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  formatNumber,
  IconButton,
  Note,
  Progress,
  Row,
  Segmented,
  Stack,
  useKit,
} from '#ui';
import { addStandBy } from '../../state/change-response.ts';
import { lookAt } from '../look-at.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { StandByList } from './StandByList.tsx';
import { type PlaceChoice, usePlaces } from './use-places.ts';

/** Where one more station or a stand-by engine would help most; one press tries it. */
export function PlacesTab() {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const { progress, rows, failure, canFind, find, stop } = usePlaces();
  const [choice, setChoice] = useState<PlaceChoice>({ standard: 'GB 51080', by: 'people' });
  const count = (value: number) => formatNumber(Math.round(value), language);
  const percent = (share: number) => `${formatNumber(share * 100, language, { decimals: 1 })} %`;
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.placesWhy)}</Note>
      <Row gap="s" isWrapping>
        <Segmented
          label={say(messages.standard)}
          value={choice.standard}
          options={[
            { value: 'GB 51080', label: 'GB 51080' },
            { value: 'NFPA 1710', label: 'NFPA 1710' },
          ]}
          onChange={(standard) => setChoice({ ...choice, standard })}
        />
        <Segmented
          label={say(messages.by)}
          value={choice.by}
          options={[
            { value: 'people', label: say(messages.byPeople) },
            { value: 'buildings', label: say(messages.byBuildings) },
          ]}
          onChange={(by) => setChoice({ ...choice, by })}
        />
        {progress === undefined ? (
          <Button icon="target" disabled={!canFind} onClick={() => find(choice)}>
            {say(messages.find)}
          </Button>
        ) : (
          <Button onClick={stop}>{say(messages.stop)}</Button>
        )}
      </Row>
      {progress !== undefined && <Progress label={say(messages.finding)} value={progress} />}
      {failure !== undefined && (
        <Banner tone="warning" title={say(messages.placesFailed(failure))} />
      )}
      {rows?.length === 0 && <Note>{say(messages.noPlaces)}</Note>}
      {rows && rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say(messages.place)}</th>
              <th scope="col" className={styles.number}>
                {say(messages.gained)}
              </th>
              <th scope="col" className={styles.number}>
                {say(messages.before)}
              </th>
              <th scope="col" className={styles.number}>
                {say(messages.after)}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.at.join(' ')}>
                <th scope="row">{row.name}</th>
                <td className={styles.number}>{count(row.gained)}</td>
                <td className={styles.number}>{percent(row.before)}</td>
                <td className={styles.number}>{percent(row.after)}</td>
                <td className={styles.number}>
                  <IconButton
                    icon="locate"
                    size="s"
                    label={say(messages.show(row.name))}
                    onClick={() => lookAt(store, row.at)}
                  />
                  <IconButton
                    icon="plus"
                    size="s"
                    label={say(messages.tryIt(row.name))}
                    onClick={() => addStandBy(store, row.name, row.at)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <StandByList />
    </Stack>
  );
}

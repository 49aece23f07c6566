import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, Stack } from '#ui';
import { type FireSpread, SECOND_SPREAD } from '../contract/spread.ts';
import type { FireScenario } from '../contract.ts';
import { tollOf } from '../kernel/compare-fires.ts';
import { isDayAt } from '../kernel/moment.ts';
import { steerMessages as messages } from '../messages/steer.ts';
import { fireOf } from '../state/clock.ts';
import { compareWith, swapCompared } from '../state/fires.ts';
import { changeLook, selectFire } from '../state.ts';
import styles from './panel.module.css';
import { useCount, useSince, useSpread } from './use-fire.ts';

const TIMES_S = [30 * 60, 60 * 60, 120 * 60];

/** Two fires beside each other in numbers: what burns by when, and who is in it. */
export function CompareSection({ fire }: { readonly fire: FireScenario }) {
  const store = useAppStore();
  const say = useText();
  const since = useSince();
  const count = useCount();
  const other = useAppState((state) => fireOf(state, selectFire(state).compared));
  const first = useSpread();
  const second = useFrame<FireSpread>(SECOND_SPREAD);
  const colours = useAppState((state) => selectFire(state).look.buildings === 'difference');
  if (!other) return null;
  const isReady = first && second?.scenario === other.id;
  const timesS = [...TIMES_S.filter((timeS) => timeS < fire.durationS), fire.durationS];
  const tolls = (spread: FireSpread, of: FireScenario) =>
    tollOf(spread, timesS, isDayAt(of.startMs, of.ignitions[0]?.building.at[0] ?? 0));
  const one = isReady ? tolls(first, fire) : [];
  const two = isReady ? tolls(second, other) : [];
  return (
    <Stack gap="s">
      {!isReady && <Note kind="faint">{say(messages.waitsForBoth)}</Note>}
      {isReady && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={say(messages.comparison)}>
            <thead>
              <tr>
                <th scope="col">{say(messages.buildingsBurnt)}</th>
                <th scope="col">{fire.name}</th>
                <th scope="col">{other.name}</th>
                <th scope="col">{say(messages.difference)}</th>
              </tr>
            </thead>
            <tbody>
              {one.map(({ timeS, buildings, people }, at) => {
                const beside = two[at];
                return (
                  <tr key={timeS}>
                    <th scope="row">{since(timeS)}</th>
                    <td>{`${count(buildings)} (${count(people)})`}</td>
                    <td>{`${count(beside?.buildings ?? 0)} (${count(beside?.people ?? 0)})`}</td>
                    <td>{signed(buildings - (beside?.buildings ?? 0))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <Note kind="faint">{`( ) ${say(messages.people)}`}</Note>
        </div>
      )}
      <Note kind="faint">{say(messages.drawnBeside(other.name))}</Note>
      <Row gap="s" isWrapping>
        <Button
          size="s"
          icon="palette"
          isPressed={colours}
          onClick={() => changeLook(store, { buildings: colours ? 'auto' : 'difference' })}
        >
          {say(messages.colourDifference)}
        </Button>
        <Button size="s" icon="flip" onClick={() => swapCompared(store)}>
          {say(messages.swap)}
        </Button>
        <Button
          size="s"
          kind="quiet"
          icon="close"
          onClick={() => {
            if (colours) changeLook(store, { buildings: 'auto' });
            compareWith(store, '');
          }}
        >
          {say(messages.endCompare)}
        </Button>
      </Row>
    </Stack>
  );
}

const signed = (value: number): string =>
  value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';

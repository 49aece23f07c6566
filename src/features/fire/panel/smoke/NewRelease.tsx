import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button } from '#ui';
import type { PlaceDeg } from '../../contract.ts';
import { beginPointing } from '../../state/pointing.ts';
import { addRelease } from '../../state/releases.ts';
import { selectFire } from '../../state.ts';
import { useShownFire } from '../use-fire.ts';
import { messages } from './messages.ts';
import styles from './smoke.module.css';

/** Where the next one is: a selected building, a place on the globe, the fire, else the middle of the city. */
export function NewRelease() {
  const store = useAppStore();
  const say = useText();
  const fire = useShownFire();
  const [building] = useAppState((state) => selectFire(state).selected);
  const bounds = useAppState(({ city }) => city?.manifest.boundsDeg);
  const ignited = fire?.ignitions[0]?.building;
  const middle: PlaceDeg | undefined = bounds && [
    (bounds[0] + bounds[2]) / 2,
    (bounds[1] + bounds[3]) / 2,
  ];
  return (
    <div className={styles.place}>
      {building && (
        <Button
          kind="primary"
          icon="building"
          onClick={() =>
            addRelease(store, { at: building.at, building: building.id, name: building.name })
          }
        >
          {say(messages.atSelected(building.name))}
        </Button>
      )}
      <Button icon="pin" onClick={() => beginPointing(store, 'release')}>
        {say(messages.onGlobe)}
      </Button>
      {ignited && ignited.id !== building?.id && (
        <Button
          icon="flame"
          onClick={() =>
            addRelease(store, { at: ignited.at, building: ignited.id, name: ignited.name })
          }
        >
          {say(messages.atFire)}
        </Button>
      )}
      {!building && !ignited && middle && (
        <Button
          icon="map"
          onClick={() =>
            addRelease(store, { at: middle, building: '', name: say(messages.inMiddle) })
          }
        >
          {say(messages.inMiddle)}
        </Button>
      )}
    </div>
  );
}

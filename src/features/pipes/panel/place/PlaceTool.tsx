import { useEffect, useState } from 'react';
import type { NetworkMove } from '#model/network-move.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, Note, NudgePad, Row, SelectField, Stack } from '#ui';
import { nudged, turned } from '../../kernel/place/move-network.ts';
import { networkName } from '../../messages/network-name.ts';
import { cancelDrawing, pointPlace } from '../../state/drawing.ts';
import {
  cancelPlacing,
  endPlacing,
  forgetPlace,
  moveOf,
  placeNetwork,
  startPlacing,
} from '../../state/place.ts';
import { openTool, selectPipes } from '../../state.ts';
import { useViewLine } from '../section/use-section.ts';
import { useNetworks } from '../use-line.ts';
import { messages } from './messages.ts';
import { PipesDrawBar } from './PipesDrawBar.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { useSnap } from './use-snap.ts';

/** Puts a network whose file knows no place where it belongs. */
export default function PlaceTool() {
  const say = useText();
  const networks = useNetworks().filter(({ middle }) => middle !== undefined);
  const [chosen, setChosen] = useState<string>();
  const shown = networks.find(({ network }) => network === chosen) ?? networks[0];
  if (!shown) return <EmptyState icon="locate" title={say(messages.none)} />;
  return (
    <Stack gap="m">
      <SelectField
        label={say(messages.network)}
        value={shown.network}
        options={networks.map((one) => ({ value: one.network, label: say(networkName(one)) }))}
        onChange={setChosen}
      />
      <Placing key={shown.network} network={shown.network} />
    </Stack>
  );
}

function Placing({ network }: { readonly network: string }) {
  const say = useText();
  const store = useAppStore();
  const state = useAppState(selectPipes);
  const { moves, drawing } = state;
  const { middle: seen } = useViewLine(1);
  const [said, snap] = useSnap(network);
  useEffect(() => {
    startPlacing(store, network);
    return () => {
      cancelDrawing(store);
      endPlacing(store);
    };
  }, [store, network]);
  const move = moveOf(state, network);
  if (!move) return null;
  const put = (next: NetworkMove) => placeNetwork(store, network, next);
  const close = () => openTool(store, '');
  return (
    <>
      {drawing?.purpose === 'place' ? (
        <PipesDrawBar
          drawing={drawing}
          title={say(messages.point)}
          how={say(messages.howToPoint)}
        />
      ) : (
        <>
          <Row gap="s" isWrapping>
            <Button icon="pin" kind="primary" onClick={() => pointPlace(store, network)}>
              {say(messages.point)}
            </Button>
            <Button
              icon="target"
              onClick={() => put({ ...move, longitudeDeg: seen[0], latitudeDeg: seen[1] })}
            >
              {say(messages.toView)}
            </Button>
          </Row>
          <Note kind="faint">{say(messages.how)}</Note>
        </>
      )}
      <NudgePad
        steps={[0.1, 1, 10, 100]}
        onMove={(eastM, northM, upM) =>
          put({ ...nudged(move, eastM, northM), upM: move.upM + upM })
        }
        onTurn={(byDeg) => put(turned(move, byDeg))}
      />
      <PlaceFields move={move} onChange={put} />
      <Row gap="s" isWrapping>
        <Button icon="link" disabled={!snap} onClick={() => snap?.()}>
          {say(messages.snap)}
        </Button>
        <Button
          icon="undo"
          disabled={moves[network] === undefined}
          onClick={() => forgetPlace(store, network)}
        >
          {say(messages.back)}
        </Button>
      </Row>
      <div aria-live="polite">{said !== undefined && <Note>{said}</Note>}</div>
      <Row gap="s" isWrapping>
        <Button kind="primary" icon="check" onClick={close}>
          {say(messages.keep)}
        </Button>
        <Button
          onClick={() => {
            cancelPlacing(store);
            close();
          }}
        >
          {say(messages.cancel)}
        </Button>
      </Row>
      <Note kind="faint">{say(messages.kept)}</Note>
    </>
  );
}

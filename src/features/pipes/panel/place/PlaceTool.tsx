import { useEffect, useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, Note, NumberField, Row, SelectField, Stack } from '#ui';
import type { NetworkMove } from '../../contract/place.ts';
import { nudged } from '../../kernel/place/move-network.ts';
import { networkName } from '../../messages/network-name.ts';
import { cancelDrawing, pointPlace } from '../../state/drawing.ts';
import { forgetPlace, placeNetwork } from '../../state/place.ts';
import { selectPipes } from '../../state.ts';
import { useViewLine } from '../section/use-section.ts';
import { useLine, useNetworks } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';
import { NudgePad } from './NudgePad.tsx';
import { PipesDrawBar } from './PipesDrawBar.tsx';

const SNAP_WITHIN_M = 50;

/** Puts a network whose file knows no place where it belongs. */
export default function PlaceTool() {
  const say = useText();
  const networks = useNetworks().filter(({ middle }) => middle !== undefined);
  const [chosen, setChosen] = useState<string>();
  const shown = networks.find(({ network }) => network === chosen) ?? networks[0];
  if (!shown?.middle) return <EmptyState icon="locate" title={say(messages.none)} />;
  return (
    <Stack gap="m">
      <SelectField
        label={say(messages.network)}
        value={shown.network}
        options={networks.map((one) => ({ value: one.network, label: say(networkName(one)) }))}
        onChange={setChosen}
      />
      <Placing key={shown.network} network={shown.network} middle={shown.middle} />
    </Stack>
  );
}

interface PlacingProps {
  readonly network: string;
  readonly middle: Pick<NetworkMove, 'longitudeDeg' | 'latitudeDeg'>;
}

function Placing({ network, middle }: PlacingProps) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  const { moves, drawing } = useAppState(selectPipes);
  const { middle: seen } = useViewLine(1);
  useEffect(() => () => cancelDrawing(store), [store]);
  const [said, setSaid] = useState<string>();
  const move = moves[network] ?? { ...middle, turnDeg: 0, scale: 1, upM: 0 };
  const put = (next: NetworkMove) => {
    setSaid(undefined);
    placeNetwork(store, network, next);
  };
  const field = (name: keyof NetworkMove) => (value: number | undefined) => {
    if (value !== undefined) put({ ...move, [name]: value });
  };
  async function snap(): Promise<void> {
    const found = await line?.call('snap', { network, withinM: SNAP_WITHIN_M });
    if (found) {
      const { eastM, northM, upM, node, to, toNetwork } = found;
      const next = nudged(move, eastM, northM);
      put({ ...next, upM: move.upM + upM });
      setSaid(say(messages.snapped(node, to, toNetwork)));
    } else setSaid(say(messages.noSnap(quantity(SNAP_WITHIN_M, 'm', { decimals: 0 }))));
  }
  return (
    <>
      {drawing?.purpose === 'place' && drawing.network === network ? (
        <PipesDrawBar
          drawing={drawing}
          title={say(messages.point)}
          how={say(messages.howToPoint)}
        />
      ) : (
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
      )}
      <Row isEven>
        <NumberField
          label={say(messages.longitude)}
          value={round(move.longitudeDeg)}
          onChange={field('longitudeDeg')}
          unit="°"
          min={-180}
          max={180}
          decimals={7}
        />
        <NumberField
          label={say(messages.latitude)}
          value={round(move.latitudeDeg)}
          onChange={field('latitudeDeg')}
          unit="°"
          min={-90}
          max={90}
          decimals={7}
        />
      </Row>
      <NudgePad move={move} onMove={put} />
      <Row isEven>
        <NumberField
          label={say(messages.turn)}
          value={round(move.turnDeg)}
          onChange={field('turnDeg')}
          unit="°"
          decimals={3}
        />
        <NumberField
          label={say(messages.up)}
          value={round(move.upM)}
          onChange={field('upM')}
          unit="m"
          step={0.1}
          decimals={3}
        />
        <NumberField
          label={say(messages.scale)}
          value={move.scale}
          onChange={(value) => value !== undefined && value > 0 && put({ ...move, scale: value })}
          min={0.0001}
          step={0.01}
          decimals={5}
        />
      </Row>
      <Row gap="s" isWrapping>
        <Button icon="link" disabled={!line} onClick={() => void snap()}>
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
      <Note kind="faint">{say(messages.kept)}</Note>
    </>
  );
}

const round = (value: number) => Math.round(value * 1e7) / 1e7;

import type { NetworkMove } from '#model/network-move.ts';
import { useText } from '#store/use-store.tsx';
import { NumberField, Row } from '#ui';
import { messages } from './messages.ts';

interface PlaceFieldsProps {
  readonly move: NetworkMove;
  readonly onChange: (move: NetworkMove) => void;
}

/** The figures of a place, to be typed. */
export function PlaceFields({ move, onChange }: PlaceFieldsProps) {
  const say = useText();
  const change = (name: keyof NetworkMove) => (value: number | undefined) => {
    if (value !== undefined) onChange({ ...move, [name]: value });
  };
  return (
    <>
      <Row isEven>
        <NumberField
          label={say(messages.longitude)}
          value={round(move.longitudeDeg)}
          onChange={change('longitudeDeg')}
          unit="°"
          min={-180}
          max={180}
          decimals={7}
        />
        <NumberField
          label={say(messages.latitude)}
          value={round(move.latitudeDeg)}
          onChange={change('latitudeDeg')}
          unit="°"
          min={-90}
          max={90}
          decimals={7}
        />
      </Row>
      <Row isEven>
        <NumberField
          label={say(messages.turn)}
          value={round(move.turnDeg)}
          onChange={change('turnDeg')}
          unit="°"
          decimals={3}
        />
        <NumberField
          label={say(messages.up)}
          value={round(move.upM)}
          onChange={change('upM')}
          unit="m"
          step={0.1}
          decimals={3}
        />
        <NumberField
          label={say(messages.scale)}
          value={move.scale}
          onChange={(value) => value !== undefined && value > 0 && change('scale')(value)}
          min={0.0001}
          step={0.01}
          decimals={5}
        />
      </Row>
    </>
  );
}

const round = (value: number) => Math.round(value * 1e7) / 1e7;

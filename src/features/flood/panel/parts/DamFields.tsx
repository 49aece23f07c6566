import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, formatNumber, Note, Row, Segmented, Stack } from '#ui';
import type { FloodSource } from '../../contract.ts';
import { partMessages as messages } from '../../messages/parts.ts';
import { areaM2, turnedOver } from '../../state/make-dam-break.ts';
import { putPart } from '../../state/scenarios.ts';
import styles from '../panel.module.css';
import { NumberPart } from './NumberPart.tsx';

type DamBreak = Extract<FloodSource, { readonly kind: 'dam-break' }>;

/** Depth of a pond whose volume is asked for the first time. */
const USUAL_DEPTH_M = 5;

/** What a dam holds, as a volume or as a level, and when it goes. */
export function DamFields({ part }: { readonly part: DamBreak }) {
  const store = useAppStore();
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const { area, levelM, volumeM3, atS } = part;
  const pondM2 = areaM2(area);
  const asLevel = () => {
    const { volumeM3: _, ...rest } = part;
    putPart(store, rest);
  };
  const asVolume = (volume: number) => putPart(store, { ...part, volumeM3: volume });
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.heldBy)}
        value={volumeM3 === undefined ? 'level' : 'volume'}
        options={[
          { value: 'volume', label: say(messages.asVolume) },
          { value: 'level', label: say(messages.asLevel) },
        ]}
        onChange={(value) =>
          value === 'level' ? asLevel() : asVolume(Math.round(pondM2 * USUAL_DEPTH_M))
        }
      />
      <div className={styles.fields}>
        {volumeM3 === undefined ? (
          <NumberPart
            label={messages.level}
            value={levelM}
            unit="m"
            onChange={(next) => putPart(store, { ...part, levelM: next })}
          />
        ) : (
          <NumberPart
            label={messages.volume}
            value={volumeM3}
            unit="m³"
            decimals={0}
            step={10_000}
            onChange={asVolume}
          />
        )}
        <NumberPart
          label={messages.begins}
          value={atS}
          unit="min"
          factor={1 / 60}
          onChange={(next) => putPart(store, { ...part, atS: next })}
        />
      </div>
      {volumeM3 !== undefined && (
        <Note kind="faint">
          {say(messages.pondArea(formatNumber(pondM2 / 10_000, language, { decimals: 1 })))}
        </Note>
      )}
      {area.length === 4 && (
        <Row>
          <Button
            size="s"
            icon="refresh"
            onClick={() => putPart(store, { ...part, area: turnedOver(area) })}
          >
            {say(messages.turnOver)}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

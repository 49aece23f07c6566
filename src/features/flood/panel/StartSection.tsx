import { useEffect, useMemo } from 'react';
import { BURST_FLOW, type BurstFlow } from '#model/burst-flow.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { showLayer } from '#store/layers.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { BigButtonList, Button, Note, Row, Stack } from '#ui';
import { FLOOD } from '../contract.ts';
import { kindNames } from '../messages/parts.ts';
import { presetMessages } from '../messages/presets.ts';
import { messages } from '../messages.ts';
import { choose } from '../state/choosing.ts';
import { startDrawing } from '../state/draw.ts';
import type { DrawnKind } from '../state/initial.ts';
import { burstPreset, presetsOf } from '../state/presets.ts';
import { selectFlood } from '../state.ts';
import { begin } from './begin.ts';
import { hazardIcons, partIcons } from './hazard-icons.ts';
import { SelectedStart } from './SelectedStart.tsx';

/** Kinds that bring water: each begins a run of its own. */
const sources: readonly DrawnKind[] = ['breach', 'inflow', 'rain', 'stage', 'dam-break', 'burst'];

/** What this city can be flooded by, a press each; or drawn. */
export function StartSection() {
  const store = useAppStore();
  const say = useText();
  const waters = useAppState((state) => selectFlood(state).waters);
  const burst = useFrame<BurstFlow>(BURST_FLOW);
  const presets = useMemo(
    () => [...(burst && burst.flowM3s > 0 ? [burstPreset(burst)] : []), ...presetsOf(waters)],
    [waters, burst],
  );
  useEffect(() => choose(store), [store]);
  return (
    <Stack gap="s">
      <Note kind="faint">{say(messages.startHint)}</Note>
      <SelectedStart />
      <BigButtonList
        label={say(presetMessages.presets)}
        buttons={presets.map((preset, at) => ({
          ...{ id: preset.id, icon: hazardIcons[preset.hazard] },
          ...{ name: say(preset.title), detail: say(preset.detail) },
          kind: at === 0 ? 'danger' : 'plain',
          onClick: () => begin(store, preset),
        }))}
      />
      <Note kind="faint">{say(messages.drawHint)}</Note>
      <Row gap="s" isWrapping>
        {sources.map((part) => (
          <Button
            key={part}
            icon={partIcons[part]}
            onClick={() => {
              showLayer(store, FLOOD, true);
              startDrawing(store, part, { into: 'new' });
            }}
          >
            {say(kindNames[part])}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}

import { useState } from 'react';
import { useStore } from 'zustand';
import type { DrawingPlacement } from '#conversion/networks/place-network.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { metres, toDegrees } from '#model/units.ts';
import { findLookedAt } from '#scene/camera-pose.ts';
import { useText } from '#store/use-store.tsx';
import { Button, NumberField, PropertySection, Row, Segmented, Stack, TextField } from '#ui';
import { useParts } from '../../parts.tsx';
import { networkMessages } from './messages.ts';

type Way = 'crs' | 'drawing';

/** Asks where a network lies whose file doesn't say; open where that is still to be answered. */
export function NetworkPlace() {
  const { importer } = useParts();
  const say = useText();
  const { preview, answers } = useStore(importer.networks.drop);
  const [way, setWay] = useState<Way>(answers.drawing ? 'drawing' : 'crs');
  const isAsked = preview?.asksPlace !== undefined;
  if (!isAsked && answers.crs === undefined && answers.drawing === undefined) return null;
  return (
    <PropertySection title={say(networkMessages.place)} isFree>
      <Stack>
        {isAsked && <p>{say(networkMessages.placeMissing)}</p>}
        <Segmented<Way>
          label={say(networkMessages.placeWay)}
          value={way}
          onChange={setWay}
          options={[
            { value: 'crs', label: say(networkMessages.byCrs) },
            { value: 'drawing', label: say(networkMessages.byDrawing) },
          ]}
        />
        {way === 'crs' ? <ByCrs sentence={preview?.asksPlace?.sentence ?? ''} /> : <ByDrawing />}
      </Stack>
    </PropertySection>
  );
}

function ByCrs({ sentence }: { readonly sentence: string }) {
  const { importer } = useParts();
  const say = useText();
  const answered = useStore(importer.networks.drop, ({ answers }) => answers.crs);
  const [crs, setCrs] = useState(answered ?? '');
  const parsed = crs.trim() === '' ? undefined : parseCrs(crs);
  const choose = (code: string) => void importer.networks.answer({ crs: code, drawing: undefined });
  const suggestions = [...sentence.matchAll(/((?:EPSG|OGC):\w+) \(([^)]+)\)/g)];
  return (
    <Stack>
      {suggestions.map(([, code = '', place = '']) => (
        <Button key={code} size="s" onClick={() => choose(code)}>
          {`${code} · ${place}`}
        </Button>
      ))}
      <TextField
        label={say(networkMessages.crs)}
        value={crs}
        onChange={setCrs}
        placeholder="EPSG:3089"
        hint={say(networkMessages.crsHint)}
        error={parsed && !parsed.ok ? parsed.reason : undefined}
      />
      <Row>
        <Button kind="primary" size="s" disabled={!parsed?.ok} onClick={() => choose(crs)}>
          {say(networkMessages.apply)}
        </Button>
      </Row>
    </Stack>
  );
}

const start: DrawingPlacement = {
  longitudeDeg: Number.NaN,
  latitudeDeg: Number.NaN,
  anchor: [0, 0],
  rotationDeg: 0,
  scale: 1,
};

/** Origin, turn and scale of a plane that stands nowhere. */
function ByDrawing() {
  const { importer, store } = useParts();
  const say = useText();
  const answered = useStore(importer.networks.drop, ({ answers }) => answers.drawing);
  const [drawing, setDrawing] = useState(answered ?? start);
  const { longitudeDeg, latitudeDeg, anchor, rotationDeg, scale } = drawing;
  const change = (part: Partial<DrawingPlacement>) => setDrawing({ ...drawing, ...part });
  const isWhole = [longitudeDeg, latitudeDeg, ...anchor, rotationDeg].every(Number.isFinite);
  const lookHere = () => {
    const { camera, city } = store.getState();
    const seen = findLookedAt(camera, metres(city?.manifest.heightM[0] ?? 0));
    if (!seen) return;
    const round = (angle: number) => Math.round(angle * 1e6) / 1e6;
    change({
      longitudeDeg: round(toDegrees(seen.longitude)),
      latitudeDeg: round(toDegrees(seen.latitude)),
    });
  };
  return (
    <Stack>
      <Row>
        <NumberField
          label={say(networkMessages.longitude)}
          value={toValue(longitudeDeg)}
          onChange={(value) => change({ longitudeDeg: value ?? Number.NaN })}
          unit="°"
          min={-180}
          max={180}
          decimals={6}
        />
        <NumberField
          label={say(networkMessages.latitude)}
          value={toValue(latitudeDeg)}
          onChange={(value) => change({ latitudeDeg: value ?? Number.NaN })}
          unit="°"
          min={-90}
          max={90}
          decimals={6}
        />
      </Row>
      <Row>
        <NumberField
          label={say(networkMessages.anchorX)}
          value={toValue(anchor[0])}
          onChange={(value) => change({ anchor: [value ?? 0, anchor[1]] })}
          decimals={2}
        />
        <NumberField
          label={say(networkMessages.anchorY)}
          value={toValue(anchor[1])}
          onChange={(value) => change({ anchor: [anchor[0], value ?? 0] })}
          decimals={2}
        />
      </Row>
      <Row>
        <NumberField
          label={say(networkMessages.rotation)}
          value={toValue(rotationDeg)}
          onChange={(value) => change({ rotationDeg: value ?? 0 })}
          unit="°"
          min={-360}
          max={360}
          decimals={2}
        />
        <NumberField
          label={say(networkMessages.scale)}
          value={toValue(scale)}
          onChange={(value) => change({ scale: value ?? 1 })}
          unit="m"
          min={0.0001}
          decimals={4}
        />
      </Row>
      <Row>
        <Button size="s" onClick={lookHere}>
          {say(networkMessages.whereLooked)}
        </Button>
        <Button
          kind="primary"
          size="s"
          disabled={!isWhole || !(scale > 0)}
          onClick={() => void importer.networks.answer({ drawing, crs: undefined })}
        >
          {say(networkMessages.apply)}
        </Button>
      </Row>
    </Stack>
  );
}

const toValue = (value: number) => (Number.isFinite(value) ? value : undefined);

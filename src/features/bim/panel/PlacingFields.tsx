import { useState } from 'react';
import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Note, Segmented, SelectField, Stack } from '#ui';
import { CommittedNumber } from './CommittedNumber.tsx';
import styles from './placing.module.css';
import type { Geodesy } from './placing-geodesy.ts';
import { messages } from './placing-messages.ts';

interface PlacingFieldsProps {
  readonly model: BimModel;
  readonly draft: StoredPlacement;
  readonly geodesy: Geodesy | undefined;
  readonly system: string;
  readonly onSystem: (code: string) => void;
  readonly onChange: (draft: StoredPlacement) => void;
}

/** Where the model's origin stands, in figures: on the Earth or on a map, from the ellipsoid or from the sea. */
export function PlacingFields(props: PlacingFieldsProps) {
  const { model, draft, geodesy, onChange } = props;
  const say = useText();
  const [kind, setKind] = useState<'geographic' | 'projected'>('geographic');
  const [from, setFrom] = useState<'ellipsoid' | 'sea'>('ellipsoid');
  const seaM = from === 'sea' ? (geodesy?.seaLevelM(draft) ?? 0) : 0;
  const point = model.originM?.join(', ');
  return (
    <Stack gap="m">
      <Note kind="faint">
        {say(messages.origin)}. {point && say(messages.originOf(point))}
      </Note>
      <Segmented
        label={say(messages.coordinates)}
        value={kind}
        options={[
          { value: 'geographic', label: say(messages.geographic) },
          { value: 'projected', label: say(messages.projected), disabled: !geodesy },
        ]}
        onChange={setKind}
        isWide
      />
      {kind === 'geographic' ? (
        <div className={styles.pair}>
          <CommittedNumber
            label={say(messages.longitude)}
            value={draft.longitudeDeg}
            unit="°"
            decimals={8}
            step={0.00001}
            onCommit={(longitudeDeg) =>
              onChange({ ...draft, longitudeDeg: within(longitudeDeg, 180) })
            }
          />
          <CommittedNumber
            label={say(messages.latitude)}
            value={draft.latitudeDeg}
            unit="°"
            decimals={8}
            step={0.00001}
            onCommit={(latitudeDeg) => onChange({ ...draft, latitudeDeg: within(latitudeDeg, 90) })}
          />
        </div>
      ) : (
        geodesy && <MapFields {...props} geodesy={geodesy} />
      )}
      {!geodesy && <Note kind="faint">{say(messages.loading)}</Note>}
      <div className={styles.pair}>
        <CommittedNumber
          label={say(messages.height)}
          value={draft.heightM - seaM}
          unit="m"
          decimals={3}
          step={0.1}
          onCommit={(height) => onChange({ ...draft, heightM: height + seaM })}
        />
        <CommittedNumber
          label={say(messages.rotation)}
          value={draft.rotationDeg}
          unit="°"
          decimals={5}
          onCommit={(rotationDeg) => onChange({ ...draft, rotationDeg })}
        />
      </div>
      <Segmented
        label={say(messages.heightFrom)}
        value={from}
        options={[
          { value: 'ellipsoid', label: say(messages.ellipsoid) },
          { value: 'sea', label: say(messages.sea), disabled: !geodesy },
        ]}
        onChange={setFrom}
        isWide
      />
    </Stack>
  );
}

function MapFields({
  draft,
  geodesy,
  system,
  onSystem,
  onChange,
}: PlacingFieldsProps & { readonly geodesy: Geodesy }) {
  const say = useText();
  const [isOutside, setOutside] = useState(false);
  const at = geodesy.toMap(system, draft);
  const move = (east: number, north: number) => {
    const spot = geodesy.fromMap(system, east, north);
    setOutside(!spot);
    if (spot) onChange({ ...draft, ...spot });
  };
  const error = isOutside ? say(messages.outside(system)) : undefined;
  return (
    <>
      <SystemField
        label={say(messages.system)}
        draft={draft}
        geodesy={geodesy}
        value={system}
        onChange={onSystem}
      />
      {at && (
        <div className={styles.pair}>
          <CommittedNumber
            label={say(messages.easting)}
            value={at.east}
            unit={at.unit}
            decimals={3}
            error={error}
            onCommit={(east) => move(east, at.north)}
          />
          <CommittedNumber
            label={say(messages.northing)}
            value={at.north}
            unit={at.unit}
            decimals={3}
            onCommit={(north) => move(at.east, north)}
          />
        </div>
      )}
    </>
  );
}

interface SystemFieldProps {
  readonly label: string;
  readonly draft: StoredPlacement;
  readonly geodesy: Geodesy;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Projected systems that are used where the draft is. */
export function SystemField({ label, draft, geodesy, value, onChange }: SystemFieldProps) {
  const city = useAppState((state) => state.city?.manifest.crs?.horizontal);
  const systems = geodesy.systemsAt(draft, city);
  return (
    <SelectField
      label={label}
      value={value}
      options={systems.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
      onChange={onChange}
      isSearchable
    />
  );
}

const within = (degrees: number, most: number) => Math.min(most, Math.max(-most, degrees));

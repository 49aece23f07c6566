import { useState } from 'react';
import { jrcEurope } from '#simulation/flood/impact/damage.ts';
import { parseDamageTable } from '#simulation/flood/impact/damage-table.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, Note, NumberField, PropertySection, Row, Stack, TextField } from '#ui';
import type { DamageCurve } from '../../contract/impact.ts';
import { setDamageTable } from '../../state/damage.ts';
import { selectFlood } from '../../state.ts';
import styles from './consequences.module.css';
import { messages } from './messages.ts';
import { useName } from './thing-names.ts';

/** The table that damage is counted by, to be edited; counts anew at every kept time once it is applied. */
export function DamageTab() {
  const say = useText();
  const store = useAppStore();
  const nameOf = useName();
  const applied = useAppState((state) => selectFlood(state).damage) ?? jrcEurope;
  const [draft, setDraft] = useState(applied);
  const parsed = parseDamageTable(draft);
  const isApplied = JSON.stringify(draft) === JSON.stringify(applied);

  const changeCurve = (id: string, part: Partial<DamageCurve>) =>
    setDraft((table) => ({
      ...table,
      // Figures that somebody changed are no longer those of the report.
      source: table.source === jrcEurope.source ? say(messages.ownSource) : table.source,
      curves: table.curves.map((curve) => (curve.id === id ? { ...curve, ...part } : curve)),
    }));
  const restore = () => {
    setDraft(jrcEurope);
    setDamageTable(store, undefined);
  };
  return (
    <Stack gap="s">
      <Note>{say(messages.screening)}</Note>
      <TextField
        label={say(messages.source)}
        value={draft.source}
        onChange={(source) => setDraft((table) => ({ ...table, source }))}
      />
      <Row gap="s" isWrapping>
        <TextField
          label={say(messages.currency)}
          value={draft.currency}
          onChange={(currency) =>
            setDraft((table) => ({ ...table, currency: currency.toUpperCase() }))
          }
        />
        <NumberField
          label={say(messages.uncertainty)}
          value={draft.uncertainty}
          min={1}
          max={10}
          step={0.5}
          unit="×"
          onChange={(uncertainty) =>
            setDraft((table) => ({ ...table, uncertainty: uncertainty ?? Number.NaN }))
          }
        />
      </Row>
      <Note kind="faint">{say(messages.uncertaintyHint)}</Note>
      {draft.curves.map((curve) => {
        const name = nameOf(curve.id);
        return (
          <PropertySection key={curve.id} title={name} isFree isInitiallyOpen={false}>
            <Stack gap="s">
              <Note kind="faint">
                {`${say(messages.usesOf)}: ${curve.uses.map(nameOf).join(', ') || say(messages.otherUses)}`}
              </Note>
              <NumberField
                label={say(messages.value)}
                value={curve.mostPerM2}
                min={0}
                step={10}
                unit={say(messages.perM2(draft.currency))}
                onChange={(value) => changeCurve(curve.id, { mostPerM2: value ?? Number.NaN })}
              />
              <div className={styles.shares}>
                {curve.shares.map((share, at) => (
                  <NumberField
                    // biome-ignore lint/suspicious/noArrayIndexKey: depths of a table keep their places.
                    key={at}
                    label={say(messages.shareAt(String(draft.depthsM[at])))}
                    value={share}
                    min={0}
                    max={1}
                    step={0.05}
                    onChange={(value) =>
                      changeCurve(curve.id, {
                        shares: curve.shares.map((one, position) =>
                          position === at ? (value ?? Number.NaN) : one,
                        ),
                      })
                    }
                  />
                ))}
              </div>
            </Stack>
          </PropertySection>
        );
      })}
      {!parsed.ok && <Banner tone="warning" title={parsed.reason} />}
      <Row gap="s" isWrapping>
        <Button
          icon="check"
          disabled={!parsed.ok || isApplied}
          onClick={() => parsed.ok && setDamageTable(store, parsed.value)}
        >
          {say(isApplied ? messages.isApplied : messages.apply)}
        </Button>
        <Button icon="undo" disabled={isApplied && applied === jrcEurope} onClick={restore}>
          {say(messages.restore)}
        </Button>
      </Row>
    </Stack>
  );
}

import { useStore } from 'zustand';
import type { LayerPreview } from '#conversion/networks/examine-networks.ts';
import type { FieldRule, LayerMapping } from '#conversion/networks/layers/field-mapping.ts';
import {
  fieldNames,
  type LengthUnit,
  lengthFields,
  lengthUnits,
  nodeFields,
  pipeFields,
  type SchemaField,
} from '#conversion/networks/layers/schema-fields.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { useText } from '#store/use-store.tsx';
import { PropertySection, Row, SelectField, Stack } from '#ui';
import { useParts } from '../../parts.tsx';
import { networkMessages } from './messages.ts';

const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];
const units = Object.keys(lengthUnits) as LengthUnit[];

/** What the fields of one layer mean: proposed, and changed by whoever knows better. */
export function NetworkMapping({ layer }: { readonly layer: LayerPreview }) {
  const { importer } = useParts();
  const say = useText();
  const answers = useStore(importer.networks.drop, (drop) => drop.answers);
  const { file, mapping, features } = layer;
  const { utility, utilityConfidence, utilityReason } = mapping;
  const names: readonly SchemaField[] = mapping.layer === 'pipes' ? pipeFields : nodeFields;
  const change = (part: Partial<LayerMapping>) =>
    void importer.networks.answer({
      mappings: { ...answers.mappings, [file]: { ...mapping, ...part } },
    });
  return (
    <PropertySection
      title={`${file}: ${say(networkMessages.fields)}`}
      aside={features.toLocaleString('en')}
      isInitiallyOpen={utility === undefined}
      isFree
    >
      <Stack>
        <SelectField<UtilityNetwork>
          label={say(networkMessages.carries)}
          value={utility}
          options={utilities.map((value) => ({ value, label: say(utilityNetworks[value]) }))}
          onChange={(value) =>
            change({ utility: value, utilityConfidence: 1, utilityReason: 'as you said' })
          }
          hint={say(networkMessages.reason(utilityReason, utilityConfidence))}
          error={utility === undefined ? say(networkMessages.carriesError) : undefined}
        />
        <p>{say(networkMessages.fieldsHint)}</p>
        {names.map((name) => (
          <OneField
            key={name}
            name={name}
            layer={layer}
            onChange={(rule) => change({ fields: withRule(mapping.fields, name, rule) })}
          />
        ))}
      </Stack>
    </PropertySection>
  );
}

function OneField({
  name,
  layer,
  onChange,
}: {
  readonly name: SchemaField;
  readonly layer: LayerPreview;
  readonly onChange: (rule: FieldRule | undefined) => void;
}) {
  const say = useText();
  const rule = layer.mapping.fields[name];
  const example = layer.fields.find((field) => field.name === rule?.source)?.example ?? '';
  const isLength = lengthFields.includes(name);
  const unit = rule?.unit ?? 'm';
  return (
    <Row>
      <SelectField<string>
        label={say(fieldNames[name])}
        value={rule?.source ?? NONE}
        isSearchable
        options={[
          { value: NONE, label: say(networkMessages.none) },
          ...layer.fields.map((field) => ({ value: field.name, label: field.name })),
        ]}
        onChange={(source) =>
          onChange(
            source === NONE ? undefined : { ...(isLength && { unit }), source, confidence: 1 },
          )
        }
        hint={rule && say(networkMessages.example(example, rule.confidence))}
      />
      {rule && isLength && (
        <SelectField<LengthUnit>
          label={say(networkMessages.unit)}
          value={unit}
          options={units.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ ...rule, unit: value, confidence: 1 })}
        />
      )}
    </Row>
  );
}

/** No field is called this. */
const NONE = '\u2014';

function withRule(
  fields: LayerMapping['fields'],
  name: SchemaField,
  rule: FieldRule | undefined,
): LayerMapping['fields'] {
  const rest = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
  return rule ? { ...rest, [name]: rule } : rest;
}

import { type RampId, rampId, ramps, toHex } from '#model/colour-ramp.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, ColourRampPicker, SelectField, Slider, Stack } from '#ui';
import type { ColourBy } from '../contract.ts';
import { messages, rampNames } from '../messages.ts';
import { defaultColouring, findColumn, methodsFor, selectColumns } from '../state/attributes.ts';
import { colourCity, selectCity } from '../state.ts';
import { AttributeSelect } from './AttributeSelect.tsx';
import { ColourHistogram } from './ColourHistogram.tsx';
import { ColourLegend } from './ColourLegend.tsx';

/** Chooses the attribute that colours, its classes and colours; says what they mean. */
export function ColourSection() {
  const store = useAppStore();
  const say = useText();
  const columns = useAppState(selectColumns);
  const colourBy = useAppState((state) => selectCity(state).colourBy);
  const column = colourBy && findColumn(columns, colourBy.column);
  return (
    <Stack>
      <AttributeSelect
        label={say(messages.colourBy)}
        value={column?.name}
        none={say(messages.nothing)}
        onChange={(chosen) => colourCity(store, chosen && defaultColouring(chosen))}
      />
      {colourBy && !column && (
        <Banner
          tone="warning"
          title={say(messages.notInCity(colourBy.column))}
          onClose={() => colourCity(store, undefined)}
        />
      )}
      {colourBy && column && (
        <>
          <ClassChoice colourBy={colourBy} methods={methodsFor(column)} />
          {column.type === 'number' && colourBy.method !== 'categories' && (
            <ColourHistogram colourBy={colourBy} column={column} />
          )}
          <ColourLegend column={column} />
        </>
      )}
    </Stack>
  );
}

interface ClassChoiceProps {
  readonly colourBy: ColourBy;
  readonly methods: ReturnType<typeof methodsFor>;
}

function ClassChoice({ colourBy, methods }: ClassChoiceProps) {
  const store = useAppStore();
  const say = useText();
  const breaks = useAppState((state) => selectCity(state).report.legend?.breaks);
  const change = (part: Partial<ColourBy>) => colourCity(store, { ...colourBy, ...part });
  return (
    <>
      {methods.length > 1 && (
        <SelectField
          label={say(messages.method)}
          value={colourBy.method}
          options={methods.map((value) => ({ value, label: say(messages[value]) }))}
          // By hand begins with the breaks in sight.
          onChange={(method) =>
            change(method === 'manual' && breaks ? { method, breaks } : { method })
          }
        />
      )}
      {colourBy.method !== 'manual' && (
        <Slider
          label={say(messages.classCount)}
          value={colourBy.classes}
          min={2}
          max={10}
          step={1}
          format={String}
          onChange={(classes) => change({ classes })}
        />
      )}
      <ColourRampPicker
        label={say(messages.ramp)}
        value={colourBy.ramp}
        ramps={rampId.options.map((id) => ({
          id,
          name: say(rampNames[id]),
          colours: ramps[id].stops.map(toHex),
          isColourBlindSafe: true,
        }))}
        onChange={(id) => isRampId(id) && change({ ramp: id })}
        isReversed={colourBy.isReversed ?? false}
        onReversedChange={(isReversed) => change({ isReversed })}
      />
    </>
  );
}

const isRampId = (id: string): id is RampId => Object.hasOwn(ramps, id);

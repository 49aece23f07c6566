import { useState } from 'react';
import { HUNDRED_FORTY_KPA_M, hydrantClassOf } from '#simulation/hydraulics/fire-flow/classes.ts';
import { flowAtM3s } from '#simulation/hydraulics/fire-flow/flow-test.ts';
import { useText } from '#store/use-store.tsx';
import { Badge, Note, NumberField, PropertyRow, PropertySection, Row, Stack } from '#ui';
import { useMeasure } from '../use-words.ts';
import { messages } from './messages.ts';

const TARGET_BAR = (HUNDRED_FORTY_KPA_M * 9806.65) / 1e5;

/** What a test in the street says that the hydrant gives at 140 kPa. */
export function FlowTestSection() {
  const say = useText();
  const measure = useMeasure();
  const [staticBar, setStaticBar] = useState<number>();
  const [residualBar, setResidualBar] = useState<number>();
  const [litres, setLitres] = useState<number>();
  const isComplete = staticBar !== undefined && residualBar !== undefined && litres !== undefined;
  const flowM3s = isComplete
    ? flowAtM3s(
        {
          staticPressure: staticBar,
          residualPressure: residualBar,
          flowM3s: litres / 1000,
        },
        TARGET_BAR,
      )
    : undefined;
  const isWrong = flowM3s !== undefined && Number.isNaN(flowM3s);
  return (
    <PropertySection title={say(messages.test)} isInitiallyOpen={false} isFree>
      <Stack gap="m">
        <Note kind="faint">{say(messages.testWhy)}</Note>
        <Row isEven>
          <NumberField
            {...{ label: say(messages.testStatic), value: staticBar, unit: 'bar', min: 0 }}
            onChange={setStaticBar}
            decimals={2}
            step={0.1}
          />
          <NumberField
            {...{ label: say(messages.testResidual), value: residualBar, unit: 'bar', min: 0 }}
            onChange={setResidualBar}
            decimals={2}
            step={0.1}
            error={isWrong ? say(messages.testWrong) : undefined}
          />
        </Row>
        <NumberField
          {...{ label: say(messages.testFlow), value: litres, unit: 'L/s', min: 0 }}
          onChange={setLitres}
          decimals={1}
        />
        <dl>
          <PropertyRow name={say(messages.testResult)}>
            {flowM3s !== undefined && !isWrong && (
              <>
                {measure(flowM3s, 'm³/s')} <Badge>{hydrantClassOf(flowM3s)}</Badge>
              </>
            )}
          </PropertyRow>
        </dl>
      </Stack>
    </PropertySection>
  );
}

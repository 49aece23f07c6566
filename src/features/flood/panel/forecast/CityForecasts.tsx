import { useEffect, useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppStore, useText } from '#store/use-store.tsx';
import { BigButtonList, Note, PropertySection } from '#ui';
import {
  FLOOD_FORECASTS,
  type ForecastDesk,
  type WaterDatastream,
} from '../../contract/forecasts.ts';
import { toTable } from '../../kernel/series/write-series.ts';
import { forecastMessages as messages } from '../../messages/forecast.ts';
import { quantityNames } from '../../messages/series.ts';
import { paste } from '../../state/forecast.ts';
import styles from '../panel.module.css';

const quantities = { waterLevel: 'level', discharge: 'flow', rainfallRate: 'rain' } as const;

/** Datastreams of the city's API that are marked as forecasts: a press takes one as the table. */
export function CityForecasts() {
  const store = useAppStore();
  const say = useText();
  const desk = useFrame<ForecastDesk>(FLOOD_FORECASTS);
  const [problem, setProblem] = useState<string>();
  const look = desk?.look;
  useEffect(() => look?.(), [look]);
  if (!desk) return null;
  const take = async (datastream: WaterDatastream) => {
    try {
      const text = toTable(await desk.read(datastream));
      if (text === '') setProblem(say(messages.noReadings(datastream.name)));
      else {
        setProblem(undefined);
        paste(store, text, datastream.name, datastream.sensor);
      }
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      setProblem(say(messages.fromCityFailed(sentence)));
    }
  };
  const said = problem ?? (desk.problem && say(messages.fromCityFailed(desk.problem)));
  const { datastreams } = desk;
  return (
    <PropertySection title={say(messages.fromCity)} isFree>
      <BigButtonList
        label={say(messages.fromCity)}
        buttons={(datastreams ?? []).map((one) => ({
          ...{ id: String(one.number), icon: 'trend-up', name: one.name },
          detail: say(quantityNames[quantityOf(one)]),
          onClick: () => void take(one),
        }))}
      />
      {datastreams?.length === 0 && <Note kind="faint">{say(messages.noneFromCity)}</Note>}
      {said !== undefined && <p className={styles.fault}>{said}</p>}
    </PropertySection>
  );
}

const quantityOf = ({ property }: WaterDatastream) =>
  property in quantities ? quantities[property as keyof typeof quantities] : 'level';

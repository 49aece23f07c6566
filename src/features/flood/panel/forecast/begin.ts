import type { Text } from '#model/text.ts';
import { showLayer } from '#store/layers.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD } from '../../contract.ts';
import { drawForecast } from '../../state/draw.ts';
import { type Forecast, type PlacedSeries, startForecast } from '../../state/forecast.ts';
import { openTool } from '../../state.ts';
import { lookAt } from '../look-at.ts';
import { DRAWN, LEFT_OUT, type PastedForecast } from './use-forecast.ts';

/** Runs it at once and looks there; or lets its place be drawn first. */
export function begin(
  store: AppStore,
  { columns, times, beginMs }: PastedForecast,
  name: string,
  say: (text: Text) => string,
): void {
  const used = columns.filter(({ place }) => place !== LEFT_OUT);
  const series = used.flatMap(({ column, quantity, course, place, places }): PlacedSeries[] => {
    const found = places.find(({ id }) => id === place);
    if (!course.ok) return [];
    return [
      {
        ...{ quantity, course: course.value, lines: found?.lines ?? [] },
        name: found ? `${say(column.name)}, ${say(found.name)}` : say(column.name),
        ...(found?.isSea === true && { isSea: true }),
      },
    ];
  });
  const forecast: Forecast = { name, startMs: times.startMs, beginMs, series };
  const drawn = used.flatMap(({ place }, at) => (place === DRAWN ? [at] : []));
  if (drawn.length === 0) {
    const place = series.flatMap(({ lines }) => lines)[0]?.[0];
    if (startForecast(store, forecast) && place) lookAt(store, place);
    return;
  }
  showLayer(store, FLOOD, true);
  openTool(store, '');
  drawForecast(store, forecast, drawn);
}

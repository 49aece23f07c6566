import { forecastMessages as messages } from '../../messages/forecast.ts';
import type { FloodTool } from '../tools.ts';

export const forecastTool: FloodTool = {
  id: 'forecast',
  name: messages.name,
  summary: messages.summary,
  icon: 'trend-up',
  when: 'always',
  load: () => import('./ForecastTool.tsx'),
};

// What a sensor measures: the unit it is kept in (SI; temperatures in degrees Celsius) and how a person
// reads it. Unit symbols are UCUM codes; a shown value is `kept × factor`.

import type { Text } from './text.ts';

export interface ObservedProperty {
  readonly name: Text;
  /** Names the property in SensorThings; a URN of our own until a vocabulary covers all of them. */
  readonly definition: string;
  /** UCUM code of what is stored and sent. */
  readonly unit: string;
  readonly shown: ShownUnit;
  /** Values that stand for states, not amounts; such a property is never interpolated or averaged. */
  readonly states?: readonly State[];
}

export interface ShownUnit {
  readonly symbol: string;
  readonly factor: number;
  readonly digits: number;
}

export interface State {
  readonly value: number;
  readonly name: Text;
  readonly isFault?: boolean;
}

const shown = (symbol: string, factor: number, digits: number): ShownUnit => ({
  symbol,
  factor,
  digits,
});
const define = (
  id: string,
  en: string,
  zh: string,
  unit: string,
  shownUnit: ShownUnit,
  states?: readonly State[],
): ObservedProperty => ({
  name: { en, zh },
  definition: `urn:panopolis:observed-property:${id}`,
  unit,
  shown: shownUnit,
  ...(states && { states }),
});
const state = (value: number, en: string, zh: string, isFault = false): State => ({
  value,
  name: { en, zh },
  isFault,
});
const count = shown('', 1, 0);

export const observedProperties = {
  waterLevel: define('water-level', 'Water level', '水位', 'm', shown('m', 1, 2)),
  waterDepth: define('water-depth', 'Water depth', '积水深度', 'm', shown('cm', 100, 0)),
  discharge: define('discharge', 'Discharge', '流量', 'm3/s', shown('m³/s', 1, 1)),
  rainfallRate: define('rainfall-rate', 'Rainfall rate', '雨强', 'm/s', shown('mm/h', 3.6e6, 1)),
  airTemperature: define('air-temperature', 'Air temperature', '气温', 'Cel', shown('°C', 1, 1)),
  relativeHumidity: define(
    'relative-humidity',
    'Relative humidity',
    '相对湿度',
    '1',
    shown('%', 100, 0),
  ),
  airPressure: define('air-pressure', 'Air pressure', '气压', 'Pa', shown('hPa', 0.01, 1)),
  windSpeed: define('wind-speed', 'Wind speed', '风速', 'm/s', shown('m/s', 1, 1)),
  windDirection: define('wind-direction', 'Wind from', '风向', 'rad', shown('°', 180 / Math.PI, 0)),
  solarIrradiance: define(
    'solar-irradiance',
    'Solar irradiance',
    '太阳辐照度',
    'W/m2',
    shown('W/m²', 1, 0),
  ),
  waterPressure: define('water-pressure', 'Water pressure', '水压', 'Pa', shown('bar', 1e-5, 2)),
  pipeFlow: define('pipe-flow', 'Flow in the pipe', '管道流量', 'm3/s', shown('L/s', 1000, 1)),
  tankLevel: define('tank-level', 'Level in the tank', '水池水位', 'm', shown('m', 1, 2)),
  pumpSpeed: define('pump-speed', 'Pump speed', '水泵转速比', '1', shown('%', 100, 0)),
  fineParticles: define(
    'pm2.5',
    'Fine particles PM2.5',
    '细颗粒物 PM2.5',
    'kg/m3',
    shown('µg/m³', 1e9, 0),
  ),
  nitrogenDioxide: define('no2', 'Nitrogen dioxide', '二氧化氮', 'kg/m3', shown('µg/m³', 1e9, 0)),
  soundLevel: define(
    'sound-level',
    'Sound level LAeq',
    '等效声级 LAeq',
    'dB',
    shown('dB(A)', 1, 0),
  ),
  smokeObscuration: define('smoke', 'Smoke obscuration', '烟雾减光率', '1/m', shown('%/m', 100, 1)),
  residualCurrent: define(
    'residual-current',
    'Residual current',
    '剩余电流',
    'A',
    shown('mA', 1000, 0),
  ),
  cableTemperature: define(
    'cable-temperature',
    'Cable temperature',
    '电缆温度',
    'Cel',
    shown('°C', 1, 1),
  ),
  electricPower: define('electric-power', 'Power', '功率', 'W', shown('kW', 0.001, 0)),
  loadFactor: define('load-factor', 'Load', '负载率', '1', shown('%', 100, 0)),
  methane: define(
    'methane',
    'Methane, of the lower explosive limit',
    '甲烷（爆炸下限百分比）',
    '1',
    shown('% LEL', 100, 1),
  ),
  gasPressure: define('gas-pressure', 'Gas pressure', '燃气压力', 'Pa', shown('mbar', 0.01, 0)),
  supplyTemperature: define(
    'supply-temperature',
    'Supply temperature',
    '供水温度',
    'Cel',
    shown('°C', 1, 1),
  ),
  occupancy: define('occupancy', 'Occupied', '占用率', '1', shown('%', 100, 0)),
  vehicleFlow: define('vehicle-flow', 'Vehicles', '车流量', '1/s', shown('veh/h', 3600, 0)),
  vehicleSpeed: define('vehicle-speed', 'Mean speed', '平均车速', 'm/s', shown('km/h', 3.6, 0)),
  waitingPedestrians: define('waiting-pedestrians', 'People waiting', '等候行人', '1', count),
  liftState: define('lift-state', 'Lift', '电梯状态', '1', count, [
    state(0, 'In service', '正常运行'),
    state(1, 'Out of service', '停用'),
    state(2, 'Person trapped', '困人', true),
  ]),
  fillLevel: define('fill-level', 'Filled', '满溢度', '1', shown('%', 100, 0)),
  storeTemperature: define(
    'store-temperature',
    'Store temperature',
    '冷库温度',
    'Cel',
    shown('°C', 1, 1),
  ),
  doorOpen: define('door-open', 'Door', '门状态', '1', count, [
    state(0, 'Closed', '关闭'),
    state(1, 'Open', '打开'),
  ]),
  carbonDioxide: define('carbon-dioxide', 'Carbon dioxide', '二氧化碳', '1', shown('ppm', 1e6, 0)),
  vibration: define(
    'vibration',
    'Vibration velocity, RMS',
    '振动速度有效值',
    'm/s',
    shown('mm/s', 1000, 1),
  ),
} satisfies Readonly<Record<string, ObservedProperty>>;

export type ObservedPropertyId = keyof typeof observedProperties;

export const isObservedPropertyId = (id: string): id is ObservedPropertyId =>
  Object.hasOwn(observedProperties, id);

/** The property without regard to which one it is, so that `states` can be asked for. */
export const findObservedProperty = (id: ObservedPropertyId): ObservedProperty =>
  observedProperties[id];

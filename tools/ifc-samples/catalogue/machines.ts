// Machines: air handling units, pumps, valves, meters, a generator.

import { flowM3s, powerW, pressurePa, real } from '../kit/facts.ts';
import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';

/** Its supply leaves at its end towards +x, 1.3 m high. */
export const airHandler: TypeSpec = {
  ...{ entity: 'IFCUNITARYEQUIPMENT', name: 'RLT-Gerät 6000 m³/h', predefined: 'AIRHANDLER' },
  ...{ material: 'galvanised', cost: '431' },
  parts: [
    box('steelDark', -1.6, -0.6, 0, 3.2, 1.2, 0.15),
    box('cladding', -1.6, -0.6, 0.15, 3.2, 1.2, 1.7),
    ...[-1.5, -0.45, 0.6].map((x) => box('white', x, -0.612, 0.25, 0.9, 0.012, 1.5)),
    ...[-0.65, 0.4, 1.45].map((x) => box('black', x, -0.63, 0.95, 0.03, 0.018, 0.12)),
  ],
  sets: {
    Pset_UnitaryEquipmentTypeAirHandler: {
      AirHandlerConstruction: { written: "IFCLABEL('MANUFACTUREDITEM')" },
      AirHandlerFanCoilArrangement: { written: "IFCLABEL('BLOWTHROUGH')" },
    },
  },
};

export const generator: TypeSpec = {
  ...{
    entity: 'IFCELECTRICGENERATOR',
    name: 'Netzersatzanlage 250 kVA',
    predefined: 'ENGINEGENERATOR',
  },
  ...{ material: 'steel', cost: '442' },
  parts: [
    box('steelDark', -1.5, -0.55, 0, 3, 1.1, 0.2),
    box('signalYellow', -1.4, -0.4, 0.2, 1.6, 0.8, 1),
    box('steel', 0.3, -0.35, 0.2, 1, 0.7, 0.8),
    { colour: 'steelDark', cylinder: [-1.1, 0, 1.2, 0.08, 0.6] },
  ],
  sets: {
    Pset_ElectricGeneratorTypeCommon: {
      MaximumPowerOutput: powerW(200_000),
      ElectricGeneratorEfficiency: { written: 'IFCPOSITIVERATIOMEASURE(0.4)' },
    },
  },
};

/** An end-suction pump: suction towards −y at 0.55 m, discharge upwards at 1.0 m; motor behind it. */
export const pump: TypeSpec = {
  ...{ entity: 'IFCPUMP', name: 'Kreiselpumpe 350 L/s', predefined: 'ENDSUCTION' },
  ...{ material: 'castIron', cost: '411' },
  parts: [
    box('steelDark', -0.45, -0.5, 0, 0.9, 2.3, 0.18),
    { colour: 'pipeBlue', cylinder: [0, -0.25, 0.55, 0.34, 0.36], along: 'y' },
    { colour: 'pipeBlue', cylinder: [0, -0.5, 0.55, 0.16, 0.25], along: 'y' },
    { colour: 'pipeBlue', cylinder: [0, -0.07, 0.55, 0.15, 0.45] },
    { colour: 'steelDark', cylinder: [0, -0.5, 0.55, 0.22, 0.04], along: 'y' },
    { colour: 'steelDark', cylinder: [0, -0.07, 0.96, 0.21, 0.04] },
    { colour: 'steel', cylinder: [0, 0.11, 0.55, 0.07, 0.5], along: 'y' },
    { colour: 'safetyGreen', cylinder: [0, 0.6, 0.55, 0.3, 0.95], along: 'y' },
    box('safetyGreen', -0.14, 0.85, 0.82, 0.28, 0.4, 0.2),
    ...[0.75, 1.3].map((y) => box('steelDark', -0.25, y, 0.18, 0.5, 0.12, 0.12)),
  ],
  sets: {
    Pset_PumpTypeCommon: {
      FlowRateRange: flowM3s(0.35),
      NetPositiveSuctionHead: pressurePa(45_000),
      NominalRotationSpeed: real(24.5),
    },
    Pset_ElectricalDeviceCommon: {
      RatedVoltage: { written: 'IFCELECTRICVOLTAGEMEASURE(400.)' },
      RatedPower: powerW(75_000),
    },
  },
};

/** Between flanges along its pipe, x from −0.2 to 0.2; its wheel stands up. */
export const gateValve: TypeSpec = {
  ...{ entity: 'IFCVALVE', name: 'Absperrschieber DN 300', predefined: 'ISOLATING' },
  ...{ material: 'castIron', cost: '411' },
  parts: [
    { colour: 'pipeBlue', cylinder: [-0.2, 0, 0, 0.17, 0.4], along: 'x' },
    ...[-0.2, 0.16].map(
      (x): Part => ({ colour: 'steelDark', cylinder: [x, 0, 0, 0.225, 0.04], along: 'x' }),
    ),
    box('pipeBlue', -0.12, -0.06, 0.1, 0.24, 0.12, 0.38),
    { colour: 'steel', cylinder: [0, 0, 0.48, 0.025, 0.22] },
    { colour: 'signalRed', cylinder: [0, 0, 0.66, 0.18, 0.03] },
  ],
};

export const checkValve: TypeSpec = {
  ...{ entity: 'IFCVALVE', name: 'Rückschlagklappe DN 300', predefined: 'CHECK' },
  ...{ material: 'castIron', cost: '411' },
  parts: [
    { colour: 'pipeBlue', cylinder: [-0.2, 0, 0, 0.19, 0.4], along: 'x' },
    ...[-0.2, 0.16].map(
      (x): Part => ({ colour: 'steelDark', cylinder: [x, 0, 0, 0.225, 0.04], along: 'x' }),
    ),
    box('pipeBlue', -0.14, -0.14, 0.12, 0.28, 0.28, 0.16),
    box('steel', -0.05, 0.14, 0.14, 0.1, 0.2, 0.06),
  ],
};

export const flowMeter: TypeSpec = {
  ...{
    entity: 'IFCFLOWMETER',
    name: 'Magnetisch-induktiver Durchflussmesser DN 500',
    predefined: 'WATERMETER',
  },
  ...{ material: 'stainless', cost: '411' },
  parts: [
    { colour: 'pipeBlue', cylinder: [-0.3, 0, 0, 0.3, 0.6], along: 'x' },
    ...[-0.3, 0.26].map(
      (x): Part => ({ colour: 'steelDark', cylinder: [x, 0, 0, 0.34, 0.04], along: 'x' }),
    ),
    box('white', -0.1, -0.1, 0.36, 0.2, 0.2, 0.16),
  ],
};

export const controlPanel: TypeSpec = {
  ...{
    entity: 'IFCELECTRICDISTRIBUTIONBOARD',
    name: 'Schaltfeld 800 × 600 × 2200',
    predefined: 'SWITCHBOARD',
  },
  ...{ material: 'steel', cost: '443' },
  parts: [
    box('cladding', -0.4, -0.3, 0, 0.8, 0.6, 2.2),
    box('black', -0.25, -0.306, 1.5, 0.5, 0.006, 0.28),
    box('signalRed', -0.2, -0.312, 1.25, 0.05, 0.012, 0.05),
    box('safetyGreen', -0.05, -0.312, 1.25, 0.05, 0.012, 0.05),
    box('steelDark', 0.32, -0.32, 0.95, 0.03, 0.02, 0.18),
  ],
};

// What hangs from ceilings and walls: lights, detectors, sprinklers, air terminals, radiators, boards.

import { label, powerW, pressurePa, real } from '../kit/facts.ts';
import { box, type Part } from '../kit/parts.ts';
import type { TypeSpec } from '../kit/types.ts';

/** From the ceiling down: its upper face is at z 0. */
export const lamp: TypeSpec = {
  ...{ entity: 'IFCLIGHTFIXTURE', name: 'LED-Leuchte 1200 × 300', predefined: 'DIRECTIONSOURCE' },
  ...{ material: 'plastic', cost: '445' },
  parts: [
    box('white', -0.6, -0.15, -0.06, 1.2, 0.3, 0.06),
    box('light', -0.58, -0.13, -0.066, 1.16, 0.26, 0.006),
  ],
  sets: {
    Pset_LightFixtureTypeCommon: {
      TotalWattage: powerW(34),
      LightFixtureMountingType: label('SURFACE'),
    },
  },
};

export const hallLamp: TypeSpec = {
  ...{ entity: 'IFCLIGHTFIXTURE', name: 'LED-Hallenleuchte 1500', predefined: 'DIRECTIONSOURCE' },
  ...{ material: 'aluminium', cost: '445' },
  parts: [
    box('aluminium', -0.1, -0.75, -0.12, 0.2, 1.5, 0.08),
    box('light', -0.08, -0.73, -0.13, 0.16, 1.46, 0.01),
  ],
  sets: {
    Pset_LightFixtureTypeCommon: {
      TotalWattage: powerW(96),
      LightFixtureMountingType: label('SUSPENDED'),
    },
  },
};

export const exitSign: TypeSpec = {
  ...{ entity: 'IFCLIGHTFIXTURE', name: 'Rettungszeichenleuchte', predefined: 'SECURITYLIGHTING' },
  ...{ material: 'plastic', cost: '445' },
  parts: [
    box('safetyGreen', -0.2, -0.02, 0, 0.4, 0.04, 0.2),
    box('white', -0.06, -0.026, 0.05, 0.12, 0.052, 0.1),
  ],
  sets: { Pset_LightFixtureTypeCommon: { TotalWattage: powerW(4) } },
};

export const smokeDetector: TypeSpec = {
  ...{ entity: 'IFCSENSOR', name: 'Rauchmelder optisch', predefined: 'SMOKESENSOR' },
  ...{ material: 'plastic', cost: '456' },
  parts: [
    { colour: 'white', cylinder: [0, 0, -0.03, 0.06, 0.03] },
    { colour: 'signalRed', cylinder: [0, 0, -0.034, 0.012, 0.004] },
  ],
  sets: { Pset_SensorTypeSmokeSensor: { CoverageArea: { written: 'IFCAREAMEASURE(60.)' } } },
};

/** At eye level on a wall: its back at y 0. */
export const climateSensor: TypeSpec = {
  ...{ entity: 'IFCSENSOR', name: 'Raumfühler CO₂ und Temperatur', predefined: 'CO2SENSOR' },
  ...{ material: 'plastic', cost: '456' },
  parts: [box('white', -0.045, -0.025, 0, 0.09, 0.025, 0.12)],
};

export const sounder: TypeSpec = {
  ...{
    entity: 'IFCALARM',
    name: 'Signalgeber',
    predefined: 'SIREN',
    material: 'plastic',
    cost: '456',
  },
  parts: [{ colour: 'signalRed', cylinder: [0, -0.09, 0.05, 0.06, 0.09], along: 'y' }],
};

export const callPoint: TypeSpec = {
  ...{ entity: 'IFCALARM', name: 'Handfeuermelder', predefined: 'BREAKGLASSBUTTON' },
  ...{ material: 'plastic', cost: '456' },
  parts: [
    box('signalRed', -0.06, -0.05, 0, 0.12, 0.05, 0.12),
    box('white', -0.03, -0.055, 0.03, 0.06, 0.005, 0.06),
  ],
};

/** Under its pipe: its inlet is at z 0. */
export const sprinkler: TypeSpec = {
  ...{
    entity: 'IFCFIRESUPPRESSIONTERMINAL',
    name: 'Sprinkler K80 hängend',
    predefined: 'SPRINKLER',
  },
  ...{ material: 'copper', cost: '474' },
  parts: [
    { colour: 'copper', cylinder: [0, 0, -0.05, 0.011, 0.05] },
    { colour: 'copper', cylinder: [0, 0, -0.06, 0.028, 0.004] },
  ],
  sets: {
    Pset_FireSuppressionTerminalTypeSprinkler: {
      ActivationTemperature: { written: 'IFCTHERMODYNAMICTEMPERATUREMEASURE(68.)' },
      MinimumWorkingPressure: pressurePa(50_000),
      DischargeCoefficient: real(80),
    },
  },
};

export const hoseReel: TypeSpec = {
  ...{ entity: 'IFCFIRESUPPRESSIONTERMINAL', name: 'Wandhydrant', predefined: 'HOSEREEL' },
  ...{ material: 'steel', cost: '474' },
  parts: [box('signalRed', -0.4, -0.22, 0.75, 0.8, 0.22, 0.95)],
};

/** Its neck is at z 0, its face below. */
export const diffuser: TypeSpec = {
  ...{ entity: 'IFCAIRTERMINAL', name: 'Drallauslass 400', predefined: 'DIFFUSER' },
  ...{ material: 'aluminium', cost: '431' },
  parts: [
    { colour: 'galvanised', cylinder: [0, 0, -0.1, 0.1, 0.1] },
    box('white', -0.2, -0.2, -0.13, 0.4, 0.4, 0.03),
    ...Array.from(
      { length: 3 },
      (_, slot): Part => box('steelDark', -0.15, -0.12 + slot * 0.11, -0.132, 0.3, 0.02, 0.002),
    ),
  ],
};

/** Under a window: its back at y 0. */
export const radiator: TypeSpec = {
  ...{ entity: 'IFCSPACEHEATER', name: 'Heizkörper Typ 22, 1200', predefined: 'RADIATOR' },
  ...{ material: 'steel', cost: '423' },
  parts: [
    box('white', -0.6, -0.14, 0.15, 1.2, 0.1, 0.6),
    ...Array.from(
      { length: 5 },
      (_, rib): Part => box('cladding', -0.56 + rib * 0.24, -0.146, 0.17, 0.16, 0.006, 0.56),
    ),
  ],
  sets: { Pset_SpaceHeaterTypeCommon: { OutputCapacity: powerW(1650) } },
};

export const switchboard: TypeSpec = {
  ...{
    entity: 'IFCELECTRICDISTRIBUTIONBOARD',
    name: 'Unterverteilung 800 × 2000',
    predefined: 'DISTRIBUTIONBOARD',
  },
  ...{ material: 'steel', cost: '444' },
  parts: [
    box('cladding', -0.4, -0.3, 0, 0.8, 0.3, 2),
    box('steelDark', 0.3, -0.306, 0.95, 0.03, 0.006, 0.14),
    box('signalYellow', -0.06, -0.304, 1.6, 0.12, 0.004, 0.12),
  ],
};

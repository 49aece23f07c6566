// The rooms of the wing, storey by storey, by the modules that they take.

import type { Rect } from '../kit/place.ts';
import { cellOf, type Side } from './plan.ts';

export type Furnishing =
  | 'patient'
  | 'treatment'
  | 'office'
  | 'waiting'
  | 'theatre'
  | 'recovery'
  | 'store'
  | 'intensive'
  | 'nurses'
  | 'imaging'
  | 'plant'
  | 'changing'
  | 'stair'
  | 'lifts'
  | 'none';

export interface WardRoom {
  readonly key: string;
  readonly level: number;
  readonly side: Side;
  readonly module: number;
  readonly span: number;
  readonly plan: Rect;
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly use: string;
  readonly furnishing: Furnishing;
  readonly people?: number;
}

type Row = readonly [
  span: number,
  name: string,
  description: string,
  use: string,
  furnishing: Furnishing,
  people?: number,
];

const lifts: Row = [1, 'Aufzüge', 'Lifts', 'VF', 'lifts'];
const stair: Row = [1, 'Treppenraum 1', 'Stairs', 'VF', 'stair'];
const escapeStair: Row = [1, 'Treppenraum 2', 'Escape stairs', 'VF', 'stair'];
const patient: Row = [1, 'Patientenzimmer', 'Patient room', 'NUF 6', 'patient', 2];
const office: Row = [1, 'Arztdienst', 'Doctors', 'NUF 2', 'office', 2];
const store: Row = [1, 'Lager', 'Store', 'NUF 4', 'store'];
const treatment: Row = [1, 'Behandlung', 'Treatment room', 'NUF 6', 'treatment', 2];

const ward: { readonly front: readonly Row[]; readonly back: readonly Row[] } = {
  front: [patient, patient, patient, patient, patient, patient, patient, patient, escapeStair],
  back: [
    patient,
    patient,
    [1, 'Pflegestützpunkt', 'Nurses’ station', 'NUF 6', 'nurses', 4],
    lifts,
    stair,
    treatment,
    store,
    patient,
    patient,
  ],
};

const floors: readonly { readonly front: readonly Row[]; readonly back: readonly Row[] }[] = [
  {
    front: [
      [1, 'Triage', 'Triage', 'NUF 6', 'treatment', 2],
      treatment,
      treatment,
      [3, 'Eingang und Wartebereich', 'Entrance and waiting', 'NUF 1', 'waiting', 24],
      office,
      treatment,
      escapeStair,
    ],
    back: [
      [2, 'Computertomographie', 'CT imaging', 'NUF 6', 'imaging', 3],
      [1, 'Schaltraum CT', 'CT control room', 'NUF 6', 'office', 2],
      lifts,
      stair,
      [1, 'Aufnahme', 'Admission', 'NUF 2', 'office', 2],
      store,
      [2, 'Schockraum', 'Resuscitation room', 'NUF 6', 'recovery', 6],
    ],
  },
  {
    front: [
      [2, 'Operationssaal 1', 'Operating theatre 1', 'NUF 6', 'theatre', 7],
      [1, 'Einleitung 1', 'Anaesthesia 1', 'NUF 6', 'treatment', 2],
      [2, 'Operationssaal 2', 'Operating theatre 2', 'NUF 6', 'theatre', 7],
      [1, 'Einleitung 2', 'Anaesthesia 2', 'NUF 6', 'treatment', 2],
      [2, 'Aufwachraum', 'Recovery', 'NUF 6', 'recovery', 6],
      escapeStair,
    ],
    back: [
      [1, 'Personalschleuse', 'Staff changing', 'NUF 7', 'changing', 6],
      [2, 'Sterilgutlager', 'Sterile store', 'NUF 4', 'store'],
      lifts,
      stair,
      office,
      [1, 'Bettenaufbereitung', 'Bed preparation', 'NUF 3', 'none'],
      [2, 'Intermediate Care', 'Intermediate care', 'NUF 6', 'intensive', 4],
    ],
  },
  ward,
  {
    front: [
      [2, 'Intensivzimmer 1', 'Intensive care 1', 'NUF 6', 'intensive', 3],
      [2, 'Intensivzimmer 2', 'Intensive care 2', 'NUF 6', 'intensive', 3],
      [2, 'Intensivzimmer 3', 'Intensive care 3', 'NUF 6', 'intensive', 3],
      office,
      treatment,
      escapeStair,
    ],
    back: [
      [2, 'Lüftungszentrale', 'Ventilation plant', 'TF', 'plant'],
      store,
      lifts,
      stair,
      [1, 'Pflegestützpunkt', 'Nurses’ station', 'NUF 6', 'nurses', 4],
      [1, 'Elektrozentrale', 'Electrical room', 'TF', 'none'],
      patient,
      patient,
    ],
  },
];

export const levels = floors.length;

function toRooms(row: readonly Row[], level: number, side: Side): WardRoom[] {
  let module = 0;
  return row.map(([span, name, description, use, furnishing, people]) => {
    const at = module;
    module += span;
    const number = `${level}.${side === 'front' ? 1 : 2}${at + 1}`;
    return {
      ...{ key: `room ${number}`, level, side, module: at, span, plan: cellOf(side, at, span) },
      ...{ number, name, description, use, furnishing, ...(people !== undefined && { people }) },
    };
  });
}

export const wardRooms: readonly WardRoom[] = floors.flatMap(({ front, back }, level) => [
  ...toRooms(front, level, 'front'),
  ...toRooms(back, level, 'back'),
]);

// Who answers for an element: by its class, what it is part of, its type, its system, and the rest of the file.

import { type Discipline, disciplineIds } from '#model/discipline.ts';

/** The first that a class is or derives from counts; from the special to the general. */
const rules: readonly (readonly [Discipline, ...string[]])[] = [
  ['space', 'IFCSPACE', 'IFCSPATIALZONE', 'IFCEXTERNALSPATIALELEMENT', 'IFCVIRTUALELEMENT'],
  ['site', 'IFCSITE', 'IFCGEOGRAPHICELEMENT', 'IFCGEOTECHNICALELEMENT'],
  ['architecture', 'IFCBUILDING', 'IFCBUILDINGSTOREY'],
  [
    'infrastructure',
    ...['IFCALIGNMENT', 'IFCLINEARELEMENT', 'IFCREFERENT'],
    ...['IFCLINEARPOSITIONINGELEMENT', 'IFCALIGNMENTSEGMENT', 'IFCALIGNMENTHORIZONTAL'],
    ...['IFCALIGNMENTVERTICAL', 'IFCALIGNMENTCANT', 'IFCFACILITY', 'IFCFACILITYPART'],
    ...[
      'IFCPAVEMENT',
      'IFCCOURSE',
      'IFCKERB',
      'IFCRAIL',
      'IFCTRACKELEMENT',
      'IFCSIGN',
      'IFCSIGNAL',
    ],
    ...['IFCEARTHWORKSELEMENT', 'IFCEARTHWORKSCUT', 'IFCNAVIGATIONELEMENT', 'IFCMOORINGDEVICE'],
    ...['IFCSURFACEFEATURE', 'IFCVEHICLE', 'IFCIMPACTPROTECTIONDEVICE'],
  ],
  ['fire', 'IFCFIRESUPPRESSIONTERMINAL', 'IFCALARM'],
  ['furnishing', 'IFCFURNISHINGELEMENT'],
  [
    'electrical',
    ...['IFCCABLECARRIERFITTING', 'IFCCABLECARRIERSEGMENT', 'IFCCABLEFITTING', 'IFCCABLESEGMENT'],
    ...['IFCAUDIOVISUALAPPLIANCE', 'IFCCOMMUNICATIONSAPPLIANCE', 'IFCDISTRIBUTIONBOARD'],
    ...['IFCELECTRICAPPLIANCE', 'IFCELECTRICDISTRIBUTIONBOARD', 'IFCELECTRICDISTRIBUTIONPOINT'],
    ...['IFCELECTRICFLOWSTORAGEDEVICE', 'IFCELECTRICFLOWTREATMENTDEVICE', 'IFCELECTRICGENERATOR'],
    ...['IFCELECTRICHEATER', 'IFCELECTRICMOTOR', 'IFCELECTRICTIMECONTROL', 'IFCJUNCTIONBOX'],
    ...['IFCLAMP', 'IFCLIGHTFIXTURE', 'IFCMOBILETELECOMMUNICATIONSAPPLIANCE', 'IFCMOTORCONNECTION'],
    ...['IFCOUTLET', 'IFCPROTECTIVEDEVICE', 'IFCPROTECTIVEDEVICETRIPPINGUNIT', 'IFCSOLARDEVICE'],
    ...['IFCSWITCHINGDEVICE', 'IFCTRANSFORMER', 'IFCDISTRIBUTIONCONTROLELEMENT'],
  ],
  [
    'plumbing',
    ...['IFCPIPEFITTING', 'IFCPIPESEGMENT', 'IFCSANITARYTERMINAL', 'IFCWASTETERMINAL'],
    ...['IFCSTACKTERMINAL', 'IFCINTERCEPTOR', 'IFCTANK', 'IFCPUMP', 'IFCVALVE', 'IFCFLOWMETER'],
    ...['IFCLIQUIDTERMINAL', 'IFCDISTRIBUTIONCHAMBERELEMENT', 'IFCGASTERMINAL'],
  ],
  [
    'hvac',
    ...['IFCAIRTERMINAL', 'IFCAIRTERMINALBOX', 'IFCAIRTOAIRHEATRECOVERY', 'IFCBOILER', 'IFCBURNER'],
    ...['IFCCHILLER', 'IFCCOIL', 'IFCCOMPRESSOR', 'IFCCONDENSER', 'IFCCOOLEDBEAM', 'IFCDAMPER'],
    ...['IFCCOOLINGTOWER', 'IFCDUCTFITTING', 'IFCDUCTSEGMENT', 'IFCDUCTSILENCER', 'IFCENGINE'],
    ...['IFCEVAPORATIVECOOLER', 'IFCEVAPORATOR', 'IFCFAN', 'IFCFILTER', 'IFCHEATEXCHANGER'],
    ...['IFCHUMIDIFIER', 'IFCMEDICALDEVICE', 'IFCSPACEHEATER', 'IFCTUBEBUNDLE'],
    ...['IFCUNITARYEQUIPMENT'],
  ],
  [
    'structure',
    ...[
      'IFCBEAM',
      'IFCCOLUMN',
      'IFCMEMBER',
      'IFCPLATE',
      'IFCFOOTING',
      'IFCDEEPFOUNDATION',
      'IFCPILE',
    ],
    ...['IFCREINFORCINGELEMENT', 'IFCSTRUCTURALITEM', 'IFCSTRUCTURALACTIVITY', 'IFCBEARING'],
    ...['IFCFASTENER', 'IFCMECHANICALFASTENER', 'IFCVIBRATIONISOLATOR', 'IFCDISCRETEACCESSORY'],
    ...['IFCVIBRATIONDAMPER', 'IFCTENDONCONDUIT'],
  ],
  [
    'architecture',
    ...['IFCWALL', 'IFCSLAB', 'IFCROOF', 'IFCDOOR', 'IFCWINDOW', 'IFCSTAIR', 'IFCSTAIRFLIGHT'],
    ...['IFCRAMP', 'IFCRAMPFLIGHT', 'IFCRAILING', 'IFCCURTAINWALL', 'IFCCOVERING', 'IFCCHIMNEY'],
    ...['IFCSHADINGDEVICE', 'IFCTRANSPORTELEMENT', 'IFCTRANSPORTATIONDEVICE', 'IFCGRID'],
    ...['IFCBUILDINGELEMENTPART', 'IFCFEATUREELEMENT', 'IFCBUILDINGELEMENTCOMPONENT'],
  ],
];

/** Parts of these answer to the same people, whatever they are made of. */
const wholes = [
  ...['IFCCURTAINWALL', 'IFCWINDOW', 'IFCDOOR', 'IFCSTAIR', 'IFCRAMP', 'IFCRAILING', 'IFCROOF'],
  ...['IFCCOVERING', 'IFCSHADINGDEVICE', 'IFCFURNISHINGELEMENT'],
];

const systemWords: readonly (readonly [Discipline, RegExp])[] = [
  ['fire', /FIRE|SPRINKLER|SMOKE|消防|喷淋/i],
  [
    'hvac',
    /(?<![A-Z])AIR(?!PORT)|VENTILAT|HEATING|COOLING|CHILLED|CONDENSER|EXHAUST|REFRIGERAT|HVAC|HYDRONIC|DUCT|BOILER|采暖|通风|空调|暖通/i,
  ],
  [
    'electrical',
    /ELECTR|LIGHT|POWER|DATA|TELE|\bTV\b|SECURITY|COMMUNICATION|SIGNAL|EARTHING|AUDIOVISUAL|CONTROL|电气|照明|弱电/i,
  ],
  [
    'plumbing',
    /WATER|DRAIN|SEWAGE|SANITARY|WASTE|PLUMB|\bVENT\b|\bGAS\b|\bFUEL\b|\bOIL\b|COMPRESSEDAIR|VACUUM|给水|排水|给排水/i,
  ],
];

/** Services whose class doesn't say what flows in them. */
const carriers = [
  ...['IFCPIPEFITTING', 'IFCPIPESEGMENT', 'IFCPUMP', 'IFCVALVE', 'IFCTANK', 'IFCFLOWMETER'],
  ...['IFCDISTRIBUTIONCONTROLELEMENT', 'IFCDISTRIBUTIONCHAMBERELEMENT', 'IFCHEATEXCHANGER'],
];

const FIRE_SENSORS = /SMOKE|FIRE|HEATSENSOR|COSENSOR|IONCONCENTRATION/;

export interface DisciplineFacts {
  /** Upper case. */
  readonly type: string;
  /** Of what it is part of, nearest first. */
  readonly ancestors: readonly string[];
  /** Class of its type, e.g. `IFCDUCTSEGMENTTYPE`. */
  readonly typeClass: string;
  readonly predefinedType: string;
  /** Purposes and names of its systems. */
  readonly systems: readonly string[];
}

type IsA = (type: string, ancestor: string) => boolean;

/** Undefined where only the rest of the file can say. */
export function disciplineOf(facts: DisciplineFacts, isA: IsA): Discipline | undefined {
  const { type, ancestors, typeClass, predefinedType, systems } = facts;
  const isOf = (classes: readonly string[]) => classes.some((one) => isA(type, one));
  const isService = isA(type, 'IFCDISTRIBUTIONELEMENT');
  if (isService && FIRE_SENSORS.test(predefinedType)) return 'fire';
  const ofClass = byClass(type, isA) ?? byClass(typeClass.replace(/(TYPE|STYLE)$/, ''), isA);
  if (isService && (ofClass === undefined || isOf(carriers))) {
    return bySystem(systems) ?? ofClass;
  }
  const [whole] = ancestors;
  if (ofClass === 'structure' && whole !== undefined && wholes.some((one) => isA(whole, one))) {
    return byClass(whole, isA) ?? ofClass;
  }
  const isLoose =
    ofClass === undefined || (ofClass === 'architecture' && !isA(type, 'IFCSPATIALELEMENT'));
  if (isLoose && ancestors.some((one) => isInfrastructure(one, isA))) return 'infrastructure';
  if (ofClass === undefined && whole !== undefined && isA(whole, 'IFCELEMENT'))
    return byClass(whole, isA);
  return ofClass;
}

const isInfrastructure = (type: string, isA: IsA) =>
  isA(type, 'IFCFACILITY') && !isA(type, 'IFCBUILDING');

const ofClasses = new Map<string, Discipline | undefined>();

function byClass(type: string, isA: IsA): Discipline | undefined {
  if (!ofClasses.has(type)) {
    const rule = rules.find(([, ...classes]) => classes.some((one) => isA(type, one)));
    ofClasses.set(type, rule?.[0]);
  }
  return ofClasses.get(type);
}

function bySystem(systems: readonly string[]): Discipline | undefined {
  for (const words of systems) {
    const found = systemWords.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return undefined;
}

/**
 * Fills in what elements alone don't say. In a structural engineer's file (columns and beams, but neither
 * doors nor rooms) walls and slabs are the structure's; a proxy belongs to who wrote most of the file, or
 * along an alignment to the road or railway.
 */
export function settleDisciplines(
  found: readonly (Discipline | undefined)[],
  types: readonly string[],
  isA: IsA,
): Discipline[] {
  const counts = new Map<Discipline, number>();
  for (const [row, discipline] of found.entries()) {
    const isThing = isA(types[row] ?? '', 'IFCELEMENT');
    if (discipline && isThing) counts.set(discipline, (counts.get(discipline) ?? 0) + 1);
  }
  const present = new Set(types);
  const isOf = (ancestor: string) => [...present].some((type) => isA(type, ancestor));
  const isStructural =
    (counts.get('structure') ?? 0) > 0 &&
    ![
      'IFCDOOR',
      'IFCWINDOW',
      'IFCSPACE',
      'IFCCOVERING',
      'IFCFURNISHINGELEMENT',
      'IFCCURTAINWALL',
    ].some(isOf);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const isLinear = isOf('IFCALIGNMENT') && !present.has('IFCBUILDING');
  const rest = isLinear ? 'infrastructure' : 'other';
  const fallback = most !== undefined && count !== undefined && count * 2 > total ? most : rest;
  return found.map((discipline, row) => {
    const type = types[row] ?? '';
    if (discipline === undefined) return isA(type, 'IFCELEMENT') ? fallback : 'other';
    const isShell = ['IFCWALL', 'IFCSLAB', 'IFCROOF'].some((one) => isA(type, one));
    return isStructural && isShell && discipline === 'architecture' ? 'structure' : discipline;
  });
}

export const disciplineCode = (discipline: Discipline) => disciplineIds.indexOf(discipline);

// Where a crew is safe from radiation: four flame heights away all round (Butler & Cohen 1998). m, m².

export interface Crew {
  readonly people: number;
  readonly vehicles: number;
  readonly areaPerPersonM2: number;
  readonly areaPerVehicleM2: number;
}

export interface SafetyZone {
  readonly separationM: number;
  readonly radiusM: number;
  readonly areaM2: number;
}

const SEPARATION = 4;

export function safetyZone(flameHeightM: number, crew: Crew): SafetyZone {
  if (!(flameHeightM >= 0))
    throw new RangeError(`Flames are ${flameHeightM} m high; 0 or more is expected.`);
  const coreM2 = crew.people * crew.areaPerPersonM2 + crew.vehicles * crew.areaPerVehicleM2;
  if (!(coreM2 >= 0)) throw new RangeError(`The crew needs ${coreM2} m²; 0 or more is expected.`);
  const separationM = SEPARATION * flameHeightM;
  const radiusM = separationM + Math.sqrt(coreM2 / Math.PI);
  return { separationM, radiusM, areaM2: Math.PI * radiusM * radiusM };
}

// What of a building counts when another one takes its place; SI. Each figure says where it comes from.

export type FigureRule =
  /** An attribute of the city's data, named in `source`. */
  | 'attribute'
  /** Quantities of the building model added up, their set and name in `source`. */
  | 'quantity'
  /** Storeys times the footprint. */
  | 'storeys-footprint'
  /** From the lowest to the highest point of its geometry. */
  | 'extent'
  /** From the ground floor of the model to its highest point. */
  | 'floor-to-top'
  /** The space that its mesh encloses. */
  | 'mesh'
  /** The volumes of the meshes of its rooms, walls, floors and roofs added up. */
  | 'mesh-parts';

export interface Figure {
  readonly value: number;
  readonly rule: FigureRule;
  readonly source?: string;
}

export interface BuildingNumbers {
  readonly floorAreaM2: Figure | undefined;
  readonly heightM: Figure | undefined;
  readonly volumeM3: Figure | undefined;
}

/** A building of the city that is to be counted. */
export interface CountedBuilding extends BuildingNumbers {
  readonly id: string;
  readonly title: string;
}

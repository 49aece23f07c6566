// Writes IFC files with distribution systems for tests: pieces of pipe, what they are joined to, and their ports.

import { anIfc, type IfcText, type Vector } from '../../../ifc/testing/an-ifc.ts';

export type Flow = 'SINK' | 'SOURCE' | 'NOTDEFINED';

export interface APort {
  readonly ref: string;
}

export class SystemText {
  readonly ifc: IfcText;
  #guid = 0;
  readonly #ground: string;

  constructor(options: Parameters<typeof anIfc>[0] = {}) {
    this.ifc = anIfc(options);
    this.#ground = this.ifc.placement();
  }

  id(): string {
    return `'p${(this.#guid++).toString(36).padStart(21, '0')}'`;
  }

  /** A round pipe from one point to another; drawn by its body alone. */
  pipe(name: string, from: Vector, to: Vector, radius = 0.05, wall = 0.005): string {
    const way = to.map((part, axis) => part - (from[axis] ?? 0));
    const length = Math.hypot(...way);
    const [x = 0, y = 0, z = 0] = way.map((part) => part / length);
    const { ifc } = this;
    const side: Vector = Math.abs(z) > 0.9 ? [1, 0, 0] : [-y, x, 0];
    const profile = ifc.add(
      `IFCCIRCLEHOLLOWPROFILEDEF(.AREA.,$,$,${radius.toFixed(4)},${wall.toFixed(4)})`,
    );
    const solid = ifc.add(
      `IFCEXTRUDEDAREASOLID(${profile},${ifc.axes(from, [x, y, z], side)},${ifc.direction(0, 0, 1)},${length.toFixed(6)})`,
    );
    const shape = ifc.add(`IFCPRODUCTDEFINITIONSHAPE($,$,(${ifc.representation([solid])}))`);
    return ifc.add(
      `IFCPIPESEGMENT(${this.id()},$,'${name}',$,$,${this.#ground},${shape},$,.RIGIDSEGMENT.)`,
    );
  }

  element(type: string, name: string, at: Vector, predefined = 'NOTDEFINED'): string {
    const place = this.ifc.placement(this.#ground, at);
    return this.ifc.add(`${type}(${this.id()},$,'${name}',$,$,${place},$,$,.${predefined}.)`);
  }

  /** Without a point the port has no placement. */
  port(owner: string, flow: Flow = 'NOTDEFINED', at?: Vector, system = 'NOTDEFINED'): APort {
    const { ifc } = this;
    const place = at ? ifc.placement(this.#ground, at) : '$';
    const ref = ifc.add(
      `IFCDISTRIBUTIONPORT(${this.id()},$,$,$,$,${place},$,.${flow}.,.PIPE.,.${system}.)`,
    );
    ifc.add(`IFCRELNESTS(${this.id()},$,$,$,${owner},(${ref}))`);
    return { ref };
  }

  join(one: APort, other: APort): void {
    this.ifc.add(`IFCRELCONNECTSPORTS(${this.id()},$,$,$,${one.ref},${other.ref},$)`);
  }

  system(name: string, purpose: string, members: readonly string[], title = '$'): string {
    const long = title === '$' ? '$' : `'${title}'`;
    const system = this.ifc.add(
      `IFCDISTRIBUTIONSYSTEM(${this.id()},$,'${name}',$,$,${long},.${purpose}.)`,
    );
    this.group(system, members);
    return system;
  }

  group(system: string, members: readonly string[]): void {
    this.ifc.add(`IFCRELASSIGNSTOGROUP(${this.id()},$,$,$,(${members.join(',')}),$,${system})`);
  }

  property(element: string, name: string, value: string): void {
    const property = this.ifc.add(`IFCPROPERTYSINGLEVALUE('${name}',$,${value},$)`);
    const set = this.ifc.add(`IFCPROPERTYSET(${this.id()},$,'Set',$,(${property}))`);
    this.ifc.add(`IFCRELDEFINESBYPROPERTIES(${this.id()},$,$,$,(${element}),${set})`);
  }

  bytes(): Uint8Array {
    return this.ifc.bytes();
  }
}

// What an element of a distribution system is to a network, by its class and predefined type (IFC4 and IFC4.3;
// IFC2X3 says in the type's class what it does not in the element's).

import type { LinkKind, NodeKind } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { enumerationOf } from '../../ifc/step/values.ts';
import type { IfcSource } from './ifc-source.ts';

export type Role =
  /** A pipe, duct or cable. */
  | { readonly kind: 'segment' }
  /** Joins pieces, and is nothing by itself. */
  | { readonly kind: 'fitting' }
  /** Sits in a pipe and closes it; `isOneWay`: a check valve. `isSure`: its kind is said. */
  | { readonly kind: 'valve'; readonly isOneWay: boolean; readonly isSure: boolean }
  | { readonly kind: 'device'; readonly link: LinkKind }
  | { readonly kind: 'place'; readonly node: NodeKind }
  /** Feeds where it gives into the system, else uses. */
  | { readonly kind: 'equipment' }
  /** Nothing flows through it. */
  | { readonly kind: 'none' };

const drains: readonly UtilityNetwork[] = ['storm', 'sanitary', 'combined'];
export const isDrain = (utility: UtilityNetwork): boolean => drains.includes(utility);

const ISOLATING =
  /^(ISOLATING|STOPCOCK|GASCOCK|SAFETYCUTOFF|DOUBLEREGULATING|COMMISSIONING|REGULATING)$/;
const TAP = /^(FAUCET|DRAWOFFCOCK|GASTAP|FLUSHING)$/;
const VENT = /^(AIRRELEASE|ANTIVACUUM|PRESSURERELIEF|STEAMTRAP)$/;

export function roleOf(source: IfcSource, element: number, utility: UtilityNetwork): Role {
  const typeClass = source.typeOf(source.typeObjectOf(element)).replace(/(TYPE|STYLE)$/, '');
  const own = source.typeOf(element);
  const { classes } = source.model;
  const isA = (ancestor: string) =>
    classes.isA(own, ancestor) || (typeClass !== '' && classes.isA(typeClass, ancestor));
  const word = predefinedType(source, element);
  if (isA('IFCFLOWSEGMENT')) return { kind: 'segment' };
  if (isA('IFCFLOWFITTING')) return { kind: 'fitting' };
  if (isA('IFCDISTRIBUTIONCONTROLELEMENT')) return { kind: 'none' };
  if (isA('IFCVALVE')) return valveRole(word, utility);
  if (isA('IFCSWITCHINGDEVICE') || isA('IFCPROTECTIVEDEVICE')) {
    return { kind: 'valve', isOneWay: false, isSure: true };
  }
  if (isA('IFCFLOWMETER')) return { kind: 'place', node: 'junction' };
  if (isA('IFCDAMPER')) return { kind: 'valve', isOneWay: false, isSure: true };
  if (isA('IFCPUMP') || isA('IFCFAN')) return { kind: 'device', link: 'pump' };
  if (isA('IFCCOMPRESSOR')) return { kind: 'device', link: 'compressor' };
  if (isA('IFCTRANSFORMER')) return { kind: 'device', link: 'transformer' };
  // Boards are flow controllers in the schema; they are where circuits begin.
  if (/BOARD|DISTRIBUTIONPOINT/.test(`${own} ${typeClass}`))
    return { kind: 'place', node: 'station' };
  if (isA('IFCFLOWCONTROLLER')) return { kind: 'valve', isOneWay: false, isSure: false };
  if (isA('IFCFLOWMOVINGDEVICE')) return { kind: 'device', link: 'pump' };
  if (isA('IFCFLOWSTORAGEDEVICE')) {
    return { kind: 'place', node: isDrain(utility) ? 'storage' : 'tank' };
  }
  if (isA('IFCDISTRIBUTIONCHAMBERELEMENT')) {
    return { kind: 'place', node: isDrain(utility) ? 'manhole' : 'junction' };
  }
  if (isA('IFCFLOWTERMINAL')) return { kind: 'place', node: terminalKind(word, utility) };
  if (isA('IFCENERGYCONVERSIONDEVICE')) return { kind: 'equipment' };
  return { kind: 'place', node: 'junction' };
}

function valveRole(word: string, utility: UtilityNetwork): Role {
  if (/CHECK$/.test(word)) return { kind: 'valve', isOneWay: true, isSure: true };
  if (TAP.test(word)) return { kind: 'place', node: isDrain(utility) ? 'inlet' : 'customer' };
  if (VENT.test(word)) return { kind: 'place', node: 'junction' };
  if (word === 'PRESSUREREDUCING') return { kind: 'device', link: 'regulator' };
  if (/^(MIXING|DIVERTING|CHANGEOVER)$/.test(word)) return { kind: 'place', node: 'junction' };
  return { kind: 'valve', isOneWay: false, isSure: ISOLATING.test(word) };
}

function terminalKind(word: string, utility: UtilityNetwork): NodeKind {
  if (/HYDRANT/.test(word)) return 'hydrant';
  return isDrain(utility) ? 'inlet' : 'customer';
}

/** Last enumeration of the element, else of its type; '' where it says nothing. */
export function predefinedType(source: IfcSource, element: number): string {
  for (const id of [element, source.typeObjectOf(element)]) {
    const word = source
      .valuesOf(id)
      .slice(7)
      .map(enumerationOf)
      .findLast((one) => one !== undefined);
    if (word !== undefined && word !== 'NOTDEFINED' && word !== 'USERDEFINED') return word;
  }
  return '';
}

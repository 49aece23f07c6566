// Tiny IFC files for tests: a project, a site, units, and what a test adds of georeferencing.

export interface TinyIfc {
  readonly schema?: 'IFC2X3' | 'IFC4' | 'IFC4X3_ADD2';
  /** Of the project's lengths. */
  readonly unit?: 'm' | 'mm' | 'ft' | 'us-ft';
  /** As in IfcSite: `(49,5,43,983700)`. */
  readonly latitude?: string;
  readonly longitude?: string;
  readonly elevation?: string;
  /** Of the site, in the project's unit. */
  readonly sitePoint?: string;
  /** As in IfcDirection: `0.5,0.866`. */
  readonly trueNorth?: string;
  /** Point of the world coordinate system. */
  readonly world?: string;
  /** More lines; the context is #11, the site #20, metres are #31, mm #32, feet #33, US survey feet #34. */
  readonly lines?: readonly string[];
}

/** The text of a file that web-ifc reads too; it holds one cube of 2 m. */
export function anIfc(of: TinyIfc = {}): string {
  const { schema = 'IFC4', unit = 'm', lines = [] } = of;
  const units = { m: 31, mm: 32, ft: 33, 'us-ft': 34 };
  const size = { m: 2, mm: 2000, ft: 2 / 0.3048, 'us-ft': (2 * 3937) / 1200 };
  return `ISO-10303-21;
HEADER;
FILE_DESCRIPTION((''),'2;1');
FILE_NAME('tiny.ifc','2024-05-06T07:08:09',(''),(''),'','','');
FILE_SCHEMA(('${schema}'));
ENDSEC;
DATA;
#1=IFCPROJECT('0YvctVUKr0kugbFTf53O9L',$,'Tiny',$,$,$,$,(#11),#30);
#10=IFCAXIS2PLACEMENT3D(#12,$,$);
#11=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#10,${of.trueNorth ? '#13' : '$'});
#12=IFCCARTESIANPOINT((${of.world ?? '0.,0.,0.'}));
#13=IFCDIRECTION((${of.trueNorth ?? '0.,1.'}));
#20=IFCSITE('1BPCQAtTW7GhKrUF$Sytrr',$,'Site',$,$,#21,$,$,.ELEMENT.,${of.latitude ?? '$'},${of.longitude ?? '$'},${of.elevation ?? '$'},$,$);
#21=IFCLOCALPLACEMENT($,#22);
#22=IFCAXIS2PLACEMENT3D(#23,$,$);
#23=IFCCARTESIANPOINT((${of.sitePoint ?? '0.,0.,0.'}));
#30=IFCUNITASSIGNMENT((#${units[unit]},#35));
#31=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
#32=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
#33=IFCCONVERSIONBASEDUNIT(#36,.LENGTHUNIT.,'FOOT',#37);
#34=IFCCONVERSIONBASEDUNIT(#36,.LENGTHUNIT.,'US SURVEY FOOT',#38);
#35=IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.);
#36=IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0);
#37=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(0.3048),#31);
#38=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(0.304800609601219),#31);
#40=IFCRELAGGREGATES('2vOmTZNmbvJAJRbSGMMNrC',$,$,$,#1,(#20));
#41=IFCBUILDINGELEMENTPROXY('0rBru4syGxGOZb$M8kVJuS',$,'Cube',$,$,#21,#42,$,$);
#42=IFCPRODUCTDEFINITIONSHAPE($,$,(#43));
#43=IFCSHAPEREPRESENTATION(#11,'Body','SweptSolid',(#44));
#44=IFCEXTRUDEDAREASOLID(#45,#10,#46,${size[unit]});
#45=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,${size[unit]},${size[unit]});
#46=IFCDIRECTION((0.,0.,1.));
#47=IFCRELCONTAINEDINSPATIALSTRUCTURE('3OvmTZNmbvJAJRbSGMMNrD',$,$,$,(#41),#20);
${lines.join('\n')}
ENDSEC;
END-ISO-10303-21;
`;
}

/** Lines of an IfcMapConversion (#51) to an IfcProjectedCRS (#50). */
export const mapLines = (
  name: string,
  numbers: string,
  { unit = '$', vertical = '$', type = 'IFCMAPCONVERSION' } = {},
): readonly string[] => [
  `#50=IFCPROJECTEDCRS(${name},$,$,${vertical},$,$,${unit});`,
  `#51=${type}(#11,#50,${numbers});`,
];

/** Lines of the property sets that stand in for them in IFC2X3. */
export function setLines(
  sets: Readonly<Record<string, Readonly<Record<string, string>>>>,
  object = '#20',
): readonly string[] {
  let id = 60;
  return Object.entries(sets).flatMap(([name, properties]) => {
    const own = Object.entries(properties).map(([key, value]) => ({ id: id++, key, value }));
    const set = id++;
    return [
      ...own.map((one) => `#${one.id}=IFCPROPERTYSINGLEVALUE('${one.key}',$,${one.value},$);`),
      `#${set}=IFCPROPERTYSET('3ko_MBwD17ZAIDG4mQn${String(set).padStart(3, '0')}',$,'${name}',$,(${own.map((one) => `#${one.id}`).join(',')}));`,
      `#${id++}=IFCRELDEFINESBYPROPERTIES('1LBSCnhwD1pxxMB3SY9${String(id).padStart(3, '0')}',$,$,$,(${object}),#${set});`,
    ];
  });
}

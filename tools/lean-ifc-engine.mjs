// web-ifc ships the classes of five schemas with its engine: 5.5 of 5.9 MB, which take 0.2 s to start. The
// conversion reads IFC text itself and only asks the engine for shapes, so bundles leave these classes out.

/** What each schema's classes are kept in: `FromRawLineData[1] = { … };` and so on. */
const TABLES =
  /^(?:FromRawLineData|ToRawLineData|InversePropertyDef|InheritanceDef|Constructors|TypeInitialisers)\[\d\] = \{$[\s\S]*?^\};$/gm;
/** `var IFC4; ((IFC42) => { … })(IFC4 || (IFC4 = {}));` */
const CLASSES = /^var (\w+);\n\(\(\w+\) => \{$[\s\S]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;

/**
 * The source of web-ifc's API without the classes of its schemas: what works with lines of IFC, such as
 * `GetLine`, no longer does. Anything that doesn't look as in 0.0.78 stays as it is.
 * @param {string} source
 * @returns {string}
 */
export const leanIfcEngine = (source) =>
  source.replace(TABLES, '').replace(CLASSES, 'var $1 = {};');

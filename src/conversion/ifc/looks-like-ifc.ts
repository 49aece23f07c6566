const latin1 = new TextDecoder('latin1');

/** Whether a file is IFC text, or a zip that names an .ifc file, by its first and its last bytes. */
export function looksLikeIfc(head: Uint8Array, tail: Uint8Array): boolean {
  const text = latin1.decode(head);
  // A zip names its files before their content, and all of them at its end.
  if (text.startsWith('PK\u0003\u0004')) {
    return /\.ifc/i.test(text.slice(0, 512)) || /\.ifc/i.test(latin1.decode(tail));
  }
  return /^(\u00ef\u00bb\u00bf)?\s*(\/\*[\s\S]*?\*\/\s*)*ISO-10303-21\s*;/.test(text);
}

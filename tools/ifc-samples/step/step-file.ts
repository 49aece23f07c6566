// Text of ISO 10303-21: instances in the order in which they are added, numbered from 1.

export interface Ref {
  readonly id: number;
}

/** Written as it stands: an enumeration, a whole number, a typed value, `*`. */
interface Written {
  readonly written: string;
}

/** `undefined` is written as `$`, a number as a real. */
export type Value = undefined | Ref | Written | number | string | boolean | readonly Value[];

export const enumeration = (name: string): Value => ({ written: `.${name}.` });
export const whole = (value: number): Value => ({ written: String(Math.round(value)) });
export const typed = (type: string, value: Value): Value => ({
  written: `${type}(${toText(value)})`,
});
export const derived: Value = { written: '*' };

export interface StepFile {
  add(type: string, ...values: Value[]): Ref;
  /** The instance with these very values: points, directions, profiles are written once. */
  share(type: string, ...values: Value[]): Ref;
  text(header: readonly string[]): string;
}

export function createStepFile(): StepFile {
  const lines: string[] = [];
  const known = new Map<string, Ref>();

  function write(body: string): Ref {
    lines.push(`#${lines.length + 1}=${body};`);
    return { id: lines.length };
  }
  return {
    add: (type, ...values) => write(`${type}${toText(values)}`),
    share(type, ...values) {
      const body = `${type}${toText(values)}`;
      const found = known.get(body);
      if (found) return found;
      const ref = write(body);
      known.set(body, ref);
      return ref;
    },
    text: (header) =>
      [
        ...['ISO-10303-21;', 'HEADER;', ...header, 'ENDSEC;'],
        ...['DATA;', ...lines, 'ENDSEC;', 'END-ISO-10303-21;', ''],
      ].join('\n'),
  };
}

function toText(value: Value): string {
  if (value === undefined) return '$';
  if (typeof value === 'number') return toReal(value);
  if (typeof value === 'string') return toQuoted(value);
  if (typeof value === 'boolean') return value ? '.T.' : '.F.';
  if (isList(value)) return `(${value.map(toText).join(',')})`;
  return 'id' in value ? `#${value.id}` : value.written;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** To a millionth: a micrometre, and 0.06 mm over 60 m in a direction. */
function toReal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A STEP file can't hold ${value}.`);
  const rounded = Math.round(value * 1e6) / 1e6 || 0;
  const text = String(rounded).toUpperCase();
  if (text.includes('E')) return text.includes('.') ? text : text.replace('E', '.E');
  return text.includes('.') ? text : `${text}.`;
}

export function toQuoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
  const coded = escaped.replace(/[^\x20-\x7e]+/g, (run) => {
    const units = Array.from({ length: run.length }, (_, at) => run.charCodeAt(at));
    return `\\X2\\${units.map((unit) => unit.toString(16).toUpperCase().padStart(4, '0')).join('')}\\X0\\`;
  });
  return `'${coded}'`;
}
